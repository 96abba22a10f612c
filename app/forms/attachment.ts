import type { RefusedFile } from '~/domain/attachment/problem'
import { MAX_FILE_MEGABYTES, MAX_FILES_PER_FORM } from '~/domain/attachment/limits'
import { isId } from '~/domain/shared/id'
import { refusedFields, type FieldError, type FormState } from './form'

/** The words of files that are not taken, each beside its own field; of too many beside the first. */
export function refusedFiles(
  values: Record<string, string>,
  refused: readonly RefusedFile[],
): FormState {
  const errors: Record<string, FieldError[]> = {}
  for (const { field, problem } of refused) {
    const at = problem === 'altTooLong' ? field.replace('file', 'alt') : field
    const params = { megabytes: MAX_FILE_MEGABYTES, n: MAX_FILES_PER_FORM }
    ;(errors[at] ??= []).push({ key: `attachment.problem.${problem}`, params })
  }
  return refusedFields(values, errors)
}

/** A form that came back for other reasons: no page can fill a field for files, so that they are chosen again. */
export function withFilesToChooseAgain(state: FormState, sent: number): FormState {
  if (sent === 0) return state
  const again: FieldError = { key: 'attachment.problem.chooseAgain' }
  return { ...state, errors: { ...state.errors, files: [again] } }
}

/** The files that a changed text goes without: fields `drop-<id>`. */
export function droppedFiles(values: Readonly<Record<string, string>>): string[] {
  return Object.keys(values).flatMap((name) => {
    const id = name.startsWith('drop-') ? name.slice('drop-'.length) : ''
    return isId(id) ? [id] : []
  })
}
