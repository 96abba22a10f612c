import { cleanText } from '~/domain/shared/clean-text'

const LONGEST_SEARCH = 40

/** What the address of a register asks for: entries in use or not, part of a name, the page. */
export function readRegisterQuery(url: URL): { closed: boolean; q: string; after?: string } {
  return {
    closed: url.searchParams.get('view') === 'closed',
    q: readSearch(url, 'q'),
    after: url.searchParams.get('after') ?? undefined,
  }
}

/** A search typed into a register; empty where it holds what no entry can hold. */
export function readSearch(url: URL, name: string): string {
  const cleaned = cleanText((url.searchParams.get(name) ?? '').slice(0, LONGEST_SEARCH))
  return 'text' in cleaned ? cleaned.text.trim() : ''
}
