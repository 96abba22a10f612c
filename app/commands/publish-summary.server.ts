import { AppError } from '~/domain/errors'
import { quoteExcerpt } from '~/domain/comment/quote'
import { missingInSummary, type SummaryMissing } from '~/domain/outcome/summary'
import { paths } from '~/paths'
import { requirePublishSummary } from '~/policies/summary'
import { requireWorkOnTopic } from '~/policies/topic'
import { conflictOver } from '~/queries/get-last-change.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { transact, type Transaction } from '~/server/transact.server'
import { announce } from './announce.server'
import { indexForSearch } from './index-for-search.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { lockTopic } from './save-summary.server'
import { tellPerson } from './tell-person.server'

export type PublishSummaryResult =
  { ok: true } | { ok: false; /** All that stands in the way. */ missing: SummaryMissing[] }

/**
 * Publishes the draft of a topic's outcome summary (发布协商成果): from then on nobody changes it, and those
 * whose words it cites are told.
 *
 * @throws AppError notFound; forbidden for who does not convene there; conflict (`what`, `who`, `at`, `mine`)
 *   where it is no longer the draft that was on the page
 */
export async function publishSummary(
  scope: Scope,
  input: { topicId: string; version: number },
): Promise<PublishSummaryResult> {
  return transact(scope, async (tx) => {
    const topic = await lockTopic(tx, input.topicId)
    requireWorkOnTopic(scope.viewer, topic)
    const convener = requirePublishSummary(scope.viewer, topic)
    const summary = await tx.db.outcomeSummary.findFirst({
      where: { topicId: input.topicId },
      orderBy: { number: 'desc' },
      select: {
        id: true,
        number: true,
        status: true,
        version: true,
        verdict: true,
        introduction: true,
        points: {
          orderBy: { position: 'asc' },
          select: {
            text: true,
            citations: { select: { revision: { select: { status: true } } } },
          },
        },
      },
    })
    if (!summary) throw new AppError('notFound')
    if (summary.status !== 'draft' || summary.version !== input.version) {
      throw await conflictOver(tx.db, 'summary', summary.id, convener.personId)
    }
    const missing = missingInSummary({
      introduction: summary.introduction,
      points: summary.points.map(({ text, citations }) => ({
        text,
        citations: citations.length,
        standing: citations.filter(
          ({ revision }) => revision.status === 'published' || revision.status === 'superseded',
        ).length,
      })),
    })
    if (missing.length > 0) return { ok: false, missing }

    await tx.db.outcomeSummary.update({
      where: { id: summary.id },
      data: {
        status: 'published',
        publishedAt: tx.now,
        publishedById: convener.personId,
        version: { increment: 1 },
      },
    })
    const { id: summaryId, number, verdict } = summary
    await recordOnTimeline(
      tx,
      input.topicId,
      verdict === 'noConsensus'
        ? { kind: 'noConsensus', data: { summaryId, number } }
        : { kind: 'summaryPublished', data: { summaryId, number, verdict } },
      { actorId: convener.personId },
    )
    const text = [summary.introduction, ...summary.points.map((point) => point.text)].join('\n')
    await indexForSearch(tx, {
      objectId: summaryId,
      kind: 'summary',
      topicId: input.topicId,
      title: topic.title,
      text,
      excerpt: quoteExcerpt(summary.introduction),
      publishedAt: tx.now,
    })
    const cited = { topicId: input.topicId, title: topic.title, summaryId }
    await announce(tx, {
      key: `summary:${summaryId}`,
      fact: { kind: 'summaryPublished', data: { noConsensus: verdict === 'noConsensus' } },
      topicId: input.topicId,
      actorId: convener.personId,
      own: await tellCitedAuthors(tx, scope, cited),
    })
    tx.audit({
      action: 'summary.published',
      objectType: 'summary',
      objectId: summaryId,
      role: 'convener',
      detail: { topicId: input.topicId, number, verdict, points: summary.points.length },
    })
    tx.touch('topics', `topic:${input.topicId}`, `studio:${topic.studioId}`)
    return { ok: true }
  })
}

/**
 * Tells by text message each author once, however often they are cited; not those who have taken their words back.
 *
 * @returns the authors
 */
async function tellCitedAuthors(
  tx: Transaction,
  scope: Scope,
  summary: { topicId: string; title: string; summaryId: string },
): Promise<string[]> {
  const authors = await tx.db.comment.findMany({
    where: {
      status: 'published',
      citations: { some: { point: { summaryId: summary.summaryId } } },
    },
    distinct: ['authorId'],
    orderBy: { authorId: 'asc' },
    select: { authorId: true },
  })
  const link = siteAddress(scope.container, paths.topicSummary(summary.topicId))
  for (const { authorId } of authors) {
    await tellPerson(tx, authorId, {
      key: 'summary.text.cited',
      params: { title: summary.title, link },
    })
  }
  return authors.map(({ authorId }) => authorId)
}
