import type { Evidence } from './finding'

/** A stretch of a text and the rules that found something there; none in between. */
export interface MarkedPart<Rule extends string = string> {
  text: string
  rules: Rule[]
}

/** A text cut where the evidence of findings begins and ends. Evidence beyond the text is left out. */
export function markedParts<Rule extends string>(
  text: string,
  findings: ReadonlyArray<{ rule: Rule; evidence: readonly Evidence[] }>,
): MarkedPart<Rule>[] {
  const cuts = new Set([0, text.length])
  for (const { evidence } of findings) {
    for (const { start, end } of evidence) {
      if (start < end && end <= text.length) cuts.add(start).add(end)
    }
  }
  const places = [...cuts].sort((one, other) => one - other)
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0
    const rules = findings
      .filter(({ evidence }) => evidence.some((each) => each.start <= start && end <= each.end))
      .map(({ rule }) => rule)
    return { text: text.slice(start, end), rules }
  })
}
