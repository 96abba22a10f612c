import { COMMENT_KINDS, STANCES } from '~/domain/comment/comment'
import { VOICES_SORTS } from '~/domain/comment/voices-place'
import { VOICES } from '~/domain/person/role'
import { COMMITMENT_VIEWS } from '~/domain/response/commitment'
import { RATE_PERIODS } from '~/domain/response/rates'
import { STAGES } from '~/domain/topic/stage'
import { TOPIC_SORTS } from '~/domain/topic/topic-sorts'
import { DEFAULT_MODE, formatDisplayMode, type DisplayMode } from './display-mode'

/** The values of a query parameter that make a page of their own; with all others it is as if it were not there. */
type Accepted = readonly string[] | RegExp

const ID = /^[0-9a-z]{26}$/

// A key that no page wrote is not passed over: the page refuses it, and what it refuses is not kept.
const KEY = /^.{1,80}$/

// The pages that guests share, each with the query parameters that it knows, in the order of their names. Others
// are not cached, and parameters and values that a page does not know are cut off before it is rendered, so
// that nobody can fill the cache with them.
const GUEST_PAGES: ReadonlyArray<readonly [RegExp, Readonly<Record<string, Accepted>>]> = [
  [/^\/$/, {}],
  [/^\/topics$/, { after: KEY, category: ID, district: ID, sort: TOPIC_SORTS, stage: STAGES }],
  [
    /^\/topics\/[0-9a-z]{26}$/,
    {
      after: KEY,
      at: KEY,
      before: KEY,
      kind: COMMENT_KINDS,
      sort: VOICES_SORTS,
      stance: STANCES,
      voice: VOICES,
    },
  ],
  [/^\/topics\/[0-9a-z]{26}\/summary$/, {}],
  [/^\/topics\/[0-9a-z]{26}\/comments\/[0-9a-z]{26}$/, { after: KEY }],
  [/^\/topics\/[0-9a-z]{26}\/comments\/[0-9a-z]{26}\/same$/, { after: KEY }],
  [/^\/responses\/[0-9a-z]{26}$/, { version: KEY }],
  [/^\/commitments$/, { after: KEY, department: ID, state: COMMITMENT_VIEWS }],
  [/^\/commitments\/[0-9a-z]{26}$/, {}],
  [/^\/studios$/, {}],
  [/^\/studios\/[0-9a-z]{26}$/, { after: KEY }],
  [
    /^\/statistics$/,
    { category: ID, department: ID, district: ID, months: RATE_PERIODS.map(String) },
  ],
  [/^\/feeds$/, {}],
  [/^\/feeds\/(topics|responses|commitments|outcomes)$/, {}],
  [/^\/feeds\/(categories|studios)\/[0-9a-z]{26}$/, {}],
  [/^\/openness$/, {}],
  [/^\/privacy$/, {}],
  [/^\/accessibility$/, {}],
]

/**
 * The canonical address of a guest page (path and known query with known values, in a fixed order), or undefined when the
 * address is none.
 */
export function guestPageAddress(target: string): string | undefined {
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  const page = GUEST_PAGES.find(([pattern]) => pattern.test(path))
  if (!page) return undefined
  if (mark < 0) return path
  const query = new URLSearchParams(target.slice(mark + 1))
  const known = new URLSearchParams()
  for (const [name, accepted] of Object.entries(page[1])) {
    const value = query.get(name)
    if (value !== null && accepts(accepted, value)) known.set(name, value)
  }
  const search = known.toString()
  return search ? `${path}?${search}` : path
}

function accepts(accepted: Accepted, value: string): boolean {
  return accepted instanceof RegExp ? accepted.test(value) : accepted.includes(value)
}

/** The cache's key of a guest page in one language and mode. */
export function guestPageKey(address: string, mode: DisplayMode): string {
  return `${address} ${formatDisplayMode(mode)}`
}

/** As many addresses as are worth remembering; then they are forgotten all at once. */
const MOST_KNOWN = 5_000

const knownKeys = new Map<string, string>()

/** The cache's key of what a guest without cookies asks for. Asked with every guest's request: remembered. */
export function plainGuestPageKey(target: string): string | undefined {
  const known = knownKeys.get(target)
  if (known !== undefined) return known
  const address = guestPageAddress(target)
  if (address === undefined) return undefined
  if (knownKeys.size >= MOST_KNOWN) knownKeys.clear()
  const key = guestPageKey(address, DEFAULT_MODE)
  knownKeys.set(target, key)
  return key
}
