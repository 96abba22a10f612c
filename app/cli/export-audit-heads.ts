import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readEnvironment } from '~/server/env.server'
import { generate } from './generate'
import { requireSite } from './require-site'

// npm run audit:export-heads -- --out <file>: adds the signed heads of the audit trail's tree that the file
// does not have yet, to be kept where the site's own people cannot change them.

try {
  const { values } = parseArgs({ options: { out: { type: 'string' } } })
  if (!values.out) throw new Error('Usage: npm run audit:export-heads -- --out <file>')
  generate(process.cwd())
  const { runOnSite } = await import('./run-on-site')
  const env = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
  requireSite(env)
  const added = await runOnSite(env, 'audit.exportHeads', { file: resolve(values.out) })
  process.stderr.write(`${String(added)} heads added.\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
