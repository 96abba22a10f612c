import type { NoticeFact } from '~/domain/notice/notice'
import { paths } from '~/paths'

/** Where what a notice tells of can be read. */
export function noticePath(fact: NoticeFact, topicId: string): string {
  switch (fact.kind) {
    case 'topicOpened':
    case 'stageMoved':
    case 'topicMerged':
      return paths.topic(topicId)
    case 'responsePublished':
    case 'responseCorrected':
      return paths.response(topicId, fact.data.responseId)
    case 'summaryPublished':
      return paths.topicSummary(topicId)
    case 'commentDecided':
    case 'appealUpheld':
      return paths.receipt(fact.data.commentId)
    case 'commitmentProgress':
    case 'commitmentKept':
    case 'commitmentMoved':
    case 'commitmentWithdrawn':
    case 'commitmentOverdue':
      return paths.commitment(fact.data.commitmentId)
    case 'reopeningDecided':
      return paths.rateResponse(fact.data.responseId)
    case 'commentAssigned':
    case 'assignmentExtended':
    case 'commentReplied':
    case 'reportSettled':
      return paths.comment(topicId, fact.data.commentId)
  }
}
