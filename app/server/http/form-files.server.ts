import type { RefusedFile } from '~/domain/attachment/problem'
import type { FileWords } from '~/domain/moderation/screening/file-words'
import { prepareFiles } from '../attachments/prepare-files.server'
import type { PreparedFile } from '../attachments/prepared-file'
import { limitRate } from '../auth/rate-limit.server'
import type { Scope } from '../scope.server'
import type { SubmittedForm } from './form.server'

/** As often as anybody may send a form with files: looking at them takes more than reading words. */
const PER_PERSON = { name: 'upload', limit: 20, windowSeconds: 600 }

/** What a form says of its files, before they are looked at: the words to be told of before they are sent. */
export function fileWordsOf(form: SubmittedForm): FileWords[] {
  return form.files.map((upload) => ({
    name: upload.name.split(/[/\\]/).at(-1) ?? '',
    alt: altOf(form, upload.field),
  }))
}

function altOf(form: SubmittedForm, field: string): string {
  return form.get(field.replace('file', 'alt')) ?? ''
}

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
      alt: altOf(form, upload.field),
    })),
  )
}
