/** What there is one feed of for the whole site. */
export const WHOLE_FEEDS = ['topics', 'responses', 'commitments', 'outcomes'] as const

/** What a feed carries: all topics, answers, promises or outcomes, or everything of one category or studio. */
export type FeedSubject =
  { kind: (typeof WHOLE_FEEDS)[number] } | { kind: 'categories' | 'studios'; id: string }

const OF_ONE = ['categories', 'studios'] as const

/** The subject that an address names; null where there is no such feed. */
export function readFeedSubject(kind: string, id: string | undefined): FeedSubject | null {
  const whole = WHOLE_FEEDS.find((each) => each === kind)
  if (whole && id === undefined) return { kind: whole }
  const ofOne = OF_ONE.find((each) => each === kind)
  return ofOne && id !== undefined ? { kind: ofOne, id } : null
}
