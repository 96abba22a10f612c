import { AppError } from '~/domain/errors'
import type { ReceivedUpload, UploadedFile } from './upload.server'

/** A form's fields as they were typed; a field that came twice keeps its first value in `get`. */
export class SubmittedForm {
  constructor(
    private readonly fields: ReadonlyArray<readonly [string, string]>,
    private readonly upload: Pick<ReceivedUpload, 'files' | 'tooMany'> = NO_FILES,
  ) {}

  /** The files, at addresses that take some. They lie on the disk until the request is answered. */
  get files(): readonly UploadedFile[] {
    return this.upload.files
  }

  /** More files were sent than a form may have. */
  get tooManyFiles(): boolean {
    return this.upload.tooMany
  }

  get(name: string): string | undefined {
    return this.fields.find(([field]) => field === name)?.[1]
  }

  getAll(name: string): string[] {
    return this.fields.filter(([field]) => field === name).map(([, value]) => value)
  }

  /** The first value of every field: what a zod schema parses and what a form shows again. */
  toObject(): Record<string, string> {
    return Object.fromEntries([...this.fields].reverse())
  }

  entries(): ReadonlyArray<readonly [string, string]> {
    return this.fields
  }
}

const MAX_FIELDS = 200

const NO_FILES: Pick<ReceivedUpload, 'files' | 'tooMany'> = { files: [], tooMany: false }

/** Reads an unsafe request's form. Throws invalidInput when the body is none. */
export async function readForm(
  request: Request,
  upload?: Pick<ReceivedUpload, 'files' | 'tooMany'>,
): Promise<SubmittedForm> {
  let data: FormData
  try {
    data = await request.formData()
  } catch (cause) {
    throw new AppError('invalidInput', {}, { detail: 'the body is no form', cause })
  }
  const fields: Array<readonly [string, string]> = []
  for (const [name, value] of data) {
    // A file field that was left empty, at an address that takes files only from who is signed in.
    if (typeof value !== 'string' && value.size === 0) continue
    if (typeof value !== 'string' || name.includes('\0')) {
      throw new AppError('invalidInput', {}, { detail: `the field ${name} is no text` })
    }
    fields.push([name, value.replaceAll('\r\n', '\n')])
  }
  if (fields.length > MAX_FIELDS) throw new AppError('tooLarge', {}, { detail: 'too many fields' })
  return new SubmittedForm(fields, upload)
}
