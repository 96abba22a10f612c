import { found, type Finding } from '../finding'
import { contacts, emailAddresses, plates } from '../personal-names'
import { personalNumbers, type PersonalPlace } from '../personal-numbers'
import type { RuleId, RuleSettings } from '../rules'
import type { TextViews } from '../views'

/** The rules on what identifies a person, in the order in which they are named. */
export const PERSONAL_RULES = [
  'phone',
  'landline',
  'identityCard',
  'bankCard',
  'email',
  'contact',
  'plate',
] as const satisfies readonly RuleId[]

/** What in the text identifies a person, with what may be shown in its place. */
export function screenPersonal(
  text: { original: string; views: TextViews; official: ReadonlySet<string> },
  rules: RuleSettings,
): Finding[] {
  const { original, views, official } = text
  // The most certain first: a number within an e-mail address belongs to that, and an account that is a
  // telephone number is one.
  const places: PersonalPlace[] = []
  for (const found of [
    emailAddresses(original, views),
    personalNumbers(original, views, official),
    plates(original, views),
    contacts(original, views),
  ]) {
    const free = found.filter((place) => !places.some((taken) => overlap(place, taken)))
    places.push(...free)
  }
  places.sort((one, other) => one.start - other.start)

  return PERSONAL_RULES.flatMap((rule) => {
    const own = places.filter((place) => place.rule === rule)
    if (own.length === 0) return []
    return found(rules, rule, {
      evidence: own.map(({ start, end }) => ({ start, end })),
      params: { n: own.length },
      // Who only watches lets it be published as it is; a text that is held is masked, too.
      masks: rules[rule].asks === 'watch' ? undefined : own.map(({ mask }) => mask),
    })
  })
}

function overlap(
  one: { start: number; end: number },
  other: { start: number; end: number },
): boolean {
  return one.start < other.end && other.start < one.end
}
