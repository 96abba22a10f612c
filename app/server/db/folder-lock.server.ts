import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another process has the embedded database open. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError'
  constructor(
    readonly folder: string,
    readonly holder: number,
  ) {
    super(
      `The database in ${folder} is already open in process ${holder}. ` +
        'Stop that process first, or set DATA_DIR (and PORT) to start a second site.',
    )
  }
}

/**
 * Takes the folder's lock: one process only may open an embedded database. A lock whose process is gone
 * is taken over. Returns the function that gives it back. Throws FolderInUseError.
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'lock')
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    const holder = Number.parseInt(readFileSync(file, 'utf8'), 10)
    if (holder !== process.pid && isAlive(holder)) throw new FolderInUseError(folder, holder)
    writeFileSync(file, String(process.pid))
  }
  const unlock = () => rmSync(file, { force: true })
  process.once('exit', unlock)
  return unlock
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
