import { countCharacters } from '~/domain/shared/clean-text'

/** How much each part of a topic holds, in characters (code points). */
export const TOPIC_LIMITS = {
  titleMin: 4,
  title: 60,
  question: 120,
  background: 10_000,
  tag: 12,
  tags: 8,
  /** Why a second round begins. */
  reason: 300,
} as const

/** What parts tags that were typed into one line. */
const TAG_SEPARATOR = /[\s,，、;；#＃]+/u

export type TagsResult =
  { ok: true; tags: string[] } | { ok: false; problem: 'tooMany' | 'tooLong' }

/** The tags of a topic from one line, each once, in the order in which they were typed. */
export function parseTags(line: string): TagsResult {
  const tags = [...new Set(line.split(TAG_SEPARATOR).filter((tag) => tag !== ''))]
  if (tags.length > TOPIC_LIMITS.tags) return { ok: false, problem: 'tooMany' }
  if (tags.some((tag) => countCharacters(tag) > TOPIC_LIMITS.tag)) {
    return { ok: false, problem: 'tooLong' }
  }
  return { ok: true, tags }
}

/** The beginning of a topic's number: 协商 and the year in which it was opened. */
export function topicCodePrefix(year: number): string {
  return `XS-${year}-`
}

/**
 * The number after the highest one of the year so far (null while there is none), with at least three digits:
 * `XS-2025-001`.
 */
export function nextTopicCode(year: number, highest: string | null): string {
  const prefix = topicCodePrefix(year)
  const last = highest?.startsWith(prefix) ? Number(highest.slice(prefix.length)) : 0
  return `${prefix}${String((Number.isInteger(last) ? last : 0) + 1).padStart(3, '0')}`
}
