import { AppError } from '~/domain/errors'
import { VOICES, type Voice } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { COMMENT_KINDS, STANCES, type CommentKind, type Stance } from './comment'

/** The orders of a topic's conversations: 最新, 热度, 已答复. */
export const VOICES_SORTS = ['new', 'hot', 'responded'] as const

export type VoicesSort = (typeof VOICES_SORTS)[number]

/** What the conversations are chosen by: one thing at a time, each with an index of its own. */
export type VoicesFilter =
  | { by: 'stance'; value: Stance }
  | { by: 'voice'; value: Voice }
  | { by: 'kind'; value: CommentKind }

/** Where in an order a conversation stands. `value` is the score or time (ms) sorted by, null for 最新. */
export interface SortKey {
  value: number | null
  id: string
}

/** Where a page of conversations begins: at the first, after or before a key, or around one comment. */
export type PageStart =
  { side: 'first' } | { side: 'after' | 'before'; key: SortKey } | { side: 'at'; id: string }

/** A page of a topic's conversations, as its address says. */
export interface VoicesPlace {
  sort: VoicesSort
  filter: VoicesFilter | null
  start: PageStart
}

/**
 * Reads the query of a topic's address. Words that are not known are passed over, a key that was changed is
 * not. Of several filters the first counts; a jump to a comment goes to where it stands among all; what
 * was answered is not filtered.
 *
 * @throws AppError invalidCursor for an `after`, `before` or `at` that no page of this site wrote
 */
export function readVoicesPlace(get: (name: string) => string | null): VoicesPlace {
  const at = get('at')
  if (at !== null) {
    if (!isId(at)) throw new AppError('invalidCursor')
    return { sort: 'new', filter: null, start: { side: 'at', id: at } }
  }
  const sort = VOICES_SORTS.find((known) => known === get('sort')) ?? 'new'
  return {
    sort,
    filter: sort === 'responded' ? null : readFilter(get),
    start: readStart(sort, get('after'), get('before')),
  }
}

/** A key as the address carries it: the id, or `<value>_<id>`. */
export function formatSortKey({ value, id }: SortKey): string {
  return value === null ? id : `${value}_${id}`
}

function readFilter(get: (name: string) => string | null): VoicesFilter | null {
  const stance = STANCES.find((known) => known === get('stance'))
  if (stance) return { by: 'stance', value: stance }
  const voice = VOICES.find((known) => known === get('voice'))
  if (voice) return { by: 'voice', value: voice }
  const kind = COMMENT_KINDS.find((known) => known === get('kind'))
  return kind ? { by: 'kind', value: kind } : null
}

function readStart(sort: VoicesSort, after: string | null, before: string | null): PageStart {
  if (after !== null) return { side: 'after', key: readSortKey(sort, after) }
  if (before !== null) return { side: 'before', key: readSortKey(sort, before) }
  return { side: 'first' }
}

const HOT_VALUE = /^-?\d{1,6}(?:\.\d{1,20})?$/
const TIME_VALUE = /^\d{1,15}$/

function readSortKey(sort: VoicesSort, text: string): SortKey {
  if (sort === 'new') {
    if (!isId(text)) throw new AppError('invalidCursor')
    return { value: null, id: text }
  }
  const mark = text.indexOf('_')
  const [number, id] = [text.slice(0, mark), text.slice(mark + 1)]
  const pattern = sort === 'hot' ? HOT_VALUE : TIME_VALUE
  if (mark < 0 || !pattern.test(number) || !isId(id)) throw new AppError('invalidCursor')
  // The year 9999 and later is no time of this site, and past what dates can hold lies an error.
  const value = Number(number)
  if (sort === 'responded' && value > 253_402_300_799_999) throw new AppError('invalidCursor')
  return { value, id }
}
