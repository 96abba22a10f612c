import { z } from 'zod'
import {
  CHECK_ANSWERS,
  MOVE_REASON_MAX_CHARACTERS,
  NOTE_MAX_CHARACTERS,
  PROMISE_MAX_CHARACTERS,
  RESPONSIBLE_MAX_CHARACTERS,
} from '~/domain/response/commitment'
import { isDay } from '~/domain/shared/day'
import { isId } from '~/domain/shared/id'
import type { MessageKey } from '~/i18n/zh-hans'
import { parseForm, type FormResult } from './form'
import { version, written, writtenLine } from './written'

const day = z
  .string()
  .default('')
  .refine(isDay, { message: 'commitment.day.unreadable' satisfies MessageKey })

/** The fields of a draft's form that mark a promise. The sentence is chosen from the draft, or typed. */
export const PROMISE_FIELDS = [
  'promiseSentence',
  'promiseWords',
  'promiseResponsible',
  'promiseDueOn',
] as const

/** Whether anything was put into the fields of a promise: then it is saved with the draft, whichever button is used. */
export function marksPromise(values: Record<string, string>): boolean {
  return PROMISE_FIELDS.some((name) => (values[name] ?? '').trim() !== '')
}

/** A promise of a draft: what, who, by when. */
export const promiseSchema = z
  .object({
    promiseId: z
      .string()
      .default('')
      .transform((id) => (isId(id) ? id : null)),
    promiseSentence: writtenLine({ max: PROMISE_MAX_CHARACTERS }),
    promiseWords: writtenLine({ max: PROMISE_MAX_CHARACTERS }),
    promiseResponsible: writtenLine({
      max: RESPONSIBLE_MAX_CHARACTERS,
      missing: 'promise.responsible.missing',
    }),
    promiseDueOn: day,
  })
  .transform((typed, context) => {
    const words = typed.promiseWords || typed.promiseSentence
    if (words === '') {
      context.addIssue({
        code: 'custom',
        path: ['promiseSentence'],
        message: 'promise.words.missing' satisfies MessageKey,
      })
      return z.NEVER
    }
    const { promiseId, promiseResponsible: responsible, promiseDueOn: dueOn } = typed
    return { promiseId, words, responsible, dueOn }
  })

/** The promise in the fields of a draft's form; none where they are empty and its own button was not used. */
export function readMarkedPromise(
  values: Record<string, string>,
  intent: string,
): FormResult<z.output<typeof promiseSchema> | null> {
  return marksPromise(values) || intent === 'promise'
    ? parseForm(promiseSchema, values)
    : { ok: true, data: null }
}

/** How a promise goes, that it is kept, or why it is taken back. */
export const commitmentNoteSchema = z.object({
  version: version(1),
  text: written({ max: NOTE_MAX_CHARACTERS, missing: 'commitment.note.missing' }),
})

/** Another day for a promise. */
export const askMoveSchema = z.object({
  version: version(1),
  toOn: day,
  reason: written({ max: MOVE_REASON_MAX_CHARACTERS, missing: 'commitment.move.reason.missing' }),
})

/** What whoever assigns makes of it. */
export const decideMoveSchema = z
  .object({
    version: version(1),
    outcome: z.enum(['grant', 'refuse'], { message: 'commitment.decide.outcome.missing' }),
    words: written({ max: MOVE_REASON_MAX_CHARACTERS }),
  })
  .superRefine(({ outcome, words }, context) => {
    if (outcome === 'refuse' && words === '') {
      context.addIssue({
        code: 'custom',
        path: ['words'],
        message: 'commitment.decide.words.missing' satisfies MessageKey,
      })
    }
  })

/** What a resident says of a promise. */
export const checkSchema = z.object({
  answer: z.enum(CHECK_ANSWERS, { message: 'commitment.check.missing' }),
})
