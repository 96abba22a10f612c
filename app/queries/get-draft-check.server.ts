import { checkDraft, questionPoints, type DraftCheck } from '~/domain/response/draft-check'
import type { Scope } from '~/server/scope.server'
import { pointsAsked } from './get-answer-desk.server'

/** What the present draft of a response still lacks; for who has just saved it. */
export async function getDraftCheck(
  scope: Pick<Scope, 'db'>,
  responseId: string,
): Promise<DraftCheck> {
  const asker = {
    author: { select: { displayName: true } },
    currentRevision: { select: { text: true } },
  } as const
  const response = await scope.db.response.findUniqueOrThrow({
    where: { id: responseId },
    select: {
      currentDraft: { select: { text: true } },
      assignment: {
        select: {
          topic: { select: { question: true } },
          comment: { select: asker },
        },
      },
      answers: { orderBy: { commentId: 'asc' }, select: { comment: { select: asker } } },
    },
  })
  const { assignment, answers, currentDraft } = response
  const points = questionPoints(pointsAsked({ assignment, response: { answers } }))
  return checkDraft({ text: currentDraft?.text ?? '', points })
}
