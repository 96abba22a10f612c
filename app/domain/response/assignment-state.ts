import type { Part } from './response'

/**
 * A department's part in an assignment, from 交办 to its end: which act leads where, who may do it and when.
 * One table of acts; each lists the states it starts from, and the guards that say what is missing.
 */

export const PART_STATES = [
  'assigned',
  'handling',
  'returnRequested',
  'returned',
  'answered',
  'withdrawn',
  'merged',
] as const

export type PartState = (typeof PART_STATES)[number]

/** The states in which an answer is owed. */
export const OPEN_STATES = ['assigned', 'handling', 'returnRequested'] as const

export type OpenState = (typeof OPEN_STATES)[number]

/** One department's part, as the rules need it. */
export interface PartFacts {
  departmentId: string
  part: Part
  state: PartState
  assignedAt: Date
  acknowledgedAt: Date | null
  dueAt: Date
  /** 延期 was asked for and nobody has decided. */
  extensionPending: boolean
  remindedAt: Date | null
}

/** In what capacity somebody acts: with a duty for the department, as who runs the topic, or the clock itself. */
export type Capacity = 'draft' | 'sign' | 'assign' | 'convene' | 'clock'

export type Act =
  | { kind: 'acknowledge' }
  | { kind: 'requestReturn'; reason: string }
  /** The part is given to another department, or to nobody. */
  | { kind: 'grantReturn'; successorId: string | null }
  | { kind: 'refuseReturn'; reason: string }
  | { kind: 'requestExtension'; until: Date; reason: string }
  | { kind: 'grantExtension'; until: Date }
  | { kind: 'refuseExtension'; reason: string }
  | { kind: 'remind' }
  | { kind: 'supervise' }
  /** 改派: whoever assigned gives the part to another department. */
  | { kind: 'reassign'; successorId: string }
  | { kind: 'answer' }
  /** 并案: the topic is answered with another one, whoever was asked about it. */
  | { kind: 'merge' }

export type ActKind = Act['kind']

/** What stands in the way of an act; worded under `assignment.obstacle.<code>`. */
export type Obstacle =
  | 'notYours'
  | 'closed'
  | 'alreadyAcknowledged'
  | 'notAcknowledged'
  | 'returnPending'
  | 'noReturnPending'
  | 'extensionPending'
  | 'noExtensionPending'
  | 'tooLateToReturn'
  | 'noReason'
  | 'pastDue'
  | 'notLater'
  | 'tooFar'
  /** 会办 joins in the lead's answer and has the lead's term. */
  | 'jointFollowsLead'
  /** Who joins would be left without a lead. */
  | 'needsSuccessor'
  | 'successorHasPart'
  | 'remindedToday'

/** What the guards measure an act by, reckoned in working days by whoever has the calendar. */
export interface Limits {
  now: Date
  /** The end of the last day on which the part may be returned. */
  returnUntil: Date
  /** The latest due date that an extension may come to. */
  extensionUntil: Date
  /** The first instant of today. */
  today: Date
}

/** What a guard looks at. Of the act it reads the fields that the acts it guards have. */
interface Situation {
  act: { kind: ActKind; reason?: string; until?: Date; successorId?: string | null }
  own: PartFacts
  parts: readonly PartFacts[]
  limits: Limits
}

interface Rule {
  by: readonly Capacity[]
  from: readonly OpenState[]
  guards: ReadonlyArray<(situation: Situation) => Obstacle | null>
}

const DEPARTMENT = ['draft', 'sign'] as const
const IN_HAND = ['assigned', 'handling'] as const

