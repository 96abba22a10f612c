import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { constants, copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { isHash, requireHash, type AttachmentStorage } from './storage'

/** Where attachments lie on the disk. */
export function attachmentsFolder(dataDir: string): string {
  return join(dataDir, 'attachments')
}

/** The file of a hash: two of its characters are the folder, so that none of them holds too many. */
export function attachmentFile(dataDir: string, hash: string): string {
  const name = requireHash(hash)
  return join(attachmentsFolder(dataDir), 'files', name.slice(0, 2), name)
}

/** Storage on the disk: a copy is written beside its place, brought to the disk, and put there in one step. */
export function diskStorage(dataDir: string): AttachmentStorage {
  const files = join(attachmentsFolder(dataDir), 'files')
  return {
    kind: 'disk',
    put: async (hash, file) => {
      const target = attachmentFile(dataDir, hash)
      if (await isThere(target)) return
      const folder = join(files, hash.slice(0, 2))
      await mkdir(folder, { recursive: true })
      const beside = join(folder, `.${hash.slice(0, 16)}-${randomBytes(6).toString('hex')}`)
      try {
        await copyFile(file, beside, constants.COPYFILE_EXCL)
        await flush(beside)
        await rename(beside, target)
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
      await flush(folder)
    },
    open: async (hash) => {
      const file = attachmentFile(dataDir, hash)
      const found = await stat(file).catch(() => null)
      if (!found) return null
      const body = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
      return { bytes: found.size, body }
    },
    remove: (hash) => rm(attachmentFile(dataDir, hash), { force: true }),
    list: async function* () {
      for (const folder of await readdir(files).catch(() => [])) {
        const names = await readdir(join(files, folder))
        const hashes = names.filter(isHash)
        if (hashes.length > 0) yield hashes
      }
    },
  }
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null
}

/** Has the disk keep what was written: a file's bytes, or a folder's names. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
