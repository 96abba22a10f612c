import type { Stance } from '~/domain/comment/comment'
import { changedDetail, meanOtherPlaces } from './details'
import { normaliseDemand, shinglesOf } from './normalise'
import { speaksAgainst, stancesOppose } from './sides'

/** A comment as far as it is compared. */
export interface Demand {
  text: string
  stance: Stance | null
}

/** A demand made ready to be compared with many. */
export interface PreparedDemand {
  normalised: string
  characters: ReadonlySet<string>
  shingles: ReadonlySet<string>
  against: boolean
  stance: Stance | null
}

/** Why two alike texts are not taken for the same demand. */
export type Difference = 'side' | 'place' | 'detail'

export interface Likeness {
  /** From 0 to 1: the mean of the shares of characters and of pairs that the texts have in common (Jaccard). */
  share: number
  /** What tells them apart; null where nothing was found. */
  difference: Difference | null
  /** Alike enough, and nothing tells them apart. */
  same: boolean
}

/** Tuned on two thirds of the labelled pairs for precision: `npm run same-demand:measure`. */
export const SAME_FROM = 0.5

/** Below this a text is not shown beside another. */
export const ALIKE_FROM = 0.3

/** A replaced piece of so many characters is a changed detail. */
const DETAIL_FROM = 2

export function prepareDemand({ text, stance }: Demand): PreparedDemand {
  const normalised = normaliseDemand(text)
  return {
    normalised,
    characters: new Set(normalised),
    shingles: shinglesOf(normalised),
    against: speaksAgainst(text),
    stance,
  }
}

/** How alike two demands are, and whether they are taken for the same. Symmetric. */
export function compareDemands(a: PreparedDemand, b: PreparedDemand): Likeness {
  const share = (jaccard(a.characters, b.characters) + jaccard(a.shingles, b.shingles)) / 2
  if (share < ALIKE_FROM) return { share, difference: null, same: false }
  const difference = differenceBetween(a, b)
  return { share, difference, same: share >= SAME_FROM && difference === null }
}

function differenceBetween(a: PreparedDemand, b: PreparedDemand): Difference | null {
  if (stancesOppose(a.stance, b.stance) || a.against !== b.against) return 'side'
  if (meanOtherPlaces(a.normalised, b.normalised)) return 'place'
  return changedDetail(a.normalised, b.normalised) >= DETAIL_FROM ? 'detail' : null
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const element of a) if (b.has(element)) common++
  const all = a.size + b.size - common
  return all === 0 ? 0 : common / all
}
