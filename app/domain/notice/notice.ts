import { z } from 'zod'
import { STAGES } from '~/domain/topic/stage'
import type { Subject } from './subject'

const answer = z.object({ responseId: z.string(), department: z.string() })
const ofComment = z.object({ commentId: z.string() })
const promise = z.object({ commitmentId: z.string(), department: z.string() })

/** What the words of each kind need. Names are kept as they were; a topic's title is read when it is shown. */
const DATA = {
  topicOpened: z.object({ studio: z.string() }),
  stageMoved: z.object({ to: z.enum(STAGES) }),
  responsePublished: answer,
  responseCorrected: answer,
  summaryPublished: z.object({ noConsensus: z.boolean() }),
  /** `again`: the decision took the place of an earlier one. */
  commentDecided: ofComment.extend({
    outcome: z.enum(['approve', 'reject', 'return', 'forward']),
    again: z.boolean(),
  }),
  appealUpheld: ofComment,
  /** A department is to answer it, by a day as `2025-07-14`; with the lead of a group to all of the same demand. */
  commentAssigned: ofComment.extend({ department: z.string(), dueOn: z.string() }),
  /** The department has more time for that. */
  assignmentExtended: ofComment.extend({ department: z.string(), dueOn: z.string() }),
  /** What the answer left unsolved is taken up again, to be answered by a day; null where it is not. */
  reopeningDecided: z.object({ responseId: z.string(), dueOn: z.string().nullable() }),
  /** `commentId` is the reply. */
  commentReplied: ofComment,
  /** What came of a comment that the reader reported. */
  reportSettled: ofComment.extend({ upheld: z.boolean() }),
  /** What becomes of what a department promised. Days as `2025-07-14`. */
  commitmentProgress: promise,
  commitmentKept: promise.extend({ late: z.boolean() }),
  commitmentMoved: promise.extend({ to: z.string() }),
  commitmentWithdrawn: promise,
  commitmentOverdue: promise.extend({ dueOn: z.string() }),
  /** 并案: the topic took in another one, whose title this is. */
  topicMerged: z.object({ title: z.string() }),
}

export type NoticeKind = keyof typeof DATA

/** Something worth telling: its kind, and what its words need. */
export type NoticeFact = {
  [Kind in NoticeKind]: { kind: Kind; data: z.output<(typeof DATA)[Kind]> }
}[NoticeKind]

/** Reads what is stored of a notice; null where it has another form than this version writes. */
export function readNotice(kind: NoticeKind, stored: unknown): NoticeFact | null {
  const parsed = DATA[kind].safeParse(stored)
  return parsed.success ? ({ kind, data: parsed.data } as NoticeFact) : null
}

/** The bodies that a topic belongs to. */
export interface TopicBodies {
  topicId: string
  categoryId: string
  studioId: string
}

/**
 * Whose followers are told of it. Who follows a topic learns of all that happens to it; who follows a category or
 * a studio, of its beginning and of what came of it; who follows a department, of its answers and promises.
 *
 * @param departmentIds the departments that answer
 */
export function audienceOf(
  kind: NoticeKind,
  { topicId, categoryId, studioId }: TopicBodies,
  departmentIds: readonly string[] = [],
): Subject[] {
  const topic: Subject = { kind: 'topic', id: topicId }
  const bodies: Subject[] = [
    { kind: 'category', id: categoryId },
    { kind: 'studio', id: studioId },
  ]
  switch (kind) {
    case 'topicOpened':
      return bodies
    case 'summaryPublished':
      return [topic, ...bodies]
    case 'stageMoved':
    case 'topicMerged':
      return [topic]
    case 'responsePublished':
    case 'responseCorrected':
    case 'commitmentProgress':
    case 'commitmentKept':
    case 'commitmentMoved':
    case 'commitmentWithdrawn':
    case 'commitmentOverdue':
      return [topic, ...departmentIds.map((id): Subject => ({ kind: 'department', id }))]
    default:
      return []
  }
}
