import { AppError } from '~/domain/errors'

/** A form's fields as they were typed; a field that came twice keeps its first value in `get`. */
export class SubmittedForm {
  constructor(private readonly fields: ReadonlyArray<readonly [string, string]>) {}

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

/** Reads an unsafe request's form. Throws invalidInput when the body is none. */
export async function readForm(request: Request): Promise<SubmittedForm> {
  let data: FormData
  try {
    data = await request.formData()
  } catch (cause) {
    throw new AppError('invalidInput', {}, { detail: 'the body is no form', cause })
  }
  const fields: Array<readonly [string, string]> = []
  for (const [name, value] of data) {
    if (typeof value !== 'string' || name.includes('\0')) {
      throw new AppError('invalidInput', {}, { detail: `the field ${name} is no text` })
    }
    fields.push([name, value.replaceAll('\r\n', '\n')])
  }
  if (fields.length > MAX_FIELDS) throw new AppError('tooLarge', {}, { detail: 'too many fields' })
  return new SubmittedForm(fields)
}
