import { viewQuote, type QuoteView } from '~/domain/comment/quote'
import { AppError } from '~/domain/errors'
import type { PointKind, SummaryStatus } from '~/domain/outcome/summary'
import type { Voice } from '~/domain/person/role'
import type { Verdict } from '~/domain/topic/stage'
import type { TransactionDb } from '~/server/db/database.server'

/** A cited comment: its place, and its words as they were cited, while they are public. */
export interface CitationView {
  commentId: string
  authorName: string
  voice: Voice
  authorTitle: string | null
  lang: string
  words: QuoteView
}

export interface SummaryPointView {
  id: string
  kind: PointKind
  text: string
  html: string
  citations: CitationView[]
}

/** An outcome summary (协商成果) with its points in their order and what each rests on. */
export interface SummaryView {
  id: string
  topicId: string
  number: number
  status: SummaryStatus
  verdict: Verdict
  introduction: string
  introductionHtml: string
  version: number
  updatedAt: Date
  publishedAt: Date | null
  /** Who put their name to it. */
  publishedBy: string | null
  points: SummaryPointView[]
}

/** The newest published summary of a topic. @throws AppError notFound while there is none */
export async function getPublishedSummary(
  scope: { db: TransactionDb },
  topicId: string,
): Promise<SummaryView> {
  const summary = await readSummary(scope.db, { topicId, status: 'published' })
  if (!summary) throw new AppError('notFound')
  return summary
}

/** The draft of a topic's summary, or null while none is being written. For those who may see it. */
export async function readSummaryDraft(
  db: TransactionDb,
  topicId: string,
): Promise<SummaryView | null> {
  return readSummary(db, { topicId, status: 'draft' })
}

async function readSummary(
  db: TransactionDb,
  which: { topicId: string; status: SummaryStatus },
): Promise<SummaryView | null> {
  const row = await db.outcomeSummary.findFirst({
    where: which,
    orderBy: { number: 'desc' },
    select: {
      id: true,
      topicId: true,
      number: true,
      status: true,
      verdict: true,
      introduction: true,
      introductionHtml: true,
      version: true,
      updatedAt: true,
      publishedAt: true,
      publishedBy: { select: { displayName: true } },
      points: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          kind: true,
          text: true,
          html: true,
          citations: {
            orderBy: [{ position: 'asc' }, { commentId: 'asc' }],
            select: {
              commentId: true,
              revision: { select: { status: true, text: true } },
              comment: {
                select: {
                  voice: true,
                  authorTitle: true,
                  lang: true,
                  author: { select: { displayName: true } },
                },
              },
            },
          },
        },
      },
    },
  })
  if (!row) return null
  return {
    ...row,
    publishedBy: row.publishedBy?.displayName ?? null,
    points: row.points.map((point) => ({
      ...point,
      citations: point.citations.map(({ commentId, revision, comment }) => ({
        commentId,
        authorName: comment.author.displayName,
        voice: comment.voice,
        authorTitle: comment.authorTitle,
        lang: comment.lang,
        words: viewQuote(revision),
      })),
    })),
  }
}
