/**
 * What a finding asks for, from the strictest: 拒收 takes in nothing, 暂扣 waits for a moderator, 遮盖
 * publishes with parts of the text masked, 留意 is for the moderator to know.
 */
export const ASKS = ['refuse', 'hold', 'mask', 'watch'] as const

export type Asks = (typeof ASKS)[number]

/**
 * The word lists: each is named by what its words ask for. What lies within a word of the last list is no
 * finding: 中出现 within 发展中出现.
 */
export const WORD_LISTS = [...ASKS, 'allow'] as const

export type WordList = (typeof WORD_LISTS)[number]

/** The stricter of the two; `undefined` asks for nothing. */
export function stricter(one: Asks | undefined, other: Asks | undefined): Asks | undefined {
  if (one === undefined || other === undefined) return one ?? other
  return ASKS.indexOf(one) <= ASKS.indexOf(other) ? one : other
}
