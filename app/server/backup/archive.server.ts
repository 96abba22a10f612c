import { createHash } from 'node:crypto'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  readSync,
  closeSync,
  statSync,
} from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'

// A plain tar (ustar): `tar tf` lists a backup and `tar xf` takes it apart, with no program of ours.

/** A member of an archive: its bytes, or the file that holds them. */
export interface ArchiveMember {
  name: string
  /** A file that may be removed meanwhile is left out then. */
  content: Buffer | { file: string; mayBeGone?: boolean }
}

/** Where a member's bytes lie in an archive. */
export interface ArchivedMember {
  name: string
  start: number
  bytes: number
}

const BLOCK = 512

/** Eleven octal digits. */
const LARGEST_BYTES = 8 ** 11 - 1

/**
 * Writes an archive into a new file, readable by its owner alone: it holds the site's secret.
 *
 * @throws Error where the file is there already
 */
export async function writeArchive(
  file: string,
  members: readonly ArchiveMember[],
  writtenAt: Date,
): Promise<void> {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600 })
  await pipeline(async function* () {
    for (const { name, content } of members) {
      if (!Buffer.isBuffer(content) && content.mayBeGone && !existsSync(content.file)) continue
      const bytes = Buffer.isBuffer(content) ? content.length : statSync(content.file).size
      yield header(name, bytes, writtenAt)
      if (Buffer.isBuffer(content)) yield content
      else yield* createReadStream(content.file) as AsyncIterable<Buffer>
      yield Buffer.alloc(padding(bytes))
    }
    yield Buffer.alloc(2 * BLOCK)
  }, out)
}

/** The members of an archive. @throws Error for a file that is no such archive, or is cut off */
export function listArchive(file: string): ArchivedMember[] {
  const size = statSync(file).size
  const handle = openSync(file, 'r')
  try {
    const members: ArchivedMember[] = []
    const block = Buffer.alloc(BLOCK)
    for (let at = 0; at + BLOCK <= size;) {
      readSync(handle, block, 0, BLOCK, at)
      if (block.every((byte) => byte === 0)) return members
      const member = readHeader(block, at + BLOCK)
      if (member.start + member.bytes > size) break
      members.push(member)
      at = member.start + member.bytes + padding(member.bytes)
    }
    throw new Error(`${file} is no backup, or its end is missing.`)
  } finally {
    closeSync(handle)
  }
}

/** A member's bytes, for what is small. */
export function readMember(file: string, member: ArchivedMember): Buffer {
  const handle = openSync(file, 'r')
  try {
    const content = Buffer.alloc(member.bytes)
    readSync(handle, content, 0, member.bytes, member.start)
    return content
  } finally {
    closeSync(handle)
  }
}

/** Copies a member into a new file. Returns the SHA-256 of its bytes, in hexadecimal. */
export async function extractMember(
  file: string,
  member: ArchivedMember,
  target: string,
): Promise<string> {
  const hash = createHash('sha256')
  const end = member.start + member.bytes - 1
  await pipeline(
    createReadStream(file, { start: member.start, end }),
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    }),
    createWriteStream(target, { flags: 'wx', mode: 0o600 }),
  )
  return hash.digest('hex')
}

function padding(bytes: number): number {
  return (BLOCK - (bytes % BLOCK)) % BLOCK
}

function header(name: string, bytes: number, writtenAt: Date): Buffer {
  if (bytes > LARGEST_BYTES)
    throw new Error(`${name} is larger than 8 GB: more than a tar can hold`)
  const block = Buffer.alloc(BLOCK)
  block.write(name, 0, 100, 'utf8')
  block.write('0000600\0', 100)
  block.write('0000000\0', 108)
  block.write('0000000\0', 116)
  block.write(`${octal(bytes)}\0`, 124)
  block.write(`${octal(Math.floor(writtenAt.getTime() / 1000))}\0`, 136)
  block.write('        ', 148)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148)
  return block
}

function readHeader(block: Buffer, start: number): ArchivedMember {
  const told = Number.parseInt(block.toString('latin1', 148, 154), 8)
  const plain = Buffer.from(block)
  plain.write('        ', 148)
  if (block.toString('latin1', 257, 262) !== 'ustar' || told !== checksum(plain)) {
    throw new Error('The file is no backup, or it was damaged.')
  }
  const name = block.toString('utf8', 0, block.indexOf(0))
  return { name, start, bytes: Number.parseInt(block.toString('latin1', 124, 135), 8) }
}

function octal(value: number): string {
  return value.toString(8).padStart(11, '0')
}

/** The sum of a header's bytes, with blanks in the place of the sum. */
function checksum(block: Buffer): number {
  return block.reduce((sum, byte) => sum + byte, 0)
}