const RULES: Record<ActKind, Rule> = {
  acknowledge: { by: DEPARTMENT, from: ['assigned'], guards: [] },
  requestReturn: {
    by: DEPARTMENT,
    from: IN_HAND,
    guards: [givesReason, withinReturnTerm, noExtensionAsked],
  },
  grantReturn: { by: ['assign'], from: ['returnRequested'], guards: [leadRemains, successorFits] },
  refuseReturn: { by: ['assign'], from: ['returnRequested'], guards: [givesReason] },
  requestExtension: {
    by: DEPARTMENT,
    from: ['handling'],
    guards: [hasOwnTerm, givesReason, noExtensionAsked, beforeDue, later, withinExtension],
  },
  grantExtension: {
    by: ['assign'],
    from: ['handling'],
    guards: [extensionAsked, later, withinExtension],
  },
  refuseExtension: { by: ['assign'], from: ['handling'], guards: [extensionAsked, givesReason] },
  remind: { by: ['assign', 'clock'], from: OPEN_STATES, guards: [notRemindedToday] },
  supervise: { by: ['assign'], from: OPEN_STATES, guards: [] },
  reassign: { by: ['assign'], from: IN_HAND, guards: [successorFits] },
  answer: { by: ['sign'], from: ['handling'], guards: [hasOwnTerm] },
  merge: { by: ['convene'], from: OPEN_STATES, guards: [] },
}

/** Whether the part still owes an answer. */
export function isOpen(part: { state: PartState }): boolean {
  return OPEN_STATES.some((state) => state === part.state)
}

/**
 * All that stands in the way of an act, so that it can be put in order in one go; none where it may be done.
 * Whoever has no say learns only that.
 */
export function obstaclesTo(
  act: Act,
  own: PartFacts,
  parts: readonly PartFacts[],
  capacities: readonly Capacity[],
  limits: Limits,
): Obstacle[] {
  const rule = RULES[act.kind]
  if (!rule.by.some((capacity) => capacities.includes(capacity))) return ['notYours']
  if (!isOpen(own)) return ['closed']
  if (!rule.from.some((state) => state === own.state)) return [wrongState(rule.from, own.state)]
  return rule.guards.flatMap((guard) => guard({ act, own, parts, limits }) ?? [])
}

function wrongState(from: readonly OpenState[], state: PartState): Obstacle {
  if (state === 'returnRequested') return 'returnPending'
  if (from.length === 1 && from[0] === 'returnRequested') return 'noReturnPending'
  return state === 'assigned' ? 'notAcknowledged' : 'alreadyAcknowledged'
}

/**
 * The parts after an act that nothing stood in the way of. Those that lead and join keep one due date; none is
 * ever moved forward.
 *
 * @param term the due date of a department that comes new to the part
 */
export function afterAct(
  act: Act,
  departmentId: string,
  parts: readonly PartFacts[],
  now: Date,
  term: Date,
): PartFacts[] {
  const own = parts.find((part) => part.departmentId === departmentId)
  if (!own) return [...parts]
  const become = (change: Partial<PartFacts>) =>
    parts.map((part) => (part === own ? { ...part, ...change } : part))
  switch (act.kind) {
    case 'acknowledge':
      return become({ state: 'handling', acknowledgedAt: now })
    case 'requestReturn':
      return become({ state: 'returnRequested' })
    case 'refuseReturn':
      return become({ state: own.acknowledgedAt ? 'handling' : 'assigned' })
    case 'grantReturn':
      return succeed(become({ state: 'returned' }), own, act.successorId, now, term)
    case 'reassign':
      return succeed(
        become({ state: 'withdrawn', extensionPending: false }),
        own,
        act.successorId,
        now,
        term,
      )
    case 'requestExtension':
      return become({ extensionPending: true })
    case 'refuseExtension':
      return become({ extensionPending: false })
    case 'grantExtension':
      return dueLater(become({ extensionPending: false }), own, act.until)
    case 'remind':
      return become({ remindedAt: now })
    case 'supervise':
      return [...parts]
    case 'answer':
      return parts.map((part) =>
        isOpen(part) && (part === own || (own.part === 'lead' && part.part === 'joint'))
          ? { ...part, state: 'answered' as const, extensionPending: false }
          : part,
      )
    case 'merge':
      return parts.map((part) =>
        isOpen(part) ? { ...part, state: 'merged' as const, extensionPending: false } : part,
      )
  }
}

