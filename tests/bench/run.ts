import { execFileSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { NoServer } from './bench-database'
import { MODERATION_BENCHES } from './moderation/bench-moderation'
import { RESPONSE_BENCHES } from './response/bench-response'
import { benchSite } from './site'
import type { Row } from './row'

// npm run bench [name [part]]: a table for people, and as its last line the same as JSON. Exits 1 where a bar
// does not hold.

const BENCHES: Record<string, Record<string, () => Row[] | Promise<Row[]>>> = {
  site: { site: benchSite },
  moderation: MODERATION_BENCHES,
  response: RESPONSE_BENCHES,
}

const [name = 'site', part] = process.argv.slice(2)
const parts = Object.entries(BENCHES[name] ?? {}).filter(([key]) => !part || key === part)
if (parts.length === 0) {
  const known = Object.entries(BENCHES).map(([key, of]) => `${key} (${Object.keys(of).join(', ')})`)
  process.stderr.write(`There is no such bench. There are: ${known.join('; ')}\n`)
  process.exit(2)
}

const rows: Row[] = []
try {
  for (const [, measure] of parts) rows.push(...(await measure()))
} catch (error) {
  if (!(error instanceof NoServer)) throw error
  const { cause } = error
  const said = cause instanceof AggregateError ? cause.errors[0] : cause
  process.stderr.write(
    `${error.message}\n(${said instanceof Error ? said.message : String(said)})\n`,
  )
  process.exit(2)
}
const width = Math.max(...rows.map((row) => row.what.length))
for (const row of rows) {
  const bar = `${row.atMost === undefined ? '≥' : '≤'} ${row.atMost ?? row.atLeast}`
  process.stdout.write(
    `${row.what.padEnd(width)}  ${String(round(row.value)).padStart(9)} ${row.unit.padEnd(9)} ${bar.padEnd(9)} ${holds(row) ? 'holds' : 'DOES NOT HOLD'}${row.note ? `  (${row.note})` : ''}\n`,
  )
}
process.stdout.write(
  `${JSON.stringify({
    name,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
    versions: { node: process.version, postgresql: serverVersion() },
    rows: rows.map((row) => ({
      what: row.what,
      value: round(row.value),
      unit: row.unit,
      bar: row.atMost ?? row.atLeast,
      holds: holds(row),
    })),
  })}\n`,
)
process.exit(rows.every(holds) ? 0 : 1)

function holds(row: Row): boolean {
  return row.atMost === undefined ? row.value >= (row.atLeast ?? 0) : row.value <= row.atMost
}

function round(value: number): number {
  return Number(value.toPrecision(4))
}

function serverVersion(): string {
  try {
    return execFileSync('psql', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return 'unknown'
  }
}
