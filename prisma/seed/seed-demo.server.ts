import { savePassage } from '~/commands/save-passage.server'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import { handleRecountRates } from '~/jobs/recount-rates.handler.server'
import type { Container } from '~/server/container.server'
import { personas } from './content/people'
import { topics } from './content/all-topics'
import { passages } from './content/passages'
import { seedBodies } from './demo-bodies.server'
import { named, scopeAt, type DemoCast } from './demo-cast.server'
import { seedFigures } from './demo-figures.server'
import { seedNotices } from './demo-notices.server'
import { seedRates } from './demo-rates.server'
import { sanctionEvents } from './demo-sanctions.server'
import { seedSecondLooks, undrawn } from './demo-second-looks.server'
import { topicEvents } from './demo-topic.server'

const DAY_MS = 24 * 60 * 60 * 1000
/** Long before the first answer. */
const PASSAGES_DAYS_AGO = 200

/**
 * Fills an empty database with the demo: its bodies and people, and a year of topics, replayed in the
 * order of time through the very commands that people use, so that counts, timelines, receipts and
 * the audit trail are as they would be.
 */
export async function seedDemo(container: Container): Promise<void> {
  const db = container.database.prisma
  if ((await db.person.count()) > 0) return
  const now = container.clock()
  const cast = await seedBodies(container, now)
  await seedPassages(container, cast, now)
  const events = [
    ...topics.flatMap((topic) => topicEvents(container, cast, topic, now)),
    ...sanctionEvents(container, cast, now),
  ]
  // Stable: what happens at the same minute happens in the order in which it was told.
  events.sort((a, b) => a.at.getTime() - b.at.getTime())
  await undrawn(db, async () => {
    for (const event of events) await event.run()
  })
  await seedNotices(container, cast, now)
  await seedSecondLooks(container, cast, now)
  await seedFigures(container, cast, now)
  await seedRates(container, cast, now)
  await handleRecountRates(container)
  await db.person.updateMany({
    where: { id: { in: personas.map(({ key }) => named(cast.people, key).personId) } },
    data: { textMessages: true },
  })
  await sealAuditEvents(container)
}

/** What departments have kept to write with since long before the topics. */
async function seedPassages(container: Container, cast: DemoCast, now: Date): Promise<void> {
  const at = new Date(now.getTime() - PASSAGES_DAYS_AGO * DAY_MS)
  for (const [index, { department, ...words }] of passages.entries()) {
    await savePassage(scopeAt(container, cast.official(department, 'draft'), at), {
      id: null,
      departmentId: named(cast.departments, department),
      version: 0,
      fields: { ...words, position: index + 1, active: true },
    })
  }
}
