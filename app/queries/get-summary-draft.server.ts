import { viewQuote, type QuoteView } from '~/domain/comment/quote'
import type { PointKind } from '~/domain/outcome/summary'
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

/** An outcome summary (协商成果) that is being written: its points in their order, and what each rests on. */
export interface SummaryDraft {
  id: string
  topicId: string
  number: number
  verdict: Verdict
  introduction: string
  introductionHtml: string
  version: number
  updatedAt: Date
  points: SummaryPointView[]
}

/** The draft of a topic's summary, or null while none is being written. For those who may see it. */
export async function readSummaryDraft(
  db: TransactionDb,
  topicId: string,
): Promise<SummaryDraft | null> {
  const row = await db.outcomeSummary.findFirst({
    where: { topicId, status: 'draft' },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      topicId: true,
      number: true,
      verdict: true,
      introduction: true,
      introductionHtml: true,
      version: true,
      updatedAt: true,
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
