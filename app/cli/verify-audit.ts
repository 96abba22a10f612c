import { z } from 'zod'
import { readEnvironment } from '~/server/env.server'
import { generate } from './generate'
import { requireSite } from './require-site'

// npm run audit:verify: computes the hash of every audit event again and names those that were changed.
// Ends with 1 when there are any.

const ResultSchema = z.object({
  checked: z.number(),
  changedTotal: z.number(),
  changed: z.array(z.object({ id: z.string(), at: z.string(), action: z.string() })),
})

try {
  generate(process.cwd())
  const { runOnSite } = await import('./run-on-site')
  const env = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
  requireSite(env)
  const result = ResultSchema.parse(await runOnSite(env, 'audit.verify', {}))
  for (const event of result.changed) {
    process.stdout.write(`changed: ${event.id} ${event.at} ${event.action}\n`)
  }
  const more = result.changedTotal - result.changed.length
  if (more > 0) process.stdout.write(`and ${more} more\n`)
  process.stderr.write(
    result.changedTotal === 0
      ? `${result.checked} events verified, none changed.\n`
      : `${result.changedTotal} of ${result.checked} events are not what was written.\n`,
  )
  if (result.changedTotal > 0) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
