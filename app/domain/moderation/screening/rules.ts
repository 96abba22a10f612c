import type { Asks } from './asks'

/** Off: not asked. Trial: counted, without effect on the text. On. */
export const RULE_MODES = ['off', 'trial', 'on'] as const

export type RuleMode = (typeof RULE_MODES)[number]

/** A rule as it is set: how strict, and by which numbers. */
export interface RuleSetting {
  mode: RuleMode
  asks: Asks
  settings: Readonly<Record<string, number>>
}

interface RuleDefinition extends RuleSetting {
  /** What the rule may be set to ask for. */
  choices: readonly Asks[]
  /** The least and the most that each number may be set to. */
  bounds: Readonly<Record<string, readonly [least: number, most: number]>>
}

const ANY = ['refuse', 'hold', 'watch'] as const
const MASKING = ['hold', 'mask', 'watch'] as const

function define(
  asks: Asks,
  choices: readonly Asks[],
  numbers: Readonly<Record<string, readonly [value: number, least: number, most: number]>> = {},
): RuleDefinition {
  return {
    mode: 'on',
    asks,
    choices,
    settings: Object.fromEntries(Object.entries(numbers).map(([name, [value]]) => [name, value])),
    bounds: Object.fromEntries(
      Object.entries(numbers).map(([name, [, least, most]]) => [name, [least, most] as const]),
    ),
  }
}

/** Every rule with the settings that hold until somebody sets others. */
export const RULES = {
  /** A sanction that lets nothing of the author through unread, or nothing at all. */
  sanction: define('hold', ['hold']),
  unconfirmed: define('refuse', ['refuse', 'hold']),

  wordless: define('watch', ANY),
  padding: define('watch', ANY, { most: [12, 4, 200] }),
  links: define('hold', ANY, { most: [2, 0, 20] }),

  phone: define('mask', MASKING),
  landline: define('mask', MASKING),
  identityCard: define('mask', MASKING),
  bankCard: define('mask', MASKING),
  email: define('mask', MASKING),
  contact: define('mask', MASKING),
  plate: define('mask', MASKING),

  wordsRefuse: define('refuse', ['refuse', 'hold']),
  wordsHold: define('hold', ['hold', 'watch']),
  wordsMask: define('mask', MASKING),
  wordsWatch: define('watch', ['watch']),

  ownRepeat: define('hold', ANY, {
    similarity: [90, 50, 100],
    withinHours: [24, 1, 720],
    most: [1, 0, 20],
  }),
  topicRepeat: define('watch', ['hold', 'watch'], { similarity: [90, 50, 100] }),

  burst: define('hold', ANY, { most: [5, 1, 50], withinMinutes: [10, 1, 60] }),
  rejectionShare: define('watch', ['hold', 'watch'], { share: [50, 10, 100], atLeast: [4, 1, 20] }),
  newAccount: define('watch', ['hold', 'watch'], { hours: [24, 1, 720] }),

  /** A service outside, where one is connected. Held, a text waits for its answer; watched, it does not. */
  external: define('hold', ['hold', 'watch']),
} as const satisfies Record<string, RuleDefinition>

export type RuleId = keyof typeof RULES

export const RULE_IDS = Object.keys(RULES) as RuleId[]

export function isRuleId(text: string): text is RuleId {
  return Object.hasOwn(RULES, text)
}

export type RuleSettings = Readonly<Record<RuleId, RuleSetting>>

/** The definition of a rule, its names widened. */
export function definitionOf(rule: RuleId): RuleDefinition {
  return RULES[rule]
}

/** The settings of every rule: as stored where they are and make sense, else as defined. */
export function ruleSettings(
  stored: ReadonlyArray<{ id: string; mode: string; asks: string; settings: unknown }> = [],
): RuleSettings {
  const settings: Record<string, RuleSetting> = {}
  for (const id of RULE_IDS) {
    const definition = definitionOf(id)
    const row = stored.find((each) => each.id === id)
    settings[id] = {
      mode: RULE_MODES.find((mode) => mode === row?.mode) ?? definition.mode,
      asks: definition.choices.find((asks) => asks === row?.asks) ?? definition.asks,
      settings: { ...definition.settings, ...validNumbers(definition, row?.settings) },
    }
  }
  return settings as Record<RuleId, RuleSetting>
}

function validNumbers(definition: RuleDefinition, stored: unknown): Record<string, number> {
  if (typeof stored !== 'object' || stored === null) return {}
  return Object.fromEntries(
    Object.entries(stored).filter(
      ([name, value]) => typeof value === 'number' && withinBounds(definition, name, value),
    ),
  ) as Record<string, number>
}

/** Whether a rule's number may be set to the value. */
export function withinBounds(
  definition: Pick<RuleDefinition, 'bounds'>,
  name: string,
  value: number,
): boolean {
  const bounds = Object.hasOwn(definition.bounds, name) ? definition.bounds[name] : undefined
  return bounds !== undefined && Number.isInteger(value) && value >= bounds[0] && value <= bounds[1]
}
