import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { attachmentsFolder } from '../attachments/disk-storage.server'
import { isHash } from '../attachments/storage'
import type { Environment } from '../env.server'
import { lockFolder } from '../db/folder-lock.server'
import { extractMember, listArchive, readMember, type ArchivedMember } from './archive.server'
import {
  ATTACHMENTS,
  BackupError,
  manifestSchema,
  MEMBERS,
  secretFingerprint,
  type Manifest,
} from './manifest'
import { runPostgresTool } from './postgres-tools.server'

/**
 * Restores an archive into the empty place that the settings name: a data folder without a database, or a
 * database without tables. What fails half-way leaves the place empty again, where it is a folder.
 *
 * @throws BackupError where the place is not empty, or the archive is damaged or of another kind;
 *   FolderInUseError where a site runs on the folder
 */
export async function restoreBackup(env: Environment, file: string): Promise<Manifest> {
  if (!existsSync(file)) throw new BackupError(`There is no file ${file}.`)
  const members = listArchive(file)
  const manifest = readManifest(file, members)
  const kind = env.DATABASE_URL ? 'server' : 'embedded'
  if (manifest.database !== kind) throw new BackupError(otherKind(manifest.database))
  const secret = usableSecret(env, file, members, manifest)

  mkdirSync(env.DATA_DIR, { recursive: true })
  const unlock = kind === 'embedded' ? lockFolder(env.DATA_DIR) : () => {}
  const workplace = mkdtempSync(join(env.DATA_DIR, '.restore-'))
  try {
    await requireEmptyPlace(env, secret !== null)
    const dump = join(workplace, 'database')
    const sha256 = await extractMember(file, requireMember(members, MEMBERS.database), dump)
    if (sha256 !== manifest.databaseSha256) {
      throw new BackupError('The archive was damaged: the database in it is not what was written.')
    }
    const files = await extractAttachments(env, file, members, join(workplace, 'files'))
    if (env.DATABASE_URL) await restoreServer(env.DATABASE_URL, dump)
    else await restoreFolder(join(env.DATA_DIR, 'database'), dump)
    if (files) {
      mkdirSync(attachmentsFolder(env.DATA_DIR), { recursive: true })
      const place = join(attachmentsFolder(env.DATA_DIR), 'files')
      rmSync(place, { recursive: true, force: true })
      renameSync(files, place)
    }
    if (secret !== null) {
      writeFileSync(join(env.DATA_DIR, 'secret'), secret, { flag: 'wx', mode: 0o600 })
    }
    return manifest
  } finally {
    rmSync(workplace, { recursive: true, force: true })
    unlock()
  }
}

/**
 * The attachments of the archive in a folder of their own, each with the content that its name says; null where there
 * are none.
 */
async function extractAttachments(
  env: Environment,
  file: string,
  members: readonly ArchivedMember[],
  folder: string,
): Promise<string | null> {
  const attachments = members.filter(({ name }) => name.startsWith(ATTACHMENTS))
  if (attachments.length === 0) return null
  if (env.S3_ENDPOINT) {
    throw new BackupError(
      'The backup has attachments in it, and S3_ENDPOINT names another place for them: unset it to restore them.',
    )
  }
  for (const member of attachments) {
    const hash = member.name.slice(ATTACHMENTS.length)
    if (!isHash(hash)) throw new BackupError(`The archive was damaged: ${member.name}.`)
    const below = join(folder, hash.slice(0, 2))
    mkdirSync(below, { recursive: true })
    if ((await extractMember(file, member, join(below, hash))) !== hash) {
      throw new BackupError('The archive was damaged: an attachment is not what was stored.')
    }
  }
  return folder
}

function readManifest(file: string, members: readonly ArchivedMember[]): Manifest {
  const member = requireMember(members, MEMBERS.manifest)
  try {
    return manifestSchema.parse(JSON.parse(readMember(file, member).toString('utf8')))
  } catch (cause) {
    throw new BackupError('The archive is of a form that this version does not know.', { cause })
  }
}

function requireMember(members: readonly ArchivedMember[], name: string): ArchivedMember {
  const member = members.find((each) => each.name === name)
  if (!member) throw new BackupError(`The archive lacks its member ${name}: it is no backup.`)
  return member
}

function otherKind(kind: Manifest['database']): string {
  return kind === 'embedded'
    ? 'The backup is of an embedded database: unset DATABASE_URL to restore it.'
    : 'The backup is of a database server: set DATABASE_URL to an empty database to restore it.'
}

/**
 * The secret to be put into the data folder, or null where the setting SECRET gives it. Another secret could
 * neither find people by their telephone nor read their second factors.
 */
function usableSecret(
  env: Environment,
  file: string,
  members: readonly ArchivedMember[],
  manifest: Manifest,
): string | null {
  if (env.SECRET) {
    if (secretFingerprint(env.SECRET) === manifest.secretFingerprint) return null
    throw new BackupError(
      'SECRET is not the secret of the site that was backed up. ' +
        (manifest.secret === 'included'
          ? 'Unset it: the backup has the secret in it.'
          : 'Set it to that of the former site.'),
    )
  }
  if (manifest.secret === 'setting') {
    throw new BackupError('The backup has no secret in it: set SECRET to that of the former site.')
  }
  return readMember(file, requireMember(members, MEMBERS.secret)).toString('utf8')
}

async function requireEmptyPlace(env: Environment, bringsSecret: boolean): Promise<void> {
  const secretFile = join(env.DATA_DIR, 'secret')
  if (bringsSecret && existsSync(secretFile) && readFileSync(secretFile, 'utf8').trim() !== '') {
    throw new BackupError(notEmpty(`${env.DATA_DIR} holds a secret already`))
  }
  const attachments = join(attachmentsFolder(env.DATA_DIR), 'files')
  if (existsSync(attachments) && readdirSync(attachments).length > 0) {
    throw new BackupError(notEmpty(`${attachments} holds attachments already`))
  }
  if (env.DATABASE_URL) {
    if (await hasTables(env.DATABASE_URL))
      throw new BackupError(notEmpty('The database has tables'))
    return
  }
  const folder = join(env.DATA_DIR, 'database')
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new BackupError(notEmpty(`${folder} holds a database already`))
  }
}

function notEmpty(found: string): string {
  return `${found}. A backup is restored into an empty place only: nothing is written over.`
}

async function hasTables(databaseUrl: string): Promise<boolean> {
  const { default: driver } = await import('pg')
  const client = new driver.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        LIMIT 1`,
    )
    return rows.length > 0
  } finally {
    await client.end()
  }
}

async function restoreServer(databaseUrl: string, dump: string): Promise<void> {
  await runPostgresTool('pg_restore', databaseUrl, [
    '--no-owner',
    '--no-privileges',
    '--single-transaction',
    '--exit-on-error',
    dump,
  ])
}

async function restoreFolder(folder: string, dump: string): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite')
  try {
    const files = new Blob([readFileSync(dump)], { type: 'application/gzip' })
    const engine = await PGlite.create({ dataDir: folder, loadDataDir: files })
    // Opened once and asked something: what cannot be read is found now, not when it is needed.
    await engine.query('SELECT count(*) FROM "_prisma_migrations"')
    await engine.close()
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true })
    throw new BackupError('The database in the archive cannot be opened.', { cause })
  }
}
