import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { findingLine } from '~/domain/audit/findings'
import { isHex } from '~/domain/audit/tree-head'
import type { AuditVerification } from '~/queries/verify-audit-trail.server'
import { readEnvironment } from '~/server/env.server'
import { generate } from './generate'
import { requireSite } from './require-site'

// npm run audit:verify: holds the audit trail against its sealed tree, and names every event that was changed, is
// missing, stands elsewhere or was not sealed, and every head that does not fit.
//   --heads <file>  holds heads that were kept elsewhere against it, too
//   --key <hex>     accepts an earlier public key, after the site's secret was changed
// Ends with 1 when something is wrong.

try {
  const { values } = parseArgs({
    options: { heads: { type: 'string' }, key: { type: 'string', multiple: true } },
  })
  const keys = values.key ?? []
  if (!keys.every((key) => isHex(key, 32))) throw new Error('A key is 64 hexadecimal digits.')
  generate(process.cwd())
  const { runOnSite } = await import('./run-on-site')
  const env = readEnvironment({ LOG_LEVEL: 'warn', ...process.env })
  requireSite(env)
  const headsFile = values.heads && resolve(values.heads)
  const result = (await runOnSite(env, 'audit.verify', {
    headsFile,
    earlierKeys: keys,
  })) as AuditVerification
  for (const finding of result.findings) process.stdout.write(`${findingLine(finding)}\n`)
  const totals = Object.entries(result.totals)
  const found = totals.reduce((sum, [, total]) => sum + total, 0)
  const more = found - result.findings.length
  if (more > 0) process.stdout.write(`and ${more} more\n`)
  const kept = headsFile ? `, ${result.keptHeads} kept heads` : ''
  process.stderr.write(`${result.events} events, ${result.sealed} of them sealed${kept}.\n`)
  if (result.head) {
    process.stderr.write(`Newest head: ${result.head.rootHash}, signed ${result.head.at}.\n`)
  }
  process.stderr.write(
    found === 0
      ? 'The audit trail is whole.\n'
      : `The audit trail is not whole: ${totals.map(([kind, n]) => `${n} ${kind}`).join(', ')}.\n`,
  )
  if (found > 0) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}
