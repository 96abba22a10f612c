import type { Role } from '~/domain/person/role'
import { STAGES, type Stage, type Verdict } from './stage'

/** What a topic's move depends on. */
export interface TopicFacts {
  stage: Stage
  studioId: string
  openedAt: Date
  /** The background (背景) as written; blank counts as none. */
  background: string
  /** The verdict of the outcome summary published in this round, or null while none is. */
  publishedVerdict: Verdict | null
  /** The departments this topic or a comment of it was handed to (交办), and how many have yet to answer. */
  departments: { asked: number; unanswered: number }
}

/** Who moves the topic: the grants in force, and the reason given, which a second round needs. */
export interface MoverFacts {
  grants: ReadonlyArray<{ role: Role; studioId: string | null }>
  reason?: string
}

/** What stands in the way, in the interface's words under `transition.missing.<code>`. */
export type Missing =
  | { code: 'unansweredDepartments'; params: { n: number } }
  | { code: Exclude<MissingCode, 'unansweredDepartments'>; params: Record<string, never> }

export type MissingCode =
  | 'notReachable'
  | 'notConvener'
  | 'onlyConvener'
  | 'notOpened'
  | 'noBackground'
  | 'noPublishedSummary'
  | 'nobodyAsked'
  | 'unansweredDepartments'
  | 'handedOn'
  | 'consensusReached'
  | 'noReason'

export type TransitionCheck = { ok: true } | { ok: false; missing: Missing[] }

type Guard = (topic: TopicFacts, mover: MoverFacts, now: Date) => Missing | null

interface Transition {
  from: Stage
  to: Stage
  /** In the order in which the interface lists what is missing: who first, then the rest. */
  guards: readonly Guard[]
}

/**
 * Every move there is. 政协 is where people consult: no guard asks what was concluded, only that it
 * was said in public and that whoever was asked has answered.
 */
const TRANSITIONS: readonly Transition[] = [
  { from: 'collecting', to: 'deliberating', guards: [convenerOrAdmin, opened, hasBackground] },
  { from: 'deliberating', to: 'concluding', guards: [convenerOrAdmin] },
  { from: 'concluding', to: 'handling', guards: [convenerOrAdmin, hasPublishedSummary] },
  // Where nobody was asked to act, there is nothing to handle and nothing to rate: the topic closes
  // with its summary.
  {
    from: 'concluding',
    to: 'closed',
    guards: [convenerOrAdmin, hasPublishedSummary, nothingToHandle],
  },
  { from: 'handling', to: 'evaluating', guards: [convenerOrAdmin, someoneAsked, allAnswered] },
  // The same where it turns out only now that nothing is handed on.
  { from: 'handling', to: 'closed', guards: [convenerOrAdmin, nothingHandedOn] },
  { from: 'evaluating', to: 'closed', guards: [convenerOrAdmin, allAnswered] },
  // A second round (第二轮协商): the one way back, where the first ended without consensus. Whether it is worth
  // it is for those who held the talk to judge, not for the administration, and they say why.
  { from: 'closed', to: 'deliberating', guards: [convenerAlone, endedWithoutConsensus, hasReason] },
]

/**
 * Whether a topic may move to a stage now, and if not, all that is missing, so that it can be put in
 * order in one go.
 */
export function checkTransition(
  topic: TopicFacts,
  target: Stage,
  mover: MoverFacts,
  now: Date,
): TransitionCheck {
  const transition = TRANSITIONS.find(({ from, to }) => from === topic.stage && to === target)
  if (!transition) return { ok: false, missing: [lacks('notReachable')] }
  const missing = transition.guards.flatMap((guard) => guard(topic, mover, now) ?? [])
  return missing.length === 0 ? { ok: true } : { ok: false, missing }
}

/** The stages that can follow a stage at all, the usual one first. */
export function targetsOf(stage: Stage): Stage[] {
  return TRANSITIONS.filter(({ from }) => from === stage).map(({ to }) => to)
}

/** The next stage in order, or null after the last. */
export function nextStage(stage: Stage): Stage | null {
  return STAGES[STAGES.indexOf(stage) + 1] ?? null
}

/** Where a stage stands, for “第 3 步，共 6 步”; `step` counts from 1. */
export function stagePosition(stage: Stage): { step: number; of: number } {
  return { step: STAGES.indexOf(stage) + 1, of: STAGES.length }
}

function lacks(code: Exclude<MissingCode, 'unansweredDepartments'>): Missing {
  return { code, params: {} }
}

function convenes(topic: TopicFacts, mover: MoverFacts): boolean {
  return mover.grants.some(
    ({ role, studioId }) => role === 'convener' && studioId === topic.studioId,
  )
}

function convenerOrAdmin(topic: TopicFacts, mover: MoverFacts): Missing | null {
  const admin = mover.grants.some(({ role }) => role === 'admin')
  return admin || convenes(topic, mover) ? null : lacks('notConvener')
}

function convenerAlone(topic: TopicFacts, mover: MoverFacts): Missing | null {
  return convenes(topic, mover) ? null : lacks('onlyConvener')
}

function opened(topic: TopicFacts, _mover: MoverFacts, now: Date): Missing | null {
  return topic.openedAt <= now ? null : lacks('notOpened')
}

function hasBackground(topic: TopicFacts): Missing | null {
  return topic.background.trim() === '' ? lacks('noBackground') : null
}

function hasPublishedSummary(topic: TopicFacts): Missing | null {
  return topic.publishedVerdict === null ? lacks('noPublishedSummary') : null
}

/**
 * A topic that came to no consensus may close as soon as nobody owes an answer: what single comments
 * asked was answered, and there is no outcome to handle. One that came to something closes from here
 * only if none of it was handed on; else it is handled and rated.
 */
function nothingToHandle(topic: TopicFacts): Missing | null {
  if (topic.publishedVerdict === 'noConsensus') return allAnswered(topic)
  return nothingHandedOn(topic)
}

function nothingHandedOn(topic: TopicFacts): Missing | null {
  return topic.departments.asked === 0 ? null : lacks('handedOn')
}

function someoneAsked(topic: TopicFacts): Missing | null {
  return topic.departments.asked === 0 ? lacks('nobodyAsked') : null
}

function allAnswered(topic: TopicFacts): Missing | null {
  const n = topic.departments.unanswered
  return n === 0 ? null : { code: 'unansweredDepartments', params: { n } }
}

function endedWithoutConsensus(topic: TopicFacts): Missing | null {
  return topic.publishedVerdict === 'noConsensus' ? null : lacks('consensusReached')
}

function hasReason(_topic: TopicFacts, mover: MoverFacts): Missing | null {
  return mover.reason?.trim() ? null : lacks('noReason')
}
