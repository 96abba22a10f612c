import { DEFAULT_MODE, formatDisplayMode, type DisplayMode } from './display-mode'

// The pages that guests share, each with the query parameters that it knows. Others are not cached, and
// parameters that a page does not know are cut off before it is rendered, so that nobody can fill the
// cache with them.
const GUEST_PAGES: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/^\/$/, []],
  [/^\/topics$/, ['after', 'category', 'district', 'sort', 'stage']],
  [/^\/topics\/[0-9a-z]{26}$/, ['after', 'at', 'before', 'kind', 'sort', 'stance', 'voice']],
  [/^\/topics\/[0-9a-z]{26}\/summary$/, []],
  [/^\/topics\/[0-9a-z]{26}\/comments\/[0-9a-z]{26}$/, ['after']],
  [/^\/responses\/[0-9a-z]{26}$/, ['version']],
  [/^\/studios$/, []],
  [/^\/studios\/[0-9a-z]{26}$/, []],
  [/^\/statistics$/, ['category', 'department', 'district', 'months']],
  [/^\/feeds$/, []],
  [/^\/feeds\/(topics|responses|outcomes)$/, []],
  [/^\/feeds\/(categories|studios)\/[0-9a-z]{26}$/, []],
  [/^\/openness$/, []],
  [/^\/privacy$/, []],
  [/^\/accessibility$/, []],
]

const MAX_VALUE_LENGTH = 80

/**
 * The canonical address of a guest page (path and known query, in a fixed order), or undefined when the
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
  for (const name of page[1]) {
    const value = query.get(name)
    if (value && value.length <= MAX_VALUE_LENGTH) known.set(name, value)
  }
  const search = known.toString()
  return search ? `${path}?${search}` : path
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
