import { silences, type SanctionInForce } from '../moderation/sanction'
import type { Stage, TopicMode } from './stage'

/** What of a topic decides whether it takes in comments. */
export interface IntakeFacts {
  stage: Stage
  mode: TopicMode
  /** Taken out of service for a while by the convener or a moderator. */
  paused: boolean
  openedAt: Date
  /** The first instant at which it no longer takes in comments; null where no end is set. */
  closesAt: Date | null
}

/** Who is reading. 后台实名: without a confirmed telephone number nobody speaks. */
export type Reader = 'guest' | 'unverified' | 'verified' | 'staff' | { sanction: SanctionInForce }

/** Why a topic takes in no comments now. */
export type Shut =
  | { kind: 'opensLater'; opensAt: Date }
  | { kind: 'ended'; closedAt: Date }
  | { kind: 'paused' }
  | { kind: 'readOnly' }
  /** 形成成果: the talk is over, the summary is being written or has been. */
  | { kind: 'awaitSummary' }
  /** 办理中: the departments asked are at work. */
  | { kind: 'awaitAnswers' }
  /** 待评价: the answers are there to be read and judged. */
  | { kind: 'readAnswers' }
  /** 已办结: what became of it is there to be read. */
  | { kind: 'readOutcome' }

/**
 * What this reader can do now and until when (现在可以做什么). `until` is null where no end is set; `review` says
 * whether a comment is read by a moderator before it is published (先审后发) or after (先发后审).
 */
export type Participation =
  | { kind: 'comment'; until: Date | null; review: 'before' | 'after' }
  | { kind: 'signIn'; until: Date | null }
  | { kind: 'verify'; until: Date | null }
  /** 限制功能 or further: may not speak, until it is over or lifted. */
  | { kind: 'sanctioned'; sanction: SanctionInForce }
  | Shut

/**
 * What a reader can do in a topic now. What holds for everybody comes first: nobody is sent to sign in or to
 * confirm a number for a topic that takes in nothing.
 */
export function participation(topic: IntakeFacts, reader: Reader, now: Date): Participation {
  const shut = whyShut(topic, now)
  if (shut) return shut
  const until = topic.closesAt
  if (typeof reader === 'object') return { kind: 'sanctioned', sanction: reader.sanction }
  switch (reader) {
    case 'guest':
      return { kind: 'signIn', until }
    case 'unverified':
      return { kind: 'verify', until }
    // Staff speak like everybody, by the same rule of review: only their mark differs.
    case 'verified':
    case 'staff':
      return {
        kind: 'comment',
        until,
        review: topic.mode === 'postModeration' ? 'after' : 'before',
      }
  }
}

/** Whether this reader may comment now: what the form shows and the command asks again. */
export function canCommentNow(topic: IntakeFacts, reader: Reader, now: Date): boolean {
  return participation(topic, reader, now).kind === 'comment'
}

/** What kind of reader somebody is, from the facts of the account; null is a guest. */
export function readerOf(
  account: { confirmed: boolean; sanction: SanctionInForce | null; staff: boolean } | null,
): Reader {
  if (account === null) return 'guest'
  const { sanction } = account
  if (sanction && silences(sanction.step)) return { sanction }
  // Staff accounts, too, comment only behind a confirmed number.
  if (!account.confirmed) return 'unverified'
  return account.staff ? 'staff' : 'verified'
}

/**
 * The order matters: a later stage says more than a lapsed date, and a lapsed date more than a pause or a mode
 * that no longer matters.
 */
function whyShut(topic: IntakeFacts, now: Date): Shut | null {
  switch (topic.stage) {
    case 'concluding':
      return { kind: 'awaitSummary' }
    case 'handling':
      return { kind: 'awaitAnswers' }
    case 'evaluating':
      return { kind: 'readAnswers' }
    case 'closed':
      return { kind: 'readOutcome' }
    case 'collecting':
    case 'deliberating':
      break
  }
  if (now < topic.openedAt) return { kind: 'opensLater', opensAt: topic.openedAt }
  if (topic.closesAt !== null && now >= topic.closesAt) {
    return { kind: 'ended', closedAt: topic.closesAt }
  }
  if (topic.mode === 'readOnly') return { kind: 'readOnly' }
  return topic.paused ? { kind: 'paused' } : null
}
