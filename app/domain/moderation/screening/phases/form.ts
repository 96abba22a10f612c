import { found, type Evidence, type Finding } from '../finding'
import type { FoldedText } from '../fold'
import type { RuleSettings } from '../rules'

/** The longest piece of which repetitions are counted, in characters: 我支持！ has three. */
const LONGEST_PIECE = 6

const LINK =
  /(?:h[tx]{2}ps?:\/\/|www\.)[^\s<>"()【】,]{1,300}|(?<![a-z0-9@.-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{2,63}){0,3}\.(?:com|cn|net|org|cc|top|xyz|vip|shop|info|me|io|tv|club|site|online)(?![a-z0-9-])(?:\/[^\s<>"()【】,]{0,300})?/gu

const OFFICIAL_HOST = /^(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,6}gov\.cn(?![a-z0-9.-])/

/** What the text is made of: whether it says anything, padding, links. */
export function screenForm(
  text: { folded: FoldedText; latin: string },
  rules: RuleSettings,
): Finding[] {
  const { folded, latin } = text
  const findings: Finding[] = []
  if (folded.units === '') findings.push(...found(rules, 'wordless'))

  const padding = longestPadding(folded, rules.padding.settings['most'] ?? 0)
  if (padding) {
    findings.push(
      ...found(rules, 'padding', { evidence: [padding.place], params: { n: padding.times } }),
    )
  }

  const links = Array.from(latin.matchAll(LINK)).filter(([link]) => !OFFICIAL_HOST.test(link))
  const most = rules.links.settings['most'] ?? 0
  if (links.length > most) {
    const evidence = links.map((link) => ({ start: link.index, end: link.index + link[0].length }))
    findings.push(...found(rules, 'links', { evidence, params: { n: links.length, most } }))
  }
  return findings
}

/** The piece that is repeated most, more often than `most` times; signs between do not count. */
function longestPadding(
  { units, starts, ends }: FoldedText,
  most: number,
): { place: Evidence; times: number } | null {
  let best: { place: Evidence; times: number } | null = null
  for (let period = 1; period <= LONGEST_PIECE; period += 1) {
    let same = 0
    for (let index = period; index <= units.length; index += 1) {
      if (index < units.length && units.charCodeAt(index) === units.charCodeAt(index - period)) {
        same += 1
        continue
      }
      const times = Math.floor(same / period) + 1
      if (times > most && times > (best?.times ?? 0)) {
        const first = index - same - period
        best = { place: { start: starts[first] ?? 0, end: ends[index - 1] ?? 0 }, times }
      }
      same = 0
    }
  }
  return best
}
