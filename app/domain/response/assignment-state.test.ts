import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfShanghaiDay } from '~/domain/shared/shanghai-time'
import {
  afterAct,
  isOpen,
  obstaclesTo,
  unfinishedJoint,
  type Act,
  type Capacity,
  type Limits,
  type PartFacts,
} from './assignment-state'
import { dueDate, extendedDue, MAX_EXTENSION_WORKING_DAYS, RETURN_WORKING_DAYS } from './due'
import { calendarOf2025 } from './working-days.fixture'

const at = (text: string) => new Date(`${text}+08:00`)
const MONDAY = at('2025-07-14T10:00:00')

function part(departmentId: string, given: Partial<PartFacts> = {}): PartFacts {
  return {
    departmentId,
    part: 'lead',
    state: 'assigned',
    assignedAt: MONDAY,
    acknowledgedAt: null,
    dueAt: dueDate(MONDAY, 15, calendarOf2025).dueAt,
    extensionPending: false,
    remindedAt: null,
    ...given,
  }
}

const inHand = { state: 'handling', acknowledgedAt: MONDAY } as const

function limitsOf(own: PartFacts, now: Date): Limits {
  return {
    now,
    returnUntil: dueDate(own.assignedAt, RETURN_WORKING_DAYS, calendarOf2025).dueAt,
    extensionUntil: extendedDue(own.dueAt, MAX_EXTENSION_WORKING_DAYS, calendarOf2025).dueAt,
    today: startOfShanghaiDay(now),
  }
}

function obstacles(
  act: Act,
  own: PartFacts,
  options: { by?: Capacity[]; now?: Date; others?: PartFacts[] } = {},
) {
  const { by = ['draft', 'sign', 'assign', 'convene'], now = MONDAY, others = [] } = options
  return obstaclesTo(act, own, [own, ...others], by, limitsOf(own, now))
}

describe('who may do what', () => {
  it.each([
    ['acknowledge', ['draft', 'sign']],
    ['requestReturn', ['draft', 'sign']],
    ['remind', ['assign', 'clock']],
    ['supervise', ['assign']],
    ['merge', ['convene']],
  ] as const)('%s is for %j alone', (kind, allowed) => {
    const act = { kind, reason: '不属于本单位职责。' } as Act
    for (const by of ['draft', 'sign', 'assign', 'convene', 'clock'] as const) {
      const may = (allowed as readonly Capacity[]).includes(by)
      expect(obstacles(act, part('a'), { by: [by] })).toEqual(may ? [] : ['notYours'])
    }
  })
})

describe('申退', () => {
  const act = { kind: 'requestReturn', reason: '不属于本单位职责。' } as const
  it('is possible to the end of the seventh working day, and not after it', () => {
    // From Monday 14 July the seventh working day is Wednesday the 23rd.
    expect(obstacles(act, part('a'), { now: at('2025-07-23T23:59:59') })).toEqual([])
    expect(obstacles(act, part('a'), { now: at('2025-07-24T00:00:00') })).toEqual([
      'tooLateToReturn',
    ])
  })

  it('counts across National Day by the make-up days', () => {
    const own = part('a', { assignedAt: at('2025-09-26T16:00:00') })
    expect(obstacles(act, own, { now: at('2025-10-13T23:59:59') })).toEqual([])
    expect(obstacles(act, own, { now: at('2025-10-14T00:00:00') })).toEqual(['tooLateToReturn'])
  })

  it('says everything that is missing at once', () => {
    const own = part('a', { ...inHand, extensionPending: true })
    expect(
      obstacles({ kind: 'requestReturn', reason: ' ' }, own, { now: at('2025-07-30T09:00:00') }),
    ).toEqual(['noReason', 'tooLateToReturn', 'extensionPending'])
  })

  it('of a lead needs another lead while others join', () => {
    const own = part('a', { state: 'returnRequested' })
    const joint = part('b', { ...inHand, part: 'joint' })
    const grant = (successorId: string | null) =>
      obstacles({ kind: 'grantReturn', successorId }, own, { others: [joint] })
    expect(grant(null)).toEqual(['needsSuccessor'])
    expect(grant('b')).toEqual([])
    expect(grant('c')).toEqual([])
    expect(obstacles({ kind: 'grantReturn', successorId: null }, own)).toEqual([])
    const after = afterAct(
      { kind: 'grantReturn', successorId: 'b' },
      'a',
      [own, joint],
      MONDAY,
      own.dueAt,
    )
    expect(after).toMatchObject([
      { departmentId: 'a', state: 'returned' },
      { departmentId: 'b', state: 'handling', part: 'lead' },
    ])
  })

  it('that is refused leads back to where the part was', () => {
    const refused = { kind: 'refuseReturn', reason: '属于你单位职责。' } as const
    for (const own of [part('a'), part('a', inHand)]) {
      const asked = afterAct(act, 'a', [own], MONDAY, own.dueAt)
      expect(afterAct(refused, 'a', asked, MONDAY, own.dueAt)).toEqual([own])
    }
  })
})

