import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { cleanFileName } from '~/domain/attachment/file-name'
import { MAX_ALT_CHARACTERS } from '~/domain/attachment/limits'
import type { FileProblem, RefusedFile } from '~/domain/attachment/problem'
import { cleanText, countCharacters } from '~/domain/shared/clean-text'
import type { Container } from '../container.server'
import type { UploadedFile } from '../http/upload.server'
import { fileKind } from './file-kind.server'
import type { PreparedFile } from './prepared-file'
import { storedImage, type EncodedImage } from './stored-image.server'

/** A file of a form, and what its sender says of it. */
export interface SentFile {
  upload: UploadedFile
  /** 图片说明 */
  alt: string
}

export type PreparedFiles =
  { ok: true; files: PreparedFile[] } | { ok: false; refused: RefusedFile[] }

type Tools = Pick<Container, 'malwareScanner'>

/** Images one at a time in this process: to decode one takes memory and a core. */
let turn: Promise<unknown> = Promise.resolve()

function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}

/**
 * Looks at files and makes them fit to be stored: what they are by their content, whether a scanner minds, images
 * written anew. With one that is not taken, none is.
 */
export async function prepareFiles(
  tools: Tools,
  sent: readonly SentFile[],
): Promise<PreparedFiles> {
  const files: PreparedFile[] = []
  const refused: RefusedFile[] = []
  for (const one of sent) {
    const prepared = await prepareFile(tools, one)
    if (typeof prepared === 'string') {
      refused.push({ field: one.upload.field, problem: prepared })
    } else files.push(prepared)
  }
  return refused.length > 0 ? { ok: false, refused } : { ok: true, files }
}

async function prepareFile(
  { malwareScanner }: Tools,
  { upload, alt }: SentFile,
): Promise<PreparedFile | FileProblem> {
  if (upload.cut) return 'tooLarge'
  const said = cleanText(alt)
  const words = 'text' in said ? said.text.replaceAll('\n', ' ').trim() : ''
  if (countCharacters(words) > MAX_ALT_CHARACTERS) return 'altTooLong'
  const content = await readFile(upload.path)
  const found = await fileKind(content)
  if (found.kind === 'refused') return found.problem

  const scanned = malwareScanner ? await malwareScanner.scan(createReadStream(upload.path)) : null
  if (scanned === 'infected') return 'infected'
  const away = malwareScanner?.holds ? 'waiting' : 'none'
  const scan = scanned === 'clean' ? 'clean' : scanned === 'away' ? away : 'none'

  if (found.kind === 'document') {
    return {
      kind: 'document',
      mediaType: found.mediaType,
      name: cleanFileName(upload.name, found.mediaType, 'file'),
      alt: '',
      stored: { hash: hashOf(content), path: upload.path, bytes: content.length },
      image: null,
      scan,
    }
  }
  const made = await inTurn(() => storedImage(content, found.jpeg))
  if (typeof made === 'string') return made
  const { mediaType, image, thumbnail } = made
  const stored = await keep(image, `${upload.path}.image`)
  const small = await keep(thumbnail, `${upload.path}.thumbnail`)
  return {
    kind: 'image',
    mediaType,
    name: cleanFileName(upload.name, mediaType, 'image'),
    alt: words,
    stored: { ...stored, bytes: image.content.length },
    image: {
      width: image.width,
      height: image.height,
      thumbnail: { ...small, width: thumbnail.width, height: thumbnail.height },
    },
    scan,
  }
}

async function keep(
  { content }: EncodedImage,
  path: string,
): Promise<{ hash: string; path: string }> {
  await writeFile(path, content, { mode: 0o600 })
  return { hash: hashOf(content), path }
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