/** The part in other hands: those of a department that joined so far, or of one that was not asked before. */
function succeed(
  parts: PartFacts[],
  own: PartFacts,
  successorId: string | null,
  now: Date,
  term: Date,
): PartFacts[] {
  if (successorId === null) return parts
  const dueAt = term > own.dueAt ? term : own.dueAt
  const joint = parts.find((part) => part.departmentId === successorId)
  const handedOver = joint
    ? parts.map((part) => (part === joint ? { ...part, part: own.part } : part))
    : [
        ...parts,
        {
          departmentId: successorId,
          part: own.part,
          state: 'assigned' as const,
          assignedAt: now,
          acknowledgedAt: null,
          dueAt,
          extensionPending: false,
          remindedAt: null,
        },
      ]
  return dueLater(handedOver, own, dueAt)
}

/** One date for the lead and who joins, each their own for those who answer apart. */
function dueLater(parts: PartFacts[], own: PartFacts, dueAt: Date): PartFacts[] {
  return parts.map((part) => {
    const shared =
      own.part === 'parallel' ? part.departmentId === own.departmentId : part.part !== 'parallel'
    return shared && isOpen(part) && part.dueAt < dueAt ? { ...part, dueAt } : part
  })
}

/**
 * The departments that join in an answer and are not done: they have not said that their paragraphs are, have not signed
 * for the matter, or ask to return it. The lead is warned of them.
 *
 * @param finished those whose paragraphs are done
 */
export function unfinishedJoint(
  parts: ReadonlyArray<Pick<PartFacts, 'departmentId' | 'part' | 'state'>>,
  finished: readonly string[],
): string[] {
  return parts
    .filter((part) => part.part === 'joint' && isOpen(part))
    .filter((part) => part.state !== 'handling' || !finished.includes(part.departmentId))
    .map(({ departmentId }) => departmentId)
}

function givesReason({ act }: Situation): Obstacle | null {
  return act.reason?.trim() ? null : 'noReason'
}

function withinReturnTerm({ limits }: Situation): Obstacle | null {
  return limits.now < limits.returnUntil ? null : 'tooLateToReturn'
}

function noExtensionAsked({ own }: Situation): Obstacle | null {
  return own.extensionPending ? 'extensionPending' : null
}

function extensionAsked({ own }: Situation): Obstacle | null {
  return own.extensionPending ? null : 'noExtensionPending'
}

function hasOwnTerm({ own }: Situation): Obstacle | null {
  return own.part === 'joint' ? 'jointFollowsLead' : null
}

function beforeDue({ own, limits }: Situation): Obstacle | null {
  return limits.now < own.dueAt ? null : 'pastDue'
}

function later({ act, own }: Situation): Obstacle | null {
  return act.until && act.until > own.dueAt ? null : 'notLater'
}

function withinExtension({ act, limits }: Situation): Obstacle | null {
  return act.until && act.until > limits.extensionUntil ? 'tooFar' : null
}

function leadRemains({ act, own, parts }: Situation): Obstacle | null {
  const leads = own.part === 'lead' && parts.some((part) => part.part === 'joint' && isOpen(part))
  return leads && act.successorId === null ? 'needsSuccessor' : null
}

/** A department has one part. Only who joins in an answer may come to lead it. */
function successorFits({ act, own, parts }: Situation): Obstacle | null {
  const before = parts.find(({ departmentId }) => departmentId === act.successorId)
  if (!before) return null
  return own.part === 'lead' && before.part === 'joint' && isOpen(before)
    ? null
    : 'successorHasPart'
}

function notRemindedToday({ own, limits }: Situation): Obstacle | null {
  return own.remindedAt && own.remindedAt >= limits.today ? 'remindedToday' : null
}
