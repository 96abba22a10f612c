import { openSecondLook } from '~/commands/open-second-look.server'
import { recordSecondLook } from '~/commands/record-second-look.server'
import type { Verdict } from '~/commands/write-decision.server'
import type { Container } from '~/server/container.server'
import type { TransactionDb } from '~/server/db/database.server'
import { MODERATION_SETTINGS } from '~/server/settings.server'
import { transact } from '~/server/transact.server'
import { moderatorsOf, scopeAt, type DemoCast } from './demo-cast.server'

/** Every so many of the newest decisions is looked at again. */
const EVERY = 5
const MOST = 15

/** The newest wait, one for each moderator at least. */
const WAITING = 3

const HOUR_MS = 60 * 60 * 1000

/** Does something while no decision is drawn for a second look; what was set before is set again. */
export async function undrawn(db: TransactionDb, work: () => Promise<void>): Promise<void> {
  const where = { key: MODERATION_SETTINGS }
  const before = await db.setting.findUnique({ where })
  const value = { ...(before?.value as object | undefined), secondLookPercent: 0 }
  await db.setting.upsert({ where, create: { ...where, value }, update: { value } })
  await work()
  if (before) await db.setting.update({ where, data: { value: before.value as object } })
  else await db.setting.delete({ where })
}

/**
 * 复核 in the demo: some of the newest decisions were drawn, by their place rather than by lot, so that every demo shows
 * the same. Most were looked at again, with the same result; one is contested, a few wait.
 */
export async function seedSecondLooks(
  container: Container,
  cast: DemoCast,
  now: Date,
): Promise<void> {
  const decisions = await container.database.prisma.moderationDecision.findMany({
    where: {
      current: true,
      settledAt: { not: null },
      task: { kind: 'pending' },
      outcome: { in: ['approve', 'reject', 'return'] },
      comment: { latestStatus: { in: ['published', 'rejected', 'returned'] } },
    },
    orderBy: { id: 'desc' },
    take: EVERY * MOST,
    include: { task: { select: { rules: true } } },
  })
  const drawn = decisions.filter((_, index) => index % EVERY === 0)
  // One is seen otherwise, and waits for the 审核组长: an approval by a colleague.
  const contested = drawn.findIndex(
    ({ outcome, moderatorId }, index) =>
      index >= WAITING && outcome === 'approve' && !leads(cast, moderatorId),
  )
  for (const [index, decision] of drawn.entries()) {
    // What waits was drawn lately, whatever the age of the decision: nothing is overdue.
    const drawnAt =
      index < WAITING ? new Date(now.getTime() - (index + 1) * HOUR_MS) : decision.decidedAt
    const secondLookId = await transact(scopeAt(container, null, drawnAt), (tx) =>
      openSecondLook(tx, { ...decision, rules: decision.task?.rules ?? [] }),
    )
    if (index < WAITING || !secondLookId) continue
    const other = moderatorsOf(cast).find(({ personId }) => personId !== decision.moderatorId)
    const at = new Date(Math.min(drawnAt.getTime() + 5 * HOUR_MS, now.getTime()))
    const verdict = index === contested ? WOULD_RETURN : sameVerdict(decision)
    await recordSecondLook(scopeAt(container, other ?? null, at), { ...verdict, secondLookId })
  }
}

function leads(cast: DemoCast, personId: string): boolean {
  return [...cast.people.values()].some(
    (person) => person.personId === personId && person.grants.some(({ duty }) => duty === 'senior'),
  )
}

const WOULD_RETURN: Verdict = {
  outcome: 'return',
  reason: { code: null, text: '请写明是哪一处、大约什么时间，承办单位才好核实。' },
  note: '没有写明地点，转给部门也办不了。',
}

function sameVerdict(decision: {
  outcome: Verdict['outcome']
  reasonCode: string | null
  reasonText: string | null
}): Verdict {
  const { outcome, reasonCode, reasonText } = decision
  return {
    outcome,
    reason: reasonText === null ? null : { code: reasonCode, text: reasonText },
    note: null,
  }
}
