/** How often a whole number of units was measured; values need no order and may stand more than once. */
export interface HistogramEntry {
  value: number
  count: number
}

/** How many measurements a histogram holds. */
export function sampleSize(histogram: readonly HistogramEntry[]): number {
  return histogram.reduce((sum, { count }) => sum + count, 0)
}

/**
 * The exact median: the middle measurement, or the mean of the two in the middle, so that it may end in
 * .5. Null for an empty histogram.
 */
export function median(histogram: readonly HistogramEntry[]): number | null {
  const size = sampleSize(histogram)
  if (size === 0) return null
  const sorted = inOrder(histogram)
  const lower = valueAt(sorted, Math.ceil(size / 2))
  const upper = valueAt(sorted, Math.floor(size / 2) + 1)
  return (lower + upper) / 2
}

/**
 * The exact percentile by nearest rank: the smallest measurement that at least so many percent do not exceed;
 * p90 is `percentile(histogram, 90)`. Null for an empty histogram.
 *
 * @param percent a whole number from 1 to 100
 * @throws RangeError for another one
 */
export function percentile(histogram: readonly HistogramEntry[], percent: number): number | null {
  if (!Number.isInteger(percent) || percent < 1 || percent > 100) {
    throw new RangeError(`not a percentile: ${percent}`)
  }
  const size = sampleSize(histogram)
  if (size === 0) return null
  // Multiplied first: 0.07 * 100 is more than 7, and its rank would be 8.
  return valueAt(inOrder(histogram), Math.ceil((size * percent) / 100))
}

/**
 * How long a review usually takes, for receipts: the median in whole minutes, rounded up and never less than one;
 * `tooFew` where there are not enough decisions to promise anything.
 *
 * @param waits minutes from sending to decision, of the last days
 */
export function usualWait(
  waits: readonly HistogramEntry[],
  minimumSampleSize: number,
): number | 'tooFew' {
  const middle = median(waits)
  if (middle === null || sampleSize(waits) < minimumSampleSize) return 'tooFew'
  return Math.max(1, Math.ceil(middle))
}

function inOrder(histogram: readonly HistogramEntry[]): HistogramEntry[] {
  return histogram.toSorted((a, b) => a.value - b.value)
}

/** The measurement of a rank, counted from 1, in a histogram that holds so many. */
function valueAt(sorted: readonly HistogramEntry[], rank: number): number {
  let seen = 0
  for (const { value, count } of sorted) {
    seen += count
    if (seen >= rank) return value
  }
  throw new RangeError(`a histogram of ${seen} has no rank ${rank}`)
}
