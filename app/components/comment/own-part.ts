import type { VoicesPlace } from '~/domain/comment/voices-place'
import type { ConversationPage } from '~/queries/list-comments.server'
import type { OwnWaiting } from '~/queries/get-own-in-topic.server'
import { ownLine, type ThreadLine, type Wording } from './comment-lines'
import type { OwnPart, ThreadEntry } from './thread-list'

/**
 * A page's conversations with what the reader alone sees among them. In the plain order their waiting comments
 * stand where they will be once public; in other orders, which go by what is public, they stand first.
 */
export function withOwnComments(
  threads: readonly ThreadLine[],
  own: readonly OwnWaiting[],
  where: { place: VoicesPlace; between: ConversationPage['between'] },
  wording: Wording,
): ThreadEntry[] {
  const { place, between } = where
  const openings = own.filter((each) => !each.rootId && !each.earlierPublic)
  const toEntry = (each: OwnWaiting): ThreadEntry => ({
    id: each.id,
    waiting: ownLine(each, wording),
  })
  if (between) {
    const here = openings.filter(({ id }) => id < between.above && id > between.below)
    return [...threads, ...here.map(toEntry)].sort((a, b) => (a.id < b.id ? 1 : -1))
  }
  if (place.start.side !== 'first' || place.sort === 'responded') return [...threads]
  const { filter } = place
  const chosen = openings.filter((each) => !filter || each[filter.by] === filter.value)
  return [...chosen.map(toEntry), ...threads]
}

/** The reader's own part of a page: which public comments are theirs, and the words they alone see. */
export function ownPart(
  viewerId: string | undefined,
  authors: ReadonlyMap<string, string>,
  own: readonly OwnWaiting[],
  wording: Wording,
): OwnPart {
  if (!viewerId) return { ids: [], lines: [] }
  return {
    ids: [...authors].filter(([, author]) => author === viewerId).map(([id]) => id),
    lines: own.map((each) => ownLine(each, wording)),
  }
}

/** Who wrote the public comments of a page, by comment: for telling a reader's own, never sent to a page. */
export function authorsOf(page: ConversationPage): Map<string, string> {
  const all = page.conversations.flatMap(({ opening, replies }) => [
    ...('gone' in opening ? [] : [opening]),
    ...replies,
  ])
  return new Map(all.map(({ id, authorId }) => [id, authorId]))
}

/** The words of the actions at each comment; none for readers without an account. */
export function commentActions(
  { t }: Pick<Wording, 't'>,
  reader: { signedIn: boolean; canComment: boolean; canAssign: boolean },
) {
  if (!reader.signedIn) return null
  return {
    reply: reader.canComment ? t('thread.reply') : null,
    quote: reader.canComment ? t('thread.quote') : null,
    edit: t('thread.own.edit'),
    withdraw: t('thread.own.withdraw'),
    receipt: t('thread.own.receipt'),
    you: t('thread.own.you'),
    assign: reader.canAssign ? t('thread.assign') : null,
  }
}
