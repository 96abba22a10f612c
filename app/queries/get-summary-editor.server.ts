import { STANCES, type Stance } from '~/domain/comment/comment'
import { AppError } from '~/domain/errors'
import { missingInSummary } from '~/domain/outcome/summary'
import { isId } from '~/domain/shared/id'
import { canPublishSummary, canWriteSummary } from '~/policies/summary'
import { canWorkOnTopic } from '~/policies/topic'
import type { Scope } from '~/server/scope.server'
import { readSummaryDraft, type SummaryDraft } from './get-summary-draft.server'

/** How much of what was said the draft rests on: so that nobody is overlooked. */
export interface Coverage {
  /** Published comments of the topic, and how many of them the draft cites. */
  published: number
  cited: number
  /** Of the opening comments with a stance, by stance. */
  stances: Array<{ stance: Stance; published: number; cited: number }>
}

/**
 * The editor of a topic's outcome summary: the draft, if there is one, what it covers, and what is missing
 * before it can be published.
 *
 * @throws AppError notFound, also for who has no part in the topic's studio
 */
export async function getSummaryEditor(scope: Scope, topicId: string) {
  const topic = isId(topicId) ? await readTopic(scope, topicId) : null
  if (!topic || !canWorkOnTopic(scope.viewer, topic)) throw new AppError('notFound')
  const draft = await readSummaryDraft(scope.db, topicId)
  return {
    topic,
    draft,
    coverage: await readCoverage(scope, topic, draft?.id ?? ''),
    missing: draft ? missingIn(draft) : null,
    may: {
      write: canWriteSummary(scope.viewer, topic),
      publish: canPublishSummary(scope.viewer, topic),
    },
  }
}

export type SummaryEditor = Awaited<ReturnType<typeof getSummaryEditor>>

function missingIn(draft: SummaryDraft) {
  return missingInSummary({
    introduction: draft.introduction,
    points: draft.points.map(({ text, citations }) => ({
      text,
      citations: citations.length,
      standing: citations.filter(({ words }) => words.kind === 'words').length,
    })),
  })
}

async function readTopic(scope: Scope, id: string) {
  return scope.db.topic.findUnique({
    where: { id },
    select: {
      id: true,
      code: true,
      title: true,
      question: true,
      lang: true,
      stage: true,
      studioId: true,
      commentCount: true,
      voiceCount: true,
      studio: { select: { name: true } },
      tallies: { select: { stance: true, count: true } },
      summaries: {
        where: { status: 'published' },
        orderBy: { number: 'desc' },
        select: { number: true, publishedAt: true },
      },
    },
  })
}

async function readCoverage(
  scope: Scope,
  topic: NonNullable<Awaited<ReturnType<typeof readTopic>>>,
  summaryId: string,
): Promise<Coverage> {
  const rows = await scope.db.$queryRaw<
    Array<{ stance: Stance | null; opening: boolean; cited: number }>
  >`
    SELECT c."stance"::text, c."rootId" IS NULL AS "opening", count(*)::int AS "cited"
      FROM "comments" c
     WHERE c."status" = 'published' AND c."id" IN (
       SELECT z."commentId" FROM "citations" z JOIN "summary_points" y ON y."id" = z."pointId"
        WHERE y."summaryId" = ${summaryId})
     GROUP BY 1, 2`
  return {
    published: topic.commentCount,
    cited: rows.reduce((sum, row) => sum + row.cited, 0),
    stances: STANCES.flatMap((stance) => {
      const published = topic.tallies.find((tally) => tally.stance === stance)?.count ?? 0
      const cited = rows.find((row) => row.opening && row.stance === stance)?.cited ?? 0
      return published > 0 ? [{ stance, published, cited }] : []
    }),
  }
}
