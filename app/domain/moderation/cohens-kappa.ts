/** How often two raters of the same things gave these two categories. */
export interface RatedPair {
  first: string
  second: string
  count: number
}

export interface Agreement {
  /** How many things both have rated. */
  pairs: number
  /** The share in which they agree, 0 to 1. */
  observed: number
  /** 1 is full agreement, 0 what chance alone would bring, below 0 less than that. */
  kappa: number
  /** 95 % confidence; null from fewer pairs than the approximation needs. */
  interval: { low: number; high: number } | null
}

/** From fewer pairs than these kappa says little, and its interval is not told. */
export const KAPPA_MINIMUM_PAIRS = 30

/** The normal quantile of a two-sided 95 % interval. */
const Z_95 = 1.959964

/**
 * Cohen's kappa: κ = (p₀ − pₑ) / (1 − pₑ), where p₀ is the share in which two raters agree and pₑ the share in which
 * they would by chance, from how often each uses each category (Cohen 1960, Educational and Psychological
 * Measurement 20). The interval is κ ± 1.96 standard errors for large samples (Fleiss, Cohen and Everitt 1969,
 * Psychological Bulletin 72), cut at −1 and 1.
 *
 * @param pairs in any order; the same pair may stand more than once
 * @returns null without pairs, and where chance alone makes them agree always (pₑ = 1: both only ever used one
 *   category), as κ is 0 / 0 there
 */
export function cohensKappa(pairs: readonly RatedPair[]): Agreement | null {
  const n = pairs.reduce((sum, { count }) => sum + count, 0)
  if (n === 0) return null
  const { firsts, seconds } = margins(pairs)
  const categories = [...firsts.keys()].filter((category) => seconds.has(category))
  const agreed = pairs.reduce((sum, each) => sum + (each.first === each.second ? each.count : 0), 0)
  // Reckoned in whole numbers as long as possible: pₑ = 1 is found exactly.
  const byChance = categories.reduce(
    (sum, category) => sum + (firsts.get(category) ?? 0) * (seconds.get(category) ?? 0),
    0,
  )
  if (byChance === n * n) return null
  const observed = agreed / n
  const expected = byChance / (n * n)
  const kappa = (observed - expected) / (1 - expected)
  return {
    pairs: n,
    observed,
    kappa,
    interval: n < KAPPA_MINIMUM_PAIRS ? null : interval(pairs, n, kappa, expected),
  }
}

/** Kappa of one category against all others: whether the raters agree on when it applies. */
export function kappaOfCategory(pairs: readonly RatedPair[], category: string): Agreement | null {
  const isIt = (given: string) => (given === category ? 'it' : 'other')
  return cohensKappa(
    pairs.map(({ first, second, count }) => ({ first: isIt(first), second: isIt(second), count })),
  )
}

function margins(pairs: readonly RatedPair[]) {
  const firsts = new Map<string, number>()
  const seconds = new Map<string, number>()
  for (const { first, second, count } of pairs) {
    firsts.set(first, (firsts.get(first) ?? 0) + count)
    seconds.set(second, (seconds.get(second) ?? 0) + count)
  }
  return { firsts, seconds }
}

function interval(pairs: readonly RatedPair[], n: number, kappa: number, expected: number) {
  const { firsts, seconds } = margins(pairs)
  const ofFirst = (category: string) => (firsts.get(category) ?? 0) / n
  const ofSecond = (category: string) => (seconds.get(category) ?? 0) / n
  let sum = -((kappa - expected * (1 - kappa)) ** 2)
  for (const { first, second, count } of pairs) {
    const share = count / n
    sum +=
      first === second
        ? share * (1 - (ofFirst(first) + ofSecond(first)) * (1 - kappa)) ** 2
        : share * (1 - kappa) ** 2 * (ofSecond(first) + ofFirst(second)) ** 2
  }
  // Rounding can leave a little less than nothing.
  const error = Math.sqrt(Math.max(0, sum) / n) / (1 - expected)
  return { low: Math.max(-1, kappa - Z_95 * error), high: Math.min(1, kappa + Z_95 * error) }
}
