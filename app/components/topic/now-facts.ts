import { daysLeft } from '~/domain/shared/shanghai-time'
import type { Participation } from '~/domain/topic/participation'
import type { NowFacts } from './say-now'

/** What the box 现在可以做什么 needs, of what the rules say. */
export function nowFacts(can: Participation, now: Date): NowFacts {
  const facts: NowFacts = {
    kind: can.kind,
    day: null,
    daysLeft: null,
    review: null,
    sanctionId: null,
  }
  switch (can.kind) {
    case 'comment':
      return { ...facts, ...until(can.until, now), review: can.review }
    case 'signIn':
    case 'verify':
      return { ...facts, ...until(can.until, now) }
    case 'sanctioned':
      return { ...facts, day: can.sanction.until, sanctionId: can.sanction.id }
    case 'opensLater':
      return { ...facts, day: can.opensAt }
    case 'ended':
      return { ...facts, day: lastDay(can.closedAt) }
    default:
      return facts
  }
}

/** A moment of the last day of something that is closed from `closesAt` on. */
export function lastDay(closesAt: Date): Date {
  return new Date(closesAt.getTime() - 1)
}

function until(closesAt: Date | null, now: Date): Pick<NowFacts, 'day' | 'daysLeft'> {
  return closesAt
    ? { day: lastDay(closesAt), daysLeft: daysLeft(closesAt, now) }
    : { day: null, daysLeft: null }
}
