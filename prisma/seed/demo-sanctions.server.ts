import { appealSanction } from '~/commands/appeal-sanction.server'
import { imposeSanction } from '~/commands/impose-sanction.server'
import { proposeSanction } from '~/commands/propose-sanction.server'
import type { Container } from '~/server/container.server'
import { momentToDate, officeMomentToDate } from './content/moments'
import { sanctions, type SanctionSeed } from './content/sanctions'
import { named, scopeAt, type DemoCast, type DemoEvent } from './demo-cast.server'

/** What happens to accounts, each to be run in the order of its time. */
export function sanctionEvents(container: Container, cast: DemoCast, now: Date): DemoEvent[] {
  return sanctions.flatMap((seed) => eventsOf(container, cast, seed, now))
}

function eventsOf(
  container: Container,
  cast: DemoCast,
  seed: SanctionSeed,
  now: Date,
): DemoEvent[] {
  const { person, step, days, proposed, imposed, appeal } = seed
  const db = container.database.prisma
  const { personId } = named(cast.people, person)
  const as = (key: string, at: Date) => scopeAt(container, named(cast.people, key), at)
  let sanctionId = ''

  const proposedAt = officeMomentToDate(proposed, now)
  const events: DemoEvent[] = [
    {
      at: proposedAt,
      run: async () => {
        const refused = await db.comment.findFirst({
          where: { authorId: personId, latestStatus: 'rejected' },
          orderBy: { id: 'desc' },
          select: { id: true },
        })
        const target = { personId, commentId: refused?.id, step, days, note: proposed.note }
        const scope = as(proposed.by, proposedAt)
        sanctionId = (await proposeSanction(scope, target)).sanctionId
      },
    },
  ]
  if (imposed) {
    const at = officeMomentToDate(imposed, now)
    const run = async () => {
      const { reason, by } = imposed
      await imposeSanction(as(by, at), { sanctionId, version: 1, step, days, reason })
    }
    events.push({ at, run })
  }
  if (appeal) {
    const at = momentToDate(appeal, now)
    const run = () => appealSanction(as(person, at), { sanctionId, text: appeal.text })
    events.push({ at, run })
  }
  return events
}
