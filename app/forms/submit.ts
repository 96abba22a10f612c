import type { z } from 'zod'
import { isAppError, type ErrorParams } from '~/domain/errors'
import { parseForm, refusedForm, type FieldError, type FormState } from './form'

/** What a form's page is given when the form comes back: everything that was typed, and why. */
export interface ReturnedForm {
  ok: false
  form: FormState
  /** Somebody else was faster: who, when, with what (see `entryConflict`). */
  conflict: ErrorParams | null
  status: 422 | 409
}

type Answer<Value extends object> =
  ({ ok: true } & Value) | { ok: false; field: string; error: FieldError }

/**
 * Parses a form and runs a command with what it holds. What the schema or the command finds wrong with it, and
 * a conflict, come back as a form that keeps what was typed; other errors pass.
 */
export async function submitForm<Schema extends z.ZodTypeAny, Value extends object>(
  schema: Schema,
  values: Record<string, string>,
  run: (data: z.output<Schema>) => Promise<Answer<Value>>,
): Promise<({ ok: true } & Value) | ReturnedForm> {
  const parsed = parseForm(schema, values)
  if (!parsed.ok) return { ok: false, form: parsed.state, conflict: null, status: 422 }
  try {
    const answer = await run(parsed.data)
    if (answer.ok) return answer
    const form = refusedForm(values, answer.field, answer.error)
    return { ok: false, form, conflict: null, status: 422 }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    const form: FormState = {
      ...refusedForm(values, 'form', { key: 'error.conflict.title' }),
      errors: {},
    }
    return { ok: false, form, conflict: error.params, status: 409 }
  }
}
