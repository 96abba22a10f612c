import type { ReviewStatus } from './comment'

/** The comment that somebody answers. */
export interface ReplyTarget {
  id: string
  topicId: string
  /** The opening comment of its conversation; null for an opening comment. */
  rootId: string | null
  authorId: string
  status: ReviewStatus
}

/** Where a reply stands: conversations are one level deep. */
export interface ReplyPlace {
  ok: true
  rootId: string
  /** The reply that is answered; null where the opening comment is. */
  replyToId: string | null
  /** The person whom the reply mentions, or null. */
  mentionsPersonId: string | null
}

export type ReplyProblem =
  /** The form named a comment of another topic. */
  | 'otherTopic'
  /** It waits, was not published, or was withdrawn: there is nothing to answer in public. */
  | 'notPublished'

/**
 * Where a reply goes. One to an opening comment goes below it; one to a reply goes below the same opening
 * comment and mentions whom it answers. Who answers their own reply mentions nobody.
 */
export function placeReply(
  target: ReplyTarget,
  reply: { topicId: string; authorId: string },
): ReplyPlace | { ok: false; problem: ReplyProblem } {
  if (target.topicId !== reply.topicId) return { ok: false, problem: 'otherTopic' }
  if (target.status !== 'published') return { ok: false, problem: 'notPublished' }
  if (target.rootId === null) {
    return { ok: true, rootId: target.id, replyToId: null, mentionsPersonId: null }
  }
  return {
    ok: true,
    rootId: target.rootId,
    replyToId: target.id,
    mentionsPersonId: target.authorId === reply.authorId ? null : target.authorId,
  }
}
