import { z } from 'zod'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { nextShanghaiMidnight } from '~/domain/shared/shanghai-time'
import { isCalendarDate } from './fields'
import { written } from './written'

const day = z
  .string()
  .default('')
  .transform((typed) => typed.trim())
  .refine(isCalendarDate, 'admin.error.date')
  .transform((date) => new Date(`${date}T00:00:00+08:00`))

const chosen = z.string().default('').refine(isId, 'act.choice.missing')

/** 委托: who stands in for whom, from which day to which. */
export const delegationSchema = z
  .object({
    fromId: chosen,
    toId: chosen,
    startsOn: day,
    endsOn: day,
    reason: written({ max: REMARK_MAX_CHARACTERS, missing: 'assignment.obstacle.noReason' }),
  })
  .transform(({ startsOn, endsOn, ...rest }) => ({
    ...rest,
    startsAt: startsOn,
    endsAt: nextShanghaiMidnight(endsOn),
  }))

/** 移交: everything that one is in charge of, to another. */
export const handOverSchema = z
  .object({ leavingId: chosen, takingId: chosen })
  .refine(({ leavingId, takingId }) => leavingId !== takingId, {
    path: ['takingId'],
    message: 'delegation.problem.oneself',
  })

export const endDelegationSchema = z.object({ delegationId: z.string().refine(isId) })
