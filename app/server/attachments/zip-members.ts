import { inflateRawSync } from 'node:zlib'

/** A member of a ZIP as its directory names it. */
interface ZipMember {
  name: string
  method: number
  packed: number
  headerAt: number
  encrypted: boolean
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const END_BYTES = 22
const MAX_COMMENT = 65_535
const MAX_MEMBERS = 10_000
const MAX_UNPACKED = 1024 * 1024

/** The members of a ZIP, by its directory; null for what is none, or is not whole. */
export function zipMembers(file: Buffer): ZipMember[] | null {
  const end = findEnd(file)
  if (end === null) return null
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > MAX_MEMBERS) return null
  const members: ZipMember[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) return null
    const nameBytes = file.readUInt16LE(at + 28)
    const rest = file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
    members.push({
      name: file.toString('utf8', at + 46, at + 46 + nameBytes),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      headerAt: file.readUInt32LE(at + 42),
      encrypted: (file.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameBytes + rest
  }
  return members
}

/** The text of a small member; null where it cannot be read. */
export function zipText(file: Buffer, member: ZipMember): string | null {
  const { headerAt, packed, method } = member
  if (member.encrypted || headerAt + 30 > file.length) return null
  if (file.readUInt32LE(headerAt) !== LOCAL) return null
  const start = headerAt + 30 + file.readUInt16LE(headerAt + 26) + file.readUInt16LE(headerAt + 28)
  const bytes = file.subarray(start, start + packed)
  if (method === 0) return bytes.toString('utf8')
  if (method !== 8) return null
  try {
    return inflateRawSync(bytes, { maxOutputLength: MAX_UNPACKED }).toString('utf8')
  } catch {
    return null
  }
}

function findEnd(file: Buffer): number | null {
  const first = Math.max(0, file.length - END_BYTES - MAX_COMMENT)
  for (let at = file.length - END_BYTES; at >= first; at -= 1) {
    if (file.readUInt32LE(at) === END) return at
  }
  return null
}
