import { parseArgs } from 'node:util'
import { z } from 'zod'
import { readEnvironment } from '~/server/env.server'
import { generate } from './generate'

// npm run admin:create [-- --name 张岚]: makes the first administrator and prints the link by which they
// set their telephone number and password.

const { values } = parseArgs({ options: { name: { type: 'string', default: '系统管理员' } } })
const ResultSchema = z.object({ link: z.string().nullable(), expiresAt: z.string().optional() })

try {
  // On a fresh checkout the database client is not there yet.
  generate(process.cwd())
  const { runOnSite } = await import('./run-on-site')
  const env = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
  const result = await runOnSite(env, 'admin.create', { displayName: values.name })
  const { link, expiresAt } = ResultSchema.parse(result)
  if (link) {
    process.stdout.write(`${link}\n`)
    process.stderr.write(`The link works once, until ${expiresAt}. Give it to nobody else.\n`)
  } else {
    process.stderr.write(
      'There is an administrator already. Administrators invite others on the page for people.\n',
    )
    process.exitCode = 1
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
