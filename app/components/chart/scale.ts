import { scaleLinear } from 'd3-scale'

/** The values of an axis that begins at 0, as the lines across the plot stand for them. */
export interface ValueAxis {
  /** The round number at the upper edge. */
  top: number
  ticks: readonly number[]
}

/** How many lines stand across a plot, about. */
const TICKS = 4

/** An axis from 0 to a round number that no value exceeds. Counts are never halved: `whole` keeps to whole numbers. */
export function valueAxis(values: readonly (number | null)[], whole = false): ValueAxis {
  const greatest = Math.max(whole ? TICKS : 0, ...values.map((value) => value ?? 0))
  const scale = scaleLinear()
    .domain([0, greatest || 1])
    .nice(TICKS)
  return { top: scale.domain()[1] ?? 1, ticks: scale.ticks(TICKS) }
}

/** A share of the width or height of a plot, as an SVG attribute takes it: plots have no size of their own. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}

/** How far below the upper edge a value stands. */
export function heightOf(value: number, axis: ValueAxis): string {
  return percent(1 - value / axis.top)
}

/** Where the middle of the column with this number, counted from 0, stands among so many. */
export function middleOf(index: number, count: number): string {
  return percent((index + 0.5) / count)
}

/** The columns whose names are written: as many as fit on a phone, even apart, the newest among them. */
export function namedColumns(count: number, most = 6): number[] {
  const step = Math.max(1, Math.ceil(count / most))
  return Array.from({ length: count }, (_, index) => index).filter(
    (index) => (count - 1 - index) % step === 0,
  )
}
