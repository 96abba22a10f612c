import { AppError } from '~/domain/errors'
import { SUMMARY_LIMITS } from '~/domain/outcome/summary'
import { requireWriteSummary } from '~/policies/summary'
import { requireWorkOnTopic } from '~/policies/topic'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { lockTopic } from './save-summary.server'

export interface CiteCommentsInput {
  topicId: string
  pointId: string
  /** The version of the summary that was on the page. */
  version: number
  /** Comments that the point rests on from now on; those it cites already stay as they are. */
  cite: readonly string[]
  /** Comments that it cites no longer. */
  drop: readonly string[]
}

/**
 * Chooses the comments that a point of a draft rests on. A citation names the revision that is published
 * now: what its author writes later does not change what was cited.
 *
 * @throws AppError notFound; forbidden; invalidInput (`problem`: tooManyCitations); conflict (`what`, `who`,
 *   `at`, `mine`) where somebody saved or published meanwhile
 */
export async function citeComments(
  scope: Scope,
  input: CiteCommentsInput,
): Promise<{ version: number; citations: number }> {
  return transact(scope, async (tx) => {
    const topic = await lockTopic(tx, input.topicId)
    requireWorkOnTopic(scope.viewer, topic)
    const writer = requireWriteSummary(scope.viewer, topic)
    const point = await tx.db.summaryPoint.findFirst({
      where: { id: input.pointId, summary: { topicId: input.topicId } },
      select: { summaryId: true },
    })
    if (!point) throw new AppError('notFound')
    const { count } = await tx.db.outcomeSummary.updateMany({
      where: { id: point.summaryId, version: input.version, status: 'draft' },
      data: { updatedAt: tx.now, version: { increment: 1 } },
    })
    if (count === 0) throw await conflictOver(tx.db, 'summary', point.summaryId, writer.personId)

    await tx.db.citation.deleteMany({
      where: { pointId: input.pointId, commentId: { in: [...input.drop] } },
    })
    const comments = await tx.db.comment.findMany({
      where: { id: { in: [...input.cite] }, topicId: input.topicId, status: 'published' },
      orderBy: { id: 'asc' },
      select: { id: true, currentRevisionId: true },
    })
    const last = await tx.db.citation.aggregate({
      where: { pointId: input.pointId },
      _max: { position: true },
    })
    const first = (last._max.position ?? -1) + 1
    await tx.db.citation.createMany({
      data: comments.flatMap(({ id, currentRevisionId }, index) =>
        currentRevisionId
          ? [
              {
                pointId: input.pointId,
                commentId: id,
                revisionId: currentRevisionId,
                position: first + index,
              },
            ]
          : [],
      ),
      skipDuplicates: true,
    })
    const citations = await tx.db.citation.count({ where: { pointId: input.pointId } })
    if (citations > SUMMARY_LIMITS.citationsPerPoint) {
      throw new AppError('invalidInput', {
        problem: 'tooManyCitations',
        max: SUMMARY_LIMITS.citationsPerPoint,
      })
    }
    tx.audit({
      action: 'summary.cited',
      objectType: 'summary',
      objectId: point.summaryId,
      detail: { pointId: input.pointId, cited: comments.map(({ id }) => id), dropped: input.drop },
    })
    return { version: input.version + 1, citations }
  })
}
