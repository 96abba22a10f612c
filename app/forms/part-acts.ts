import { z } from 'zod'
import { MAX_EXTENSION_WORKING_DAYS } from '~/domain/response/due'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { version, written } from './written'

/** The part of a department as it was on the page. */
const seen = { departmentId: z.string().refine(isId), version: version(1) }

const reason = written({ max: REMARK_MAX_CHARACTERS, missing: 'assignment.obstacle.noReason' })
const words = written({ max: REMARK_MAX_CHARACTERS })

/** An id out of a list that was shown. */
const chosen = z.string().default('').refine(isId, 'act.choice.missing')

export const returnSchema = z.object({ ...seen, reason })

export const extensionSchema = z.object({
  ...seen,
  workingDays: z
    .string()
    .default('')
    .transform((typed, context) => {
      const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
      if (days >= 1 && days <= MAX_EXTENSION_WORKING_DAYS) return days
      context.addIssue({
        code: 'custom',
        message: 'desk.assign.days.wrong',
        params: { max: MAX_EXTENSION_WORKING_DAYS },
      })
      return z.NEVER
    }),
  reason,
})

const decision = {
  ...seen,
  outcome: z.enum(['grant', 'refuse'], { message: 'act.decision.missing' }),
  reason: words,
}

/** Who is refused is told why. */
function givesReason(
  { outcome, reason }: { outcome: 'grant' | 'refuse'; reason: string },
  context: z.RefinementCtx,
) {
  if (outcome === 'grant' || reason !== '') return
  context.addIssue({
    code: 'custom',
    path: ['reason'],
    message: 'assignment.obstacle.noReason',
  })
}

export const extensionDecisionSchema = z.object(decision).superRefine(givesReason)

export const returnDecisionSchema = z
  .object({
    ...decision,
    successorId: z
      .string()
      .default('')
      .transform((id) => (isId(id) ? id : null)),
  })
  .superRefine(givesReason)

export const remindSchema = z.object(seen)

export const superviseSchema = z.object({ ...seen, note: words })

export const reassignSchema = z.object({ ...seen, successorId: chosen })

export const handlerSchema = z.object({ ...seen, toId: chosen })
