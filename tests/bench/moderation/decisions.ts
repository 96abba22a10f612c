import { approveComment } from '~/commands/approve-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import { isAppError } from '~/domain/errors'
import type { CountedView } from '~/domain/moderation/queue-counts'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { recountQueue } from '~/queries/recount-queue.server'
import { verifyAuditTrail } from '~/queries/verify-audit-trail.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'
import { withContainer, type Home } from '../bench-database'
import type { Row } from '../row'
import { actorOf, fillWaiting, type Waiting, type WaitingItem } from './waiting-items'

const DECISIONS = Number(process.env['BENCH_DECISIONS'] ?? 4_000)
const AT_ONCE = 16
const RACERS = 50
const CONTESTED = Number(process.env['BENCH_CONTESTED'] ?? 1_000)

/** How many decisions a second the commands carry on a server, audit events and counts included, and settle. */
export function sustainedDecisions(): Promise<Row[]> {
  return withContainer('server', sustained, AT_ONCE)
}

/** Many moderators on the same items: each is decided exactly once, nothing is miscounted, the log is whole. */
export async function contestedDecisions(): Promise<Row[]> {
  const of = (home: Home) => withContainer(home, (container) => contested(home, container), AT_ONCE)
  return [...(await of('server')), ...(await of('embedded'))]
}

async function sustained(container: Container): Promise<Row[]> {
  const waiting = await fillWaiting(container, { items: DECISIONS, moderators: RACERS })
  const decide = decider(container, waiting)
  const items = waiting.items.entries()
  const took: number[] = []
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [n, item] of items) {
        const at = performance.now()
        await decide(item, n)
        took.push(performance.now() - at)
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  took.sort((x, y) => x - y)

  container.clock = () => new Date(Date.now() + 60_000)
  const settling = performance.now()
  const settled = await settleDecisions(container)
  const settleSeconds = (performance.now() - settling) / 1000
  return [
    {
      what: 'decisions, sustained, server',
      value: DECISIONS / seconds,
      unit: 'a second',
      atLeast: 300,
      note: `${AT_ONCE} at once, ${DECISIONS} in all`,
    },
    {
      what: 'a decision under that load, 95 of 100',
      value: took[Math.floor(took.length * 0.95)] ?? 0,
      unit: 'ms',
      atMost: 200,
    },
    {
      what: 'settled: publication, counts, search, half of them',
      value: settled / settleSeconds,
      unit: 'a second',
      atLeast: 100,
    },
    { what: 'decisions left unsettled', value: DECISIONS - settled, unit: '', atMost: 0 },
    { what: 'views miscounted', value: await drift(container), unit: '', atMost: 0 },
  ]
}

async function contested(home: Home, container: Container): Promise<Row[]> {
  const waiting = await fillWaiting(container, { items: CONTESTED, moderators: RACERS })
  const decide = decider(container, waiting)
  let won = 0
  const begun = performance.now()
  await Promise.all(
    waiting.moderators.map(async (_moderator, n) => {
      for (const item of waiting.items) {
        try {
          await decide(item, n)
          won += 1
        } catch (error) {
          if (!isAppError(error) || error.code !== 'conflict') throw error
        }
      }
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  const { rows } = await container.database.query<{ n: number }>(
    `SELECT count(*)::int AS "n" FROM moderation_decisions WHERE "current"`,
  )
  await sealAuditEvents(container)
  const { totals } = await verifyAuditTrail(container)
  const what = `${RACERS} moderators on the same ${CONTESTED} items, ${home}`
  return [
    {
      what: `${what}: decisions too many or too few`,
      value: Math.abs(won - CONTESTED) + Math.abs((rows[0]?.n ?? 0) - CONTESTED),
      unit: '',
      atMost: 0,
      note: `${seconds.toFixed(0)} s`,
    },
    { what: `${what}: views miscounted`, value: await drift(container), unit: '', atMost: 0 },
    {
      what: `${what}: findings in the log`,
      value: Object.values(totals).reduce((sum, count) => sum + count, 0),
      unit: '',
      atMost: 0,
    },
  ]
}

/** Approves every other item and rejects the rest, each moderator in their turn. */
function decider(container: Container, { moderators }: Waiting) {
  const scopes = moderators.map((id) => ({
    ...systemScope(container, 'bench'),
    viewer: actorOf(id),
  }))
  const at = (n: number) => {
    const scope = scopes[n % scopes.length]
    if (!scope) throw new Error('there is no moderator')
    return scope
  }
  return (item: WaitingItem, n: number) =>
    n % 2 === 0
      ? approveComment(at(n), item)
      : rejectComment(at(n), { ...item, reasonCode: 'advertising', reasonText: '广告。' })
}

async function drift(container: Container): Promise<number> {
  const { rows } = await container.database.query<{ view: CountedView; count: number }>(
    `SELECT "view", sum("count")::int AS "count" FROM queue_counts GROUP BY "view"`,
  )
  const counted = await recountQueue(container.database.prisma)
  return rows.filter(({ view, count }) => counted[view] !== count).length
}
