/** What a point of a summary says: what all agreed on, what was proposed, what some held against it (保留意见). */
export const POINT_KINDS = ['consensus', 'suggestion', 'dissent'] as const

export type PointKind = (typeof POINT_KINDS)[number]

export const SUMMARY_STATUSES = ['draft', 'published'] as const

export type SummaryStatus = (typeof SUMMARY_STATUSES)[number]

/** How much a summary holds, in characters (code points) and in numbers. */
export const SUMMARY_LIMITS = {
  introduction: 4_000,
  point: 2_000,
  points: 30,
  citationsPerPoint: 50,
} as const

/** What is known of a summary when it is to be published. */
export interface SummaryFacts {
  introduction: string
  /** In their order. `standing` citations are those whose words are still public. */
  points: ReadonlyArray<{ text: string; citations: number; standing: number }>
}

/** What keeps a summary from being published, in the interface's words under `summary.missing.<code>`. */
export type SummaryMissingCode =
  | 'noIntroduction'
  | 'noPoints'
  | 'pointWithoutText'
  | 'pointWithoutCitation'
  | 'pointCitesOnlyWithdrawn'

export interface SummaryMissing {
  code: SummaryMissingCode
  /** The number of the point, from 1; 0 where the whole summary is meant. */
  n: number
}

/**
 * All that is missing before a summary may be published: every point rests on what somebody said in public
 * and has not taken back.
 */
export function missingInSummary(summary: SummaryFacts): SummaryMissing[] {
  const missing: SummaryMissing[] = []
  if (summary.introduction.trim() === '') missing.push({ code: 'noIntroduction', n: 0 })
  if (summary.points.length === 0) missing.push({ code: 'noPoints', n: 0 })
  summary.points.forEach((point, index) => {
    const n = index + 1
    if (point.text.trim() === '') missing.push({ code: 'pointWithoutText', n })
    if (point.citations === 0) missing.push({ code: 'pointWithoutCitation', n })
    else if (point.standing === 0) missing.push({ code: 'pointCitesOnlyWithdrawn', n })
  })
  return missing
}

/** An order of points after one of them was moved up or down by one place; unchanged at either end. */
export function movePoint<Point>(
  points: readonly Point[],
  index: number,
  towards: 'up' | 'down',
): Point[] {
  const other = towards === 'up' ? index - 1 : index + 1
  const moved = points[index]
  const displaced = points[other]
  if (moved === undefined || displaced === undefined) return [...points]
  const order = [...points]
  order[index] = displaced
  order[other] = moved
  return order
}
