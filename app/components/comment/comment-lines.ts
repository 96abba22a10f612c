import { fileLines, type FileLine } from '~/components/attachment/file-lines'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { Language } from '~/i18n/languages'
import type { Translate } from '~/i18n/translate'
import { paths } from '~/paths'
import type { ConversationPage } from '~/queries/list-comments.server'
import type { OwnWaiting } from '~/queries/get-own-in-topic.server'
import type { EmptyPlace, PublicCommentRow } from '~/queries/read-comments.server'

// A page of voices has some dozens of comments, and signed-in readers each get it rendered: every word of
// them is made here, once for all readers, so that rendering is putting strings into elements.

/** A comment in the words of the page. */
export interface CommentLine {
  id: string
  name: string
  voice: Voice
  /** The verified title and the place that its author gave. */
  byline: string
  isoTime: string
  when: string
  href: string
  lang: string
  html: string
  /** Whom a reply to a reply answers. */
  mention: string | null
  quote: QuoteLine | null
  /** Stance and kind, as words. */
  marks: string
  /** What became of it. */
  fates: ReadonlyArray<{ href: string; label: string }>
  replyHref: string
  quoteHref: string
  report: { href: string; label: string }
  files: FileLine[]
}

export interface QuoteLine {
  /** Null where the words are gone. */
  href: string | null
  by: string
  words: string
}

/** The place of a comment that is gone. */
export interface PlaceLine {
  id: string
  gone: string
}

/** A conversation in a topic's list. */
export interface ThreadLine {
  id: string
  opening: CommentLine | PlaceLine
  replies: CommentLine[]
  /** The way to all its replies, where there are more than stand here. */
  all: { href: string; label: string } | null
}

/** What the author alone sees at their comment. */
export interface OwnLine {
  id: string
  rootId: string | null
  /** The words that nobody else sees; null where an earlier text is public and stands here instead. */
  html: string | null
  lang: string
  marks: string
  note: string
  receiptHref: string
  editHref: string | null
  withdrawHref: string
  files: FileLine[]
}

export interface Wording {
  topicId: string
  t: Translate
  language: Language
}

export function isPlaceLine(line: CommentLine | PlaceLine): line is PlaceLine {
  return 'gone' in line
}

/** The conversations of a page in words. */
export function threadLines(page: ConversationPage, wording: Wording): ThreadLine[] {
  const { t, topicId } = wording
  return page.conversations.map(({ opening, replies }) => ({
    id: opening.id,
    opening: openingLine(opening, wording),
    replies: replies.map((reply) => commentLine(reply, wording)),
    all:
      opening.replyCount > replies.length
        ? {
            href: paths.conversation(topicId, opening.id),
            label: t('thread.replies.all', { n: opening.replyCount }),
          }
        : null,
  }))
}

/** A comment, or the place of one, in words. */
export function openingLine(
  opening: PublicCommentRow | EmptyPlace,
  wording: Wording,
): CommentLine | PlaceLine {
  return 'gone' in opening
    ? { id: opening.id, gone: wording.t(`thread.place.${opening.gone}`) }
    : commentLine(opening, wording)
}

export function commentLine(comment: PublicCommentRow, wording: Wording): CommentLine {
  const { t, language, topicId } = wording
  const at = formatDateTime(comment.createdAt, language)
  return {
    id: comment.id,
    name: comment.authorName,
    voice: comment.voice,
    byline: [comment.authorTitle, comment.place].filter(Boolean).join(' '),
    isoTime: comment.createdAt.toISOString(),
    when: comment.edited ? `${at} · ${t('thread.edited')}` : at,
    href: paths.comment(topicId, comment.id),
    lang: comment.lang,
    html: comment.html,
    mention: mentionWords(comment, t),
    quote: quoteLine(comment, wording),
    marks: markWords(comment, t),
    fates: [
      ...sameDemandLine(comment, wording),
      ...comment.points.map(({ id, position }) => ({
        href: paths.summaryPoint(topicId, id),
        label: t('thread.fate.point', { n: position + 1 }),
      })),
      ...comment.responses.map(({ id, department }) => ({
        href: paths.response(topicId, id),
        label: t('thread.fate.response', { department }),
      })),
    ],
    replyHref: `${paths.conversation(topicId, comment.rootId ?? comment.id, { replyTo: comment.id })}#say`,
    report: { href: paths.reportComment(topicId, comment.id), label: t('report.link') },
    quoteHref: `${paths.newComment(topicId, { quote: comment.revisionId })}#say`,
    files: fileLines(comment.files, t),
  }
}

/** What the author alone sees, in words. */
export function ownLine(own: OwnWaiting, { t }: Wording): OwnLine {
  const note = own.earlierPublic
    ? t(`thread.own.edit${capitalised(own.standing)}`)
    : t(`thread.own.${own.standing}`)
  return {
    id: own.id,
    rootId: own.rootId,
    html: own.earlierPublic ? null : own.html,
    lang: own.lang,
    marks: markWords(own, t),
    note,
    receiptHref: paths.receipt(own.id),
    editHref: own.standing === 'rejected' && !own.earlierPublic ? null : paths.editComment(own.id),
    withdrawHref: paths.withdrawComment(own.id),
    files: own.earlierPublic ? [] : fileLines(own.files, t),
  }
}

/** The way to what others say to the same end; from one of them, to all. */
function sameDemandLine({ id, sameDemand }: PublicCommentRow, { t, topicId }: Wording) {
  if (!sameDemand) return []
  const { leadId, people } = sameDemand
  const label = t(leadId === id ? 'thread.same.lead' : 'thread.same.member', { n: people })
  return [{ href: paths.sameDemand(topicId, leadId), label }]
}

function capitalised(standing: OwnWaiting['standing']): 'Pending' | 'Returned' | 'Rejected' {
  return ({ pending: 'Pending', returned: 'Returned', rejected: 'Rejected' } as const)[standing]
}

function mentionWords({ mentions }: PublicCommentRow, t: Translate): string | null {
  if (!mentions) return null
  return mentions.name === null
    ? t('thread.mention.gone')
    : t('thread.mention', { name: mentions.name })
}

function quoteLine({ quoted }: PublicCommentRow, { t, topicId }: Wording): QuoteLine | null {
  if (!quoted) return null
  const { view, commentId, authorName } = quoted
  if (view.kind !== 'words') return { href: null, by: '', words: t(`thread.quote.${view.kind}`) }
  const by = t('thread.quote.of', { name: authorName })
  return {
    href: paths.comment(topicId, commentId),
    by: view.edited ? `${by} · ${t('thread.quote.edited')}` : by,
    words: view.excerpt,
  }
}

// Replies carry no stance, and their kind says nothing.
function markWords(
  comment: { rootId: string | null; stance: Stance | null; kind: CommentKind },
  t: Translate,
): string {
  if (comment.rootId) return ''
  const kind = t(`kind.${comment.kind}`)
  return comment.stance ? `${t(`stance.${comment.stance}`)} · ${kind}` : kind
}
