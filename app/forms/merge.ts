import { z } from 'zod'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { version, written, writtenLine } from './written'

/** 并案: the other topic's number, and why. */
export const mergeSchema = z.object({
  version: version(1),
  intoCode: writtenLine({ max: 40, missing: 'merge.into.missing' }),
  reason: written({ max: REMARK_MAX_CHARACTERS, missing: 'assignment.obstacle.noReason' }),
})
