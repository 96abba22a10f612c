import { createHash } from 'node:crypto'
import { createReadStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { attachmentFile, diskStorage } from '../attachments/disk-storage.server'
import type { Container } from '../container.server'
import { writeArchive } from './archive.server'
import { ATTACHMENTS, BackupError, MEMBERS, secretFingerprint, type Manifest } from './manifest'
import { runPostgresTool } from './postgres-tools.server'

/** What was written. */
export interface WrittenBackup {
  file: string
  manifest: Manifest
}

/**
 * Writes the site's database, its secret and the attachments on its disk into one archive. The embedded database is copied while no
 * transaction is open; a server's is dumped by pg_dump, which sees it as it stood at one moment.
 *
 * @param file an absolute path; nothing is written over
 * @throws BackupError
 */
export async function writeBackup(
  container: Pick<Container, 'env' | 'database' | 'version' | 'clock'>,
  file: string,
): Promise<WrittenBackup> {
  if (existsSync(file)) throw new BackupError(`${file} is there already: nothing is written over.`)
  if (!existsSync(dirname(file))) throw new BackupError(`There is no folder ${dirname(file)}.`)
  const { env, database, version } = container
  const now = container.clock()
  const secretFile = join(env.DATA_DIR, 'secret')
  const secret = env.SECRET ?? readFileSync(secretFile, 'utf8').trim()

  const workplace = mkdtempSync(join(dirname(file), '.lianxin-backup-'))
  try {
    const dump = await dumpDatabase(container, join(workplace, 'dump'))
    // After the database: what it names is there, and what came later does no harm.
    const attachments = await attachmentsOnDisk(env)
    const manifest: Manifest = {
      program: 'lianxin',
      format: 1,
      version,
      createdAt: now.toISOString(),
      database: database.kind,
      databaseSha256: await sha256Of(dump),
      secret: env.SECRET ? 'setting' : 'included',
      secretFingerprint: secretFingerprint(secret),
      attachments: attachments.length,
    }
    await writeArchive(
      file,
      [
        { name: MEMBERS.manifest, content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
        ...(env.SECRET ? [] : [{ name: MEMBERS.secret, content: Buffer.from(secret) }]),
        {
          name: MEMBERS.database,
          content: Buffer.isBuffer(dump) ? dump : { file: dump },
        },
        ...attachments.map((hash) => ({
          name: ATTACHMENTS + hash,
          // What nothing names any more may be swept away meanwhile.
          content: { file: attachmentFile(env.DATA_DIR, hash), mayBeGone: true },
        })),
      ],
      now,
    )
    return { file, manifest }
  } finally {
    rmSync(workplace, { recursive: true, force: true })
  }
}

/** The hashes of the attachments that lie on the site's disk. */
async function attachmentsOnDisk(env: Container['env']): Promise<string[]> {
  if (env.S3_ENDPOINT) return []
  const all: string[] = []
  for await (const hashes of diskStorage(env.DATA_DIR).list()) all.push(...hashes)
  return all
}

/** The database's bytes: in memory where it is embedded, else in the named file. */
async function dumpDatabase(
  { env, database }: Pick<Container, 'env' | 'database'>,
  file: string,
): Promise<Buffer | string> {
  if (database.copyFiles) return Buffer.from(await (await database.copyFiles()).arrayBuffer())
  if (!env.DATABASE_URL) throw new BackupError('DATABASE_URL names no server to dump.')
  await runPostgresTool('pg_dump', env.DATABASE_URL, ['--format=custom', `--file=${file}`])
  return file
}

async function sha256Of(dump: Buffer | string): Promise<string> {
  const hash = createHash('sha256')
  if (Buffer.isBuffer(dump)) return hash.update(dump).digest('hex')
  await pipeline(createReadStream(dump), hash)
  return hash.digest('hex')
}
