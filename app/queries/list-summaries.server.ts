import type { Stance } from '~/domain/comment/comment'
import { goneWords, type GoneWords } from '~/domain/comment/quote'
import type { PointKind } from '~/domain/outcome/summary'
import type { Voice } from '~/domain/person/role'
import { plainExcerpt } from '~/domain/shared/clean-text'
import type { Verdict } from '~/domain/topic/stage'
import type { Scope } from '~/server/scope.server'

/** A comment that a point rests on: in the words that were cited, or its place alone. */
export interface CitedComment {
  commentId: string
  /** Null where the words were withdrawn or removed. */
  words: {
    excerpt: string
    authorName: string
    voice: Voice
    authorTitle: string | null
    stance: Stance | null
    lang: string
    /** Its author has published another text since. */
    edited: boolean
  } | null
  gone: GoneWords | null
}

export interface PublishedPoint {
  id: string
  kind: PointKind
  html: string
  citations: CitedComment[]
}

/** A published outcome summary. */
export interface PublishedSummary {
  id: string
  number: number
  verdict: Verdict
  introductionHtml: string
  publishedAt: Date
  publishedBy: string
  points: PublishedPoint[]
}

const EXCERPT_CHARACTERS = 160

/** The published summaries of a topic, the newest round first. */
export async function listSummaries(
  scope: Pick<Scope, 'db'>,
  topicId: string,
): Promise<PublishedSummary[]> {
  const rows = await scope.db.outcomeSummary.findMany({
    where: { topicId, status: 'published' },
    orderBy: { number: 'desc' },
    select: {
      id: true,
      number: true,
      verdict: true,
      introductionHtml: true,
      publishedAt: true,
      publishedBy: { select: { displayName: true } },
      points: {
        orderBy: { position: 'asc' },
        select: {
          id: true,
          kind: true,
          html: true,
          citations: {
            orderBy: [{ position: 'asc' }, { commentId: 'asc' }],
            select: {
              commentId: true,
              revisionId: true,
              revision: { select: { text: true, status: true, stance: true } },
              comment: {
                select: {
                  status: true,
                  voice: true,
                  authorTitle: true,
                  lang: true,
                  currentRevisionId: true,
                  author: { select: { displayName: true } },
                },
              },
            },
          },
        },
      },
    },
  })
  return rows.flatMap((row): PublishedSummary[] => {
    if (!row.publishedAt || !row.publishedBy) return []
    return [
      {
        id: row.id,
        number: row.number,
        verdict: row.verdict,
        introductionHtml: row.introductionHtml,
        publishedAt: row.publishedAt,
        publishedBy: row.publishedBy.displayName,
        points: row.points.map((point) => ({
          id: point.id,
          kind: point.kind,
          html: point.html,
          citations: point.citations.map(({ commentId, revisionId, revision, comment }) => {
            const isPublic =
              comment.status === 'published' &&
              (revision.status === 'published' || revision.status === 'superseded')
            if (!isPublic) {
              return { commentId, words: null, gone: goneWords(comment.status) }
            }
            return {
              commentId,
              gone: null,
              words: {
                excerpt: plainExcerpt(revision.text, EXCERPT_CHARACTERS),
                authorName: comment.author.displayName,
                voice: comment.voice,
                authorTitle: comment.authorTitle,
                stance: revision.stance,
                lang: comment.lang,
                edited: comment.currentRevisionId !== revisionId,
              },
            }
          }),
        })),
      },
    ]
  })
}
