import type { Grade, Grades, RatingAspect } from '~/domain/response/rating'
import type { Scope } from '~/server/scope.server'

/** What residents say of a published answer, beside what its department declares. */
export interface EvaluationView {
  closesAt: Date
  /** How many persons raised what it answers, and how many of these rated it. */
  invited: number
  rated: number
  tallies: Array<{ aspect: RatingAspect; grade: Grade; count: number }>
  /** The newest words that a moderator published. */
  texts: Array<Grades & { id: string; text: string; name: string; at: Date }>
}

/** So many residents' words stand under an answer. */
const TEXTS = 20

/** What residents say of these answers, by the answers' ids. */
export async function listEvaluations(
  scope: Pick<Scope, 'db'>,
  responseIds: readonly string[],
): Promise<Map<string, EvaluationView>> {
  if (responseIds.length === 0) return new Map()
  const evaluations = await scope.db.evaluation.findMany({
    where: { responseId: { in: [...responseIds] } },
    select: {
      responseId: true,
      closesAt: true,
      invited: true,
      rated: true,
      tallies: { select: { aspect: true, grade: true, count: true } },
      ratings: {
        where: { textState: 'published' },
        orderBy: [{ textReviewedAt: 'desc' }, { id: 'desc' }],
        take: TEXTS,
        select: {
          id: true,
          resolution: true,
          attitude: true,
          speed: true,
          publicText: true,
          textSentAt: true,
          createdAt: true,
          person: { select: { displayName: true } },
        },
      },
    },
  })
  return new Map(
    evaluations.map(({ responseId, ratings, ...evaluation }) => [
      responseId,
      {
        ...evaluation,
        texts: ratings.map(({ person, publicText, textSentAt, createdAt, ...rating }) => ({
          ...rating,
          text: publicText ?? '',
          name: person.displayName,
          at: textSentAt ?? createdAt,
        })),
      },
    ]),
  )
}
