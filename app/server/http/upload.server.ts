import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import busboy from 'busboy'
import {
  MAX_FILE_BYTES,
  MAX_FILES_PER_FORM,
  MAX_FORM_BYTES,
  MAX_UPLOAD_BYTES,
} from '~/domain/attachment/limits'
import { attachmentsFolder } from '../attachments/disk-storage.server'

/** A file of a form, on the disk until the request is answered. */
export interface UploadedFile {
  /** The field of the form. */
  field: string
  /** What its sender calls it. */
  name: string
  /** Where its bytes are. */
  path: string
  bytes: number
  /** It went on past what is taken: what is on the disk is a part of it. */
  cut: boolean
}

/** A form with files, as it was received. */
export interface ReceivedUpload {
  fields: Array<[string, string]>
  files: UploadedFile[]
  /** There were more files than a form may have. */
  tooMany: boolean
  /** Removes what is on the disk. To be called in any case. */
  discard(): Promise<void>
}

/** The addresses whose forms may have files. Everywhere else a form is small. */
const TAKES_FILES = [
  /^\/topics\/[0-9a-z]{26}\/comments$/,
  /^\/comments\/[0-9a-z]{26}\/edit$/,
  /^\/desk\/commitments\/[0-9a-z]{26}$/,
  /^\/desk\/responses\/[0-9a-z]{26}\/files$/,
]

const MAX_FIELDS = 200

/** Whether the request is a form with files at an address that takes some. */
export function isUpload(request: IncomingMessage): boolean {
  if (!/^multipart\/form-data\b/i.test(request.headers['content-type'] ?? '')) return false
  const path = (request.url ?? '').split('?')[0] ?? ''
  return TAKES_FILES.some((pattern) => pattern.test(path))
}

/** How many bytes the body of a request may have. */
export function bodyLimit(request: IncomingMessage): number {
  return isUpload(request) ? MAX_UPLOAD_BYTES : MAX_FORM_BYTES
}

/** The folder of what is being received. */
function incomingFolder(dataDir: string): string {
  return join(attachmentsFolder(dataDir), 'incoming')
}

/**
 * Receives a form with files, each straight to the disk and no further than it may be large. What is cut off on the
 * way leaves nothing behind.
 *
 * @param options.keep false for who may not send any: files are read past, the words are kept
 * @throws Error where the body is no such form, or ends too early
 */
export async function receiveUpload(
  request: IncomingMessage,
  dataDir: string,
  options: { keep: boolean },
): Promise<ReceivedUpload> {
  const folder = join(incomingFolder(dataDir), `${Date.now()}-${randomBytes(8).toString('hex')}`)
  const upload: ReceivedUpload = {
    fields: [],
    files: [],
    tooMany: false,
    discard: () => rm(folder, { recursive: true, force: true }),
  }
  try {
    if (options.keep) await mkdir(folder, { recursive: true, mode: 0o700 })
    await read(request, upload, options.keep ? folder : null)
    return upload
  } catch (error) {
    await upload.discard()
    throw error
  }
}

async function read(
  request: IncomingMessage,
  upload: ReceivedUpload,
  folder: string | null,
): Promise<void> {
  const parser = busboy({
    headers: request.headers,
    defParamCharset: 'utf8',
    limits: {
      fields: MAX_FIELDS,
      fieldSize: MAX_FORM_BYTES,
      fieldNameSize: 100,
      // One more than may be: who sends more is told.
      files: MAX_FILES_PER_FORM + 1,
      fileSize: MAX_FILE_BYTES,
      parts: MAX_FIELDS + MAX_FILES_PER_FORM + 1,
    },
  })
  const writing: Array<Promise<void>> = []
  let words = 0
  parser.on('field', (name, value, info) => {
    words += Buffer.byteLength(value)
    if (info.nameTruncated || info.valueTruncated || words > MAX_FORM_BYTES) {
      parser.destroy(new Error('the fields are too long'))
    } else upload.fields.push([name, value])
  })
  parser.on('file', (field, content, { filename }) => {
    // A field that was left empty is sent as a file without name and bytes.
    if (!folder || !filename) return void content.resume()
    if (upload.files.length === MAX_FILES_PER_FORM) {
      upload.tooMany = true
      return void content.resume()
    }
    const path = join(folder, `${upload.files.length}`)
    const file: UploadedFile = { field, name: filename, path, bytes: 0, cut: false }
    upload.files.push(file)
    const counted = new Transform({
      transform(piece: Buffer, _encoding, done) {
        file.bytes += piece.length
        done(null, piece)
      },
    })
    content.once('limit', () => {
      file.cut = true
    })
    const written = pipeline(content, counted, createWriteStream(path, { mode: 0o600 }))
    // Waited for below; until then a failure is no unhandled one.
    written.catch(() => {})
    writing.push(written)
  })
  for (const limit of ['fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => parser.destroy(new Error('the form has too many fields')))
  }
  parser.on('filesLimit', () => {
    upload.tooMany = true
  })
  const results = [
    ...(await Promise.allSettled([parse(request, parser)])),
    ...(await Promise.allSettled(writing)),
  ]
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason
}

/** Not a pipeline: that would end the connection of a form that is wrong, and with it the answer. */
function parse(request: IncomingMessage, parser: busboy.Busboy): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = () => {
      if (!request.complete) parser.destroy(new Error('the form was cut off'))
    }
    parser.once('close', () => {
      request.off('close', cut)
      resolve()
    })
    parser.once('error', (error) => {
      request.unpipe(parser)
      request.off('close', cut)
      reject(error instanceof Error ? error : new Error('the form cannot be read'))
    })
    request.once('close', cut)
    request.pipe(parser)
  })
}

/** Removes what was being received when the program ended in the middle of it. */
export async function sweepIncoming(dataDir: string, before: Date): Promise<number> {
  const folder = incomingFolder(dataDir)
  let removed = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found || found.mtimeMs > before.getTime()) continue
    await rm(path, { recursive: true, force: true })
    removed += 1
  }
  return removed
}
