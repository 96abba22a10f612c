import { z } from 'zod'
import { REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import {
  DISSATISFACTION_REASONS,
  GRADES,
  isDissatisfied,
  RATING_TEXT_MAX_CHARACTERS,
  REOPENING_EXPLANATION_MAX_CHARACTERS,
  REOPENING_REASON_MAX_CHARACTERS,
} from '~/domain/response/rating'
import { isId } from '~/domain/shared/id'
import type { MessageKey } from '~/i18n/zh-hans'
import { version } from './written'
import { words } from './words'

const grade = (missing: MessageKey) => z.enum(GRADES, { message: missing })

/** A resident's rating of an answer. A reason that nothing asks for is let go. */
export const ratingSchema = z
  .object({
    version: version(0),
    resolution: grade('rating.resolution.missing'),
    attitude: grade('rating.attitude.missing'),
    speed: grade('rating.speed.missing'),
    reason: z
      .string()
      .default('')
      .transform((typed) => DISSATISFACTION_REASONS.find((each) => each === typed) ?? null),
    text: words(RATING_TEXT_MAX_CHARACTERS),
  })
  .transform((rating, context) => {
    if (!isDissatisfied(rating)) return { ...rating, reason: null }
    if (rating.reason !== null) return rating
    context.addIssue({
      code: 'custom',
      path: ['reason'],
      message: 'rating.reason.missing' satisfies MessageKey,
    })
    return z.NEVER
  })

/** 重新办理: what is still unsolved. */
export const askReopeningSchema = z.object({
  reopeningReason: words(REOPENING_REASON_MAX_CHARACTERS, 'rating.reopening.reason.missing'),
})

/** A moderator's decision on the words beside a rating. */
export const reviewRatingSchema = z
  .object({
    ratingId: z.string().refine(isId),
    version: version(1),
    outcome: z.enum(['publish', 'refuse']),
    refusal: words(REASON_MAX_CHARACTERS),
  })
  .superRefine(({ outcome, refusal }, context) => {
    if (outcome === 'refuse' && refusal === '') {
      context.addIssue({
        code: 'custom',
        path: ['refusal'],
        message: 'rating.review.refusal.missing' satisfies MessageKey,
      })
    }
  })

/** What whoever assigns makes of a request for 重新办理. */
export const decideReopeningSchema = z
  .object({
    version: version(1),
    outcome: z.enum(['grant', 'decline'], { message: 'desk.reopening.outcome.missing' }),
    explanation: words(REOPENING_EXPLANATION_MAX_CHARACTERS),
  })
  .superRefine(({ outcome, explanation }, context) => {
    if (outcome === 'decline' && explanation === '') {
      context.addIssue({
        code: 'custom',
        path: ['explanation'],
        message: 'desk.reopening.explanation.missing' satisfies MessageKey,
      })
    }
  })
