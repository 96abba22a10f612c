import { AppError } from '~/domain/errors'
import type { Asks } from '~/domain/moderation/screening/asks'
import {
  definitionOf,
  isRuleId,
  withinBounds,
  type RuleMode,
} from '~/domain/moderation/screening/rules'
import { keeperRole, requireScreeningKeeper } from '~/policies/screening'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { SCREENING_TAG } from '~/server/screening-kit.server'
import { transact } from '~/server/transact.server'
import { entryConflict } from './entry-change.server'

/**
 * Sets a screening rule: whether it is on, what it asks for, its numbers.
 *
 * @param input.seenVersion the version that was on the page; null where the rule was as by default
 * @throws AppError forbidden; notFound; conflict where a colleague was faster
 */
export async function saveScreeningRule(
  scope: Scope,
  input: {
    rule: string
    mode: RuleMode
    asks: Asks
    settings: Readonly<Record<string, number>>
    seenVersion: number | null
  },
): Promise<Outcome> {
  const keeper = requireScreeningKeeper(scope.viewer)
  const { rule: id, mode, asks, settings, seenVersion } = input
  if (!isRuleId(id)) throw new AppError('notFound')
  const definition = definitionOf(id)
  if (!definition.choices.includes(asks)) return refuse('asks', 'admin.error.choiceGone')
  const wrong = Object.keys(definition.bounds).find(
    (name) => !withinBounds(definition, name, settings[name] ?? Number.NaN),
  )
  if (wrong !== undefined) {
    const [least = 0, most = 0] = definition.bounds[wrong] ?? []
    return refuse(`number.${wrong}`, 'screening.rules.outOfBounds', { least, most })
  }
  const data = { mode, asks, settings: { ...settings } }
  const save = () =>
    transact(scope, async (tx) => {
      const before = await tx.db.screeningRule.findUnique({ where: { id } })
      if ((before?.version ?? null) !== seenVersion) {
        throw await entryConflict(tx, keeper, 'screeningRule', id)
      }
      if (before) {
        const { count } = await tx.db.screeningRule.updateMany({
          where: { id, version: before.version },
          data: { ...data, version: { increment: 1 } },
        })
        if (count === 0) throw await entryConflict(tx, keeper, 'screeningRule', id)
      } else {
        await tx.db.screeningRule.create({ data: { id, ...data } })
      }
      tx.audit({
        action: 'screeningRule.changed',
        objectType: 'screeningRule',
        objectId: id,
        role: keeperRole(keeper),
        detail: {
          before: before && { mode: before.mode, asks: before.asks, settings: before.settings },
          after: data,
        },
      })
      tx.touch(SCREENING_TAG)
      return { ok: true } as const
    })
  try {
    return await save()
  } catch (error) {
    // Two who set it for the first time at once: the later one reads what the other did.
    if (!isUniqueViolation(error)) throw error
    return save()
  }
}
