import type { RefusedFile } from '~/domain/attachment/problem'
import { prepareFiles } from '../attachments/prepare-files.server'
import type { PreparedFile } from '../attachments/prepared-file'
import { limitRate } from '../auth/rate-limit.server'
import type { Scope } from '../scope.server'
import type { SubmittedForm } from './form.server'

/** As often as anybody may send a form with files: looking at them takes more than reading words. */
const PER_PERSON = { name: 'upload', limit: 20, windowSeconds: 600 }

/**
 * The files of a form, fit to be stored: fields `file1`, `file2` …, each with its 图片说明 `alt1`, `alt2` ….
 *
 * @throws AppError tooManyRequests
 */
export async function readFormFiles(
  scope: Scope,
  form: SubmittedForm,
): Promise<{ ok: true; files: PreparedFile[] } | { ok: false; refused: RefusedFile[] }> {
  const { files } = form
  if (files.length === 0) return { ok: true, files: [] }
  if (form.tooManyFiles) return { ok: false, refused: [{ field: 'files', problem: 'tooMany' }] }
  await limitRate(scope, PER_PERSON, scope.viewer?.personId ?? '')
  return prepareFiles(
    scope.container,
    files.map((upload) => ({
      upload,
      alt: form.get(upload.field.replace('file', 'alt')) ?? '',
    })),
  )
}
