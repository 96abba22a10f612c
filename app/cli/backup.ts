import { resolve } from 'node:path'
import { readEnvironment } from '~/server/env.server'
import { generate } from './generate'
import { requireSite } from './require-site'

// npm run backup -- <file>: writes the database, the secret and the attachments on the disk into one archive (a tar). While the site runs on
// the embedded database it does so itself, through its socket.

try {
  const [file, ...rest] = process.argv.slice(2)
  if (!file || rest.length > 0) throw new Error('Usage: npm run backup -- <file>')
  generate(process.cwd())
  const { runOnSite } = await import('./run-on-site')
  const env = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
  requireSite(env)
  const target = resolve(file)
  await runOnSite(env, 'backup.write', { file: target })
  process.stdout.write(`${target}\n`)
  if (env.S3_ENDPOINT) {
    process.stderr.write('The attachments are in the S3 store, not in it: back that up apart.\n')
  }
  process.stderr.write(
    env.SECRET
      ? 'The database is in it; the secret is not: keep the setting SECRET apart.\n'
      : 'The database and the secret of the site are in it: keep it where nobody else reads it.\n',
  )
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
