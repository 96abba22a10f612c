/** What a feed carries: all topics, answers or outcomes, or everything of one category or studio. */
export type FeedSubject =
  { kind: 'topics' | 'responses' | 'outcomes' } | { kind: 'categories' | 'studios'; id: string }

const WHOLE = ['topics', 'responses', 'outcomes'] as const
const OF_ONE = ['categories', 'studios'] as const

/** The subject that an address names; null where there is no such feed. */
export function readFeedSubject(kind: string, id: string | undefined): FeedSubject | null {
  const whole = WHOLE.find((each) => each === kind)
  if (whole && id === undefined) return { kind: whole }
  const ofOne = OF_ONE.find((each) => each === kind)
  return ofOne && id !== undefined ? { kind: ofOne, id } : null
}