describe('延期', () => {
  const own = part('a', inHand)
  const until = (days: number) => extendedDue(own.dueAt, days, calendarOf2025).dueAt
  const ask = (days: number, given: Partial<PartFacts> = {}, now = MONDAY) =>
    obstacles(
      { kind: 'requestExtension', until: until(days), reason: '需要现场检测。' },
      { ...own, ...given },
      { now },
    )

  it('is to a later day, up to thirty working days further', () => {
    expect(ask(1)).toEqual([])
    expect(ask(30)).toEqual([])
    expect(ask(31)).toEqual(['tooFar'])
    expect(ask(0)).toEqual(['notLater'])
  })

  it('is asked for before the due date, once at a time, by who has signed for the matter', () => {
    expect(ask(5, {}, own.dueAt)).toEqual(['pastDue'])
    expect(ask(5, { extensionPending: true })).toEqual(['extensionPending'])
    expect(ask(5, { state: 'assigned', acknowledgedAt: null })).toEqual(['notAcknowledged'])
    expect(ask(5, { part: 'joint' })).toEqual(['jointFollowsLead'])
  })

  it('holds for the lead and all who join', () => {
    const lead = { ...own, extensionPending: true }
    const joint = part('b', { ...inHand, part: 'joint' })
    const after = afterAct(
      { kind: 'grantExtension', until: until(5) },
      'a',
      [lead, joint],
      MONDAY,
      own.dueAt,
    )
    expect(after.map(({ dueAt }) => dueAt)).toEqual([until(5), until(5)])
    expect(after[0]?.extensionPending).toBe(false)
  })
})

it('a part is reminded once a day', () => {
  const own = part('a', { remindedAt: at('2025-07-14T00:00:00') })
  expect(obstacles({ kind: 'remind' }, own)).toEqual(['remindedToday'])
  expect(obstacles({ kind: 'remind' }, own, { now: at('2025-07-15T00:00:00') })).toEqual([])
})

it('the lead is warned of who joins and has not signed for the matter, or is not done', () => {
  const joint = { part: 'joint', ...inHand } as const
  const parts = [
    part('a', inHand),
    part('b', { part: 'joint' }),
    part('c', joint),
    part('d', joint),
    part('e', { ...joint, state: 'returnRequested' }),
    part('f', { ...joint, state: 'returned' }),
    part('g', { ...inHand, part: 'parallel' }),
  ]
  expect(unfinishedJoint(parts, ['d', 'e'])).toEqual(['b', 'c', 'e'])
})

const DEPARTMENTS = ['a', 'b', 'c', 'd', 'e']
const capacity = fc.subarray<Capacity>(['draft', 'sign', 'assign', 'convene'], { minLength: 1 })
const someone = fc.constantFrom(...DEPARTMENTS)
const reason = fc.constantFrom('', '说明如下。')
const days = fc.integer({ min: -2, max: 35 })
const act = fc.oneof(
  fc.record({ kind: fc.constantFrom('acknowledge' as const, 'remind' as const) }),
  fc.record({ kind: fc.constantFrom('supervise' as const, 'answer' as const, 'merge' as const) }),
  fc.record({
    kind: fc.constantFrom(
      'requestReturn' as const,
      'refuseReturn' as const,
      'refuseExtension' as const,
    ),
    reason,
  }),
  fc.record({
    kind: fc.constant('grantReturn' as const),
    successorId: fc.option(someone, { nil: null }),
  }),
  fc.record({ kind: fc.constant('reassign' as const), successorId: someone }),
  fc.record({ kind: fc.constant('requestExtension' as const), days, reason }),
  fc.record({ kind: fc.constant('grantExtension' as const), days }),
)
const step = fc.record({ act, departmentId: someone, by: capacity, hours: fc.nat({ max: 60 }) })
const shape = fc.constantFrom<PartFacts[]>(
  [part('a')],
  [part('a'), part('b', { part: 'joint' }), part('c', { part: 'joint' })],
  [part('a', { part: 'parallel' }), part('b', { part: 'parallel' })],
)

it('whatever is tried in whatever order, an assignment stays consistent', () => {
  fc.assert(
    fc.property(shape, fc.array(step, { maxLength: 40 }), (begun, steps) => {
      let parts = begun
      let now = MONDAY
      const answers = new Map<string, number>()
      for (const { act: tried, departmentId, by, hours } of steps) {
        now = new Date(now.getTime() + hours * 3_600_000)
        const own = parts.find((each) => each.departmentId === departmentId)
        if (!own) continue
        const done = (
          'days' in tried
            ? { ...tried, until: new Date(own.dueAt.getTime() + tried.days * 86_400_000) }
            : tried
        ) as Act
        const found = obstaclesTo(done, own, parts, by, limitsOf(own, now))
        // No act touches a part that is closed.
        if (!isOpen(own)) expect(found).not.toEqual([])
        if (found.length > 0) continue
        const before = parts
        parts = afterAct(done, departmentId, before, now, dueDate(now, 10, calendarOf2025).dueAt)

        for (const each of parts) {
          const was = before.find((other) => other.departmentId === each.departmentId)
          if (was) expect(each.dueAt.getTime()).toBeGreaterThanOrEqual(was.dueAt.getTime())
          if (was && !isOpen(was)) expect(each).toEqual(was)
          if (each.state === 'answered' && was?.state !== 'answered') {
            answers.set(each.departmentId, (answers.get(each.departmentId) ?? 0) + 1)
          }
        }
        consistent(parts)
      }
      for (const count of answers.values()) expect(count).toBe(1)
    }),
    { numRuns: 500 },
  )
})

/** A department has one part; who joins has exactly one lead, and its due date. */
function consistent(parts: readonly PartFacts[]): void {
  expect(new Set(parts.map(({ departmentId }) => departmentId)).size).toBe(parts.length)
  const open = parts.filter(isOpen)
  const leads = open.filter((each) => each.part === 'lead')
  expect(leads.length).toBeLessThanOrEqual(1)
  const together = open.filter((each) => each.part !== 'parallel')
  expect(new Set(together.map(({ dueAt }) => dueAt.getTime())).size).toBeLessThanOrEqual(1)
  if (open.some((each) => each.part === 'joint')) expect(leads).toHaveLength(1)
  for (const each of open) {
    if (each.state === 'handling') expect(each.acknowledgedAt).not.toBeNull()
    if (each.state === 'assigned') expect(each.acknowledgedAt).toBeNull()
    if (each.extensionPending) expect(each.state).toBe('handling')
  }
}
