import { resolve } from 'node:path'
import { readEnvironment } from '~/server/env.server'

// npm run restore -- <file>: restores a backup into the empty place that DATA_DIR (and DATABASE_URL) name.

try {
  const [file, ...rest] = process.argv.slice(2)
  if (!file || rest.length > 0) throw new Error('Usage: npm run restore -- <file>')
  const { restoreBackup } = await import('~/server/backup/restore-backup.server')
  const env = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
  const manifest = await restoreBackup(env, resolve(file))
  process.stdout.write(
    `Restored the backup of ${manifest.createdAt} (version ${manifest.version}). Start the site as usual.\n`,
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
