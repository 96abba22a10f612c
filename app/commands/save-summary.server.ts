import { AppError } from '~/domain/errors'
import { SUMMARY_LIMITS, type PointKind } from '~/domain/outcome/summary'
import type { Stage, Verdict } from '~/domain/topic/stage'
import { requireWriteSummary } from '~/policies/summary'
import { requireWorkOnTopic } from '~/policies/topic'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

export interface SummaryDraftInput {
  topicId: string
  /** The version of the draft that was on the page; 0 while there was none. */
  version: number
  verdict: Verdict
  /** Markdown, cleaned; may be empty while it is a draft, as may the text of a point. */
  introduction: string
  /** In their order. Points of the draft that are not among them are taken out, with their citations. */
  points: ReadonlyArray<{ id: string | null; kind: PointKind; text: string }>
}

export interface SavedSummary {
  summaryId: string
  version: number
  /** The points' ids, in their order. */
  pointIds: string[]
}

/**
 * Saves the draft of a topic's outcome summary: introduction, verdict and points in their order. A summary
 * that was published is never written again; what is drafted after it gets the next number.
 *
 * @throws AppError notFound; forbidden; invalidInput for points of another draft; conflict (`what`, `who`,
 *   `at`, `mine`) where somebody saved or published meanwhile
 */
export async function saveSummary(scope: Scope, input: SummaryDraftInput): Promise<SavedSummary> {
  const introduction = renderMarkdown(input.introduction, 'document')
  return transact(scope, async (tx) => {
    const topic = await lockTopic(tx, input.topicId)
    requireWorkOnTopic(scope.viewer, topic)
    const writer = requireWriteSummary(scope.viewer, topic)
    const words = {
      verdict: input.verdict,
      introduction: input.introduction,
      introductionHtml: introduction.html,
      rendererVersion: introduction.version,
      updatedAt: tx.now,
    }
    const summaryId = await claimDraft(tx, input, writer.personId, words)
    const pointIds = await savePoints(tx, summaryId, input.points)
    tx.audit({
      action: 'summary.drafted',
      objectType: 'summary',
      objectId: summaryId,
      detail: { topicId: input.topicId, version: input.version, points: pointIds },
    })
    return { summaryId, version: input.version + 1, pointIds }
  })
}

/** One summary of a topic is written at a time. @throws AppError notFound */
export async function lockTopic(
  tx: Transaction,
  topicId: string,
): Promise<{ studioId: string; stage: Stage; title: string }> {
  const [topic] = await tx.db.$queryRaw<Array<{ studioId: string; stage: Stage; title: string }>>`
    SELECT "studioId", "stage"::text, "title" FROM "topics" WHERE "id" = ${topicId} FOR UPDATE`
  if (!topic) throw new AppError('notFound')
  return topic
}

/** The draft on the page moves on by one version, or begins; anything else was somebody faster. */
async function claimDraft(
  tx: Transaction,
  input: SummaryDraftInput,
  viewerId: string,
  words: {
    verdict: Verdict
    introduction: string
    introductionHtml: string
    rendererVersion: number
    updatedAt: Date
  },
): Promise<string> {
  const latest = await tx.db.outcomeSummary.findFirst({
    where: { topicId: input.topicId },
    orderBy: { number: 'desc' },
    select: { id: true, number: true, status: true, version: true },
  })
  if (input.version === 0 && latest?.status !== 'draft') {
    const summary = await tx.db.outcomeSummary.create({
      data: {
        ...words,
        id: newId(tx.now.getTime()),
        topicId: input.topicId,
        number: (latest?.number ?? 0) + 1,
        status: 'draft',
        draftedById: viewerId,
        createdAt: tx.now,
      },
      select: { id: true },
    })
    return summary.id
  }
  if (!latest) throw new AppError('notFound')
  if (latest.status !== 'draft' || latest.version !== input.version) {
    throw await conflictOver(tx.db, 'summary', latest.id, viewerId)
  }
  await tx.db.outcomeSummary.update({
    where: { id: latest.id },
    data: { ...words, version: { increment: 1 } },
  })
  return latest.id
}

async function savePoints(
  tx: Transaction,
  summaryId: string,
  points: SummaryDraftInput['points'],
): Promise<string[]> {
  if (points.length > SUMMARY_LIMITS.points) {
    throw new AppError('invalidInput', { problem: 'tooManyPoints', max: SUMMARY_LIMITS.points })
  }
  const existing = await tx.db.summaryPoint.findMany({
    where: { summaryId },
    select: { id: true },
  })
  const known = new Set(existing.map(({ id }) => id))
  const kept = points.flatMap(({ id }) => id ?? [])
  if (kept.some((id) => !known.has(id)) || new Set(kept).size < kept.length) {
    throw new AppError('invalidInput', {}, { detail: 'points of another draft' })
  }
  await tx.db.summaryPoint.deleteMany({ where: { summaryId, id: { notIn: kept } } })
  // No two points stand in one place, not even for a moment: all step aside before each takes its own.
  await tx.db.$executeRaw`
    UPDATE "summary_points" SET "position" = -1 - "position" WHERE "summaryId" = ${summaryId}`
  const ids: string[] = []
  for (const [position, point] of points.entries()) {
    const { html, version } = renderMarkdown(point.text, 'document')
    const words = { position, kind: point.kind, text: point.text, html, rendererVersion: version }
    const id = point.id ?? newId(tx.now.getTime())
    if (point.id) await tx.db.summaryPoint.update({ where: { id }, data: words })
    else await tx.db.summaryPoint.create({ data: { ...words, id, summaryId } })
    ids.push(id)
  }
  return ids
}
