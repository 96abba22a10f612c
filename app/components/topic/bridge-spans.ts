/** The drawing's own units; the page scales it to its width. */
export const BRIDGE_WIDTH = 960
export const BRIDGE_HEIGHT = 116

/** Where the water stands: arches spring from it, and the light of the lit one falls on it. */
const WATER = 88
const DECK_AT_ENDS = 48
const DECK_AT_CROWN = 14
/** From the crown of an arch up to the deck. */
const MASONRY = 12
/** An arch is a little wider than its rise asks for, and never wider than this. */
const WIDEST_RADIUS = 58
const RADIUS_PER_RISE = 1.12
/** How far below the water line the light lies on the water, in strokes that grow shorter. */
const GLINTS = [
  { depth: 8, share: 0.86 },
  { depth: 15, share: 0.58 },
  { depth: 22, share: 0.28 },
] as const

/** The outlines of one span of the bridge, as SVG path data. */
export interface BridgeSpan {
  /** Stone: deck, both half piers, without the opening. */
  stone: string
  /** The opening alone. */
  opening: string
  /** The light of the opening on the water, as lines. */
  glints: string
  /** Deck and arch as lines, for a span that is not built yet. */
  outline: string
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** The height of the deck at `x`: a parabola, lowest at the banks. */
function deckAt(x: number): number {
  const fromMiddle = (2 * x) / BRIDGE_WIDTH - 1
  return DECK_AT_CROWN + (DECK_AT_ENDS - DECK_AT_CROWN) * fromMiddle * fromMiddle
}

/** The rise of the deck at `x`. */
function slopeAt(x: number): number {
  const fromMiddle = (2 * x) / BRIDGE_WIDTH - 1
  return ((DECK_AT_ENDS - DECK_AT_CROWN) * 4 * fromMiddle) / BRIDGE_WIDTH
}

/** A bridge of `count` arches under one curved deck, from left to right. */
export function bridgeSpans(count: number): BridgeSpan[] {
  const width = BRIDGE_WIDTH / count
  return Array.from({ length: count }, (_, index) => {
    const left = index * width
    const right = left + width
    const middle = (left + right) / 2
    const rise = round(WATER - deckAt(middle) - MASONRY)
    const radius = round(Math.min(WIDEST_RADIUS, rise * RADIUS_PER_RISE))
    const from = round(middle - radius)
    const to = round(middle + radius)
    // A piece of a parabola is a quadratic curve whose control point is where the tangents at its ends meet.
    const control = round(deckAt(left) + (slopeAt(left) * width) / 2)
    const deck = `M${round(left)} ${round(deckAt(left))}Q${round(middle)} ${control} ${round(right)} ${round(deckAt(right))}`
    return {
      stone: `${deck}V${WATER}H${to}A${radius} ${rise} 0 0 0 ${from} ${WATER}H${round(left)}Z`,
      opening: `M${from} ${WATER}A${radius} ${rise} 0 0 1 ${to} ${WATER}Z`,
      glints: GLINTS.map(({ depth, share }) => {
        const half = radius * share
        return `M${round(middle - half)} ${WATER + depth}H${round(middle + half)}`
      }).join(''),
      outline: `${deck}M${round(left)} ${WATER}H${from}A${radius} ${rise} 0 0 1 ${to} ${WATER}H${round(right)}`,
    }
  })
}
