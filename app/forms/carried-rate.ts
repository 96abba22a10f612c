import { z } from 'zod'
import {
  CARRIED_MEASURES,
  CARRIED_REASON_MAX_CHARACTERS,
  DAYS_MEASURE,
  MAX_CARRIED_COUNT,
  MAX_CARRIED_DAYS,
} from '~/domain/response/rate-facts'
import type { MessageKey } from '~/i18n/zh-hans'
import { choice, line, optionalChoice } from './fields'

function wrongNumber(max: number) {
  return {
    code: 'custom',
    message: 'admin.carriedRates.number' satisfies MessageKey,
    params: { max },
  } as const
}

function number(max: number, least: 0 | 1) {
  return z
    .string()
    .default('')
    .transform((typed, context) => {
      const value = /^\d{0,9}$/.test(typed.trim()) ? Number(typed) : -1
      if (value >= least && value <= max) return value
      context.addIssue(wrongNumber(max))
      return z.NEVER
    })
}

/** A sum of a system used before. How many days answers took is asked for where days are counted. */
export const carriedRateSchema = z
  .object({
    departmentId: choice('admin.carriedRates.department.missing'),
    categoryId: choice('admin.carriedRates.category.missing'),
    districtId: optionalChoice,
    month: z
      .string()
      .default('')
      .transform((typed) => typed.trim())
      .refine(
        (month) => /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(month),
        'admin.carriedRates.month.wrong' satisfies MessageKey,
      ),
    measure: z.enum(CARRIED_MEASURES, {
      message: 'admin.carriedRates.measure.missing' satisfies MessageKey,
    }),
    days: number(MAX_CARRIED_DAYS, 0),
    count: number(MAX_CARRIED_COUNT, 1),
    reason: line(CARRIED_REASON_MAX_CHARACTERS, 'admin.carriedRates.reason.missing'),
  })
  .superRefine(({ measure, days }, context) => {
    if (measure === DAYS_MEASURE && days === 0) {
      context.addIssue({ ...wrongNumber(MAX_CARRIED_DAYS), path: ['days'] })
    }
  })
