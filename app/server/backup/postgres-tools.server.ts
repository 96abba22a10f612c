import { spawn } from 'node:child_process'
import { BackupError } from './manifest'

/**
 * Runs one of PostgreSQL's client programs against a database. The password goes by the environment: arguments
 * can be read by everybody on the machine.
 *
 * @throws BackupError where the program is lacking, or with its words where it failed
 */
export async function runPostgresTool(
  tool: 'pg_dump' | 'pg_restore',
  databaseUrl: string,
  args: readonly string[],
): Promise<void> {
  const url = new URL(databaseUrl)
  const password = decodeURIComponent(url.password)
  url.password = ''
  const child = spawn(tool, [`--dbname=${url.href}`, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...(password ? { PGPASSWORD: password } : {}) },
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', (cause) => {
      const missing = 'code' in cause && cause.code === 'ENOENT'
      fail(missing ? new BackupError(lacking(tool)) : cause)
    })
    child.once('close', done)
  })
  if (code !== 0) throw new BackupError(`${tool} ended with ${code}:\n${said.trim()}`)
}

function lacking(tool: string): string {
  return (
    `${tool} was not found. Install PostgreSQL's client programs, of the server's version or a later one ` +
    '(Debian: apt-get install postgresql-client).'
  )
}
