import { found, type Finding } from '../finding'
import type { RuleSettings } from '../rules'

/** A service outside is asked once the text is taken in: until it answers, that is what is found. */
export function screenExternal(connected: boolean, rules: RuleSettings): Finding[] {
  return connected ? found(rules, 'external', { params: { state: 'waiting' } }) : []
}
