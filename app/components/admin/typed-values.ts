import { fieldErrors, type FormState } from '~/forms/form'
import type { Translate } from '~/i18n/translate'

/** How a form fills its fields: with what was typed when it came back, else with what is entered. */
export interface TypedValues {
  /** The value of a field. */
  value(name: string, entered?: string | number | null): string
  /** Whether a box is ticked. */
  ticked(name: string, entered: boolean): boolean
  errors(name: string): string[]
}

export function typedValues(form: FormState | undefined, t: Translate): TypedValues {
  return {
    value: (name, entered) => (form ? (form.values[name] ?? '') : String(entered ?? '')),
    ticked: (name, entered) => (form ? form.values[name] === 'on' : entered),
    errors: (name) => fieldErrors(form, name, t),
  }
}
