import { AppError } from '~/domain/errors'
import { compareSteps, type SanctionStep } from '~/domain/moderation/sanction'
import { holds, type Actor, type Viewer } from '~/domain/person/actor'
import { STAFF_ROLES, type Role } from '~/domain/person/role'
import { staff } from './access'
import { canReview, isSeniorReviewer } from './moderation'
import { canAdminister } from './administration'

// 审核员 propose; 审核组长 impose 警示, 限制 and 暂停; 关闭 and 禁止重新注册 are an administrator's, on the proposal of a
// 审核组长. Nobody sanctions themselves, and nobody judges an appeal against what they had a hand in.

/** Proposals are made and read by moderators and administrators. */
export const sanctionReaders = staff('moderator:review', 'moderator:senior', 'admin')

/** The list of what waits and what is in force is for those who decide on it. */
export const sanctionDeciders = staff('moderator:senior', 'admin')

/** Whose account it is about. */
export interface SanctionTarget {
  personId: string
  /** The roles of their grants in force. */
  roles: readonly Role[]
}

/** By whom a sanction was proposed: null where the rules did, or nobody has yet. */
export interface Proposal {
  proposedById: string | null
  bySenior: boolean
}

/** Why somebody may not impose, lift or judge. */
export type SanctionBar =
  /** Nobody decides about their own account. */
  | 'oneself'
  /** For a 审核组长. */
  | 'senior'
  /** For an administrator: closing for good, and whatever takes the work of staff away. */
  | 'admin'
  /** Closing needs the proposal of a 审核组长 first. */
  | 'seniorFirst'
  /** Who proposed closing does not carry it out as well. */
  | 'sameHand'
  /** An appeal is for somebody who had no hand in it. */
  | 'first'

/** @throws AppError forbidden */
export function requireProposer(viewer: Viewer, target: SanctionTarget): Actor {
  const may = canReview(viewer) || canAdminister(viewer)
  if (!may || viewer.personId === target.personId) throw new AppError('forbidden')
  return viewer
}

/** What stands against the viewer imposing a step; null for nothing. */
export function barToImpose(
  viewer: Actor,
  target: SanctionTarget,
  step: SanctionStep,
  proposal: Proposal,
): SanctionBar | null {
  const bar = barToLift(viewer, target, step)
  if (bar || !isForGood(step)) return bar
  if (!proposal.bySenior) return 'seniorFirst'
  return proposal.proposedById === viewer.personId ? 'sameHand' : null
}

/** What stands against the viewer dismissing a proposal of the step, or lifting it once imposed. */
export function barToLift(
  viewer: Actor,
  target: SanctionTarget,
  step: SanctionStep,
): SanctionBar | null {
  if (target.personId === viewer.personId) return 'oneself'
  if (canAdminister(viewer)) return null
  if (isForGood(step) || isStaffed(target)) return 'admin'
  return isSeniorReviewer(viewer) ? null : 'senior'
}

/** What stands against the viewer deciding on an appeal: another 审核组长 does, or another administrator on theirs. */
export function barToJudge(
  viewer: Actor,
  target: SanctionTarget,
  sanction: { step: SanctionStep; proposedById: string | null; imposedById: string | null },
): SanctionBar | null {
  if (target.personId === viewer.personId) return 'oneself'
  if (viewer.personId === sanction.imposedById || viewer.personId === sanction.proposedById) {
    return 'first'
  }
  const administrators = isForGood(sanction.step) || isStaffed(target)
  if (isSeniorReviewer(viewer) || (administrators && canAdminister(viewer))) return null
  return 'senior'
}

/** Whether a step needs two: a 审核组长 who proposes, an administrator who carries it out. */
export function isForGood(step: SanctionStep): boolean {
  return compareSteps(step, 'closed') >= 0
}

function isStaffed({ roles }: SanctionTarget): boolean {
  return STAFF_ROLES.some((role) => roles.includes(role))
}

/** In which of their roles the viewer acts. */
export function sanctioningRole(viewer: Actor): 'moderator' | 'admin' {
  return holds(viewer, 'moderator') ? 'moderator' : 'admin'
}
