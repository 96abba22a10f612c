import { z } from 'zod'
import { APPEAL_EXPLANATION_MAX_CHARACTERS } from '~/domain/moderation/appeal'
import {
  isTermOf,
  SANCTION_NOTE_MAX_CHARACTERS,
  SANCTION_REASON_MAX_CHARACTERS,
  SANCTION_STEPS,
  SANCTION_TERMS,
  type SanctionStep,
} from '~/domain/moderation/sanction'
import { SANCTION_APPEAL_RESULTS } from '~/domain/moderation/sanction-appeal'
import type { MessageKey } from '~/i18n/zh-hans'
import { seenVersion } from './fields'
import { words } from './words'

const step = z.enum(SANCTION_STEPS, { message: 'sanction.step.unchosen' satisfies MessageKey })

const note = words(SANCTION_NOTE_MAX_CHARACTERS, 'sanction.note.missing')

const reason = words(SANCTION_REASON_MAX_CHARACTERS, 'sanction.reason.missing')

/** Why an account should be sanctioned, by which step and for how long. */
export const proposeSanctionSchema = z
  .object({ step, days: z.string().default(''), note })
  .transform(withTerm)

/** The step as it is imposed, and what the person reads. */
export const imposeSanctionSchema = z
  .object({ step, days: z.string().default(''), reason, version: seenVersion })
  .transform(withTerm)

export const dismissSanctionSchema = z.object({ note, version: seenVersion })

export const liftSanctionSchema = z.object({ reason, version: seenVersion })

export const decideSanctionAppealSchema = z.object({
  result: z.enum(SANCTION_APPEAL_RESULTS, {
    message: 'sanction.appeal.unchosen' satisfies MessageKey,
  }),
  explanation: words(APPEAL_EXPLANATION_MAX_CHARACTERS, 'sanction.appeal.explanation.missing'),
})

/** The days where the step lets one choose them; else those that it has, whatever the field holds. */
function withTerm<Fields extends { step: SanctionStep; days: string }>(
  fields: Fields,
  context: z.RefinementCtx,
) {
  const term = SANCTION_TERMS[fields.step]
  if (!term) return { ...fields, days: null }
  if (term.least === term.most) return { ...fields, days: term.usual }
  const typed = fields.days.normalize('NFKC').trim()
  const days = typed === '' ? term.usual : Number(typed)
  if (isTermOf(fields.step, days)) return { ...fields, days }
  context.addIssue({
    code: 'custom',
    path: ['days'],
    message: 'sanction.days.wrong' satisfies MessageKey,
    params: { least: term.least, most: term.most },
  })
  return z.NEVER
}
