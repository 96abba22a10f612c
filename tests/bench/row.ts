/** One measured figure and its bar: at least, or at most. */
export interface Row {
  what: string
  value: number
  unit: string
  atLeast?: number
  atMost?: number
  /** Beside the figure: what it was made of. */
  note?: string
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2
}
