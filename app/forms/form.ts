import type { z } from 'zod'
import type { MessageParams, Translate } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'

/** What is wrong with a field: a message of the catalogues. */
export interface FieldError {
  key: MessageKey
  params?: MessageParams
}

/** A form that came back: everything that was typed, and what is wrong where. */
export interface FormState {
  values: Record<string, string>
  errors: Record<string, FieldError[]>
}

export type FormResult<Data> = { ok: true; data: Data } | { ok: false; state: FormState }

// A field that the page itself fills is worded by no schema: it is wrong only in forms that were made by
// hand, or were changed on the way.
// A schema's own message (`z.enum(…, { message: 'comment.kind.unknown' })`) arrives here as the default.
const unworded: z.ZodErrorMap = (_issue, { defaultError }) => ({
  message: MESSAGE_KEY.test(defaultError)
    ? defaultError
    : ('error.invalidInput.text' satisfies MessageKey),
})

const MESSAGE_KEY = /^\w+(\.\w+)+$/

/**
 * Parses a form's fields. The messages of the schema are keys of the catalogues
 * (`z.string().min(1, 'comment.text.missing')`); a custom issue's `params` fill their placeholders.
 */
export function parseForm<Schema extends z.ZodTypeAny>(
  schema: Schema,
  values: Record<string, string>,
): FormResult<z.output<Schema>> {
  const parsed = schema.safeParse(values, { errorMap: unworded })
  if (parsed.success) return { ok: true, data: parsed.data as z.output<Schema> }
  const errors: Record<string, FieldError[]> = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    const params = issue.code === 'custom' ? (issue.params as MessageParams | undefined) : undefined
    ;(errors[field] ??= []).push({ key: issue.message as MessageKey, params })
  }
  return { ok: false, state: { values: withoutSecrets(values), errors } }
}

/** A form that is sent back with one error of a field, found by a command. */
export function refusedForm(
  values: Record<string, string>,
  field: string,
  error: FieldError,
): FormState {
  return refusedFields(values, { [field]: [error] })
}

/** A form that is sent back with errors of several fields. */
export function refusedFields(
  values: Record<string, string>,
  errors: Record<string, FieldError[]>,
): FormState {
  return { values: withoutSecrets(values), errors }
}

// Passwords and codes are never written back into a page.
function withoutSecrets(values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== 'csrf' && !/password|code$/i.test(name)),
  )
}

/** The words of a field's errors. */
export function fieldErrors(state: FormState | undefined, field: string, t: Translate): string[] {
  return (state?.errors[field] ?? []).map((error) => t(error.key, error.params))
}

/** Every error of the form, for the summary above it. */
export function allErrors(
  state: FormState | undefined,
  t: Translate,
): Array<{ fieldId?: string; message: string }> {
  return Object.entries(state?.errors ?? {}).flatMap(([field, errors]) =>
    errors.map((error) => ({
      fieldId: field === 'form' ? undefined : field,
      message: t(error.key, error.params),
    })),
  )
}
