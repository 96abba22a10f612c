import { spawn, type ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres'

export type DatabaseKind = 'embedded' | 'server'

/** A site of the built program in a process of its own, on a database of its own. */
export interface RunningSite {
  url: string
  dataDir: string
  databaseUrl: string | undefined
  databaseName: string | undefined
  process: ChildProcess
  /** Starts the program again on the same data: after `process` was killed. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** A seeded demo that was stopped: what each test file's site begins with. */
export interface SeededDemo {
  dataDir: string
  database: string | undefined
}

/** Starts the demo on a copy of the seeded one and waits until it says its address. */
export async function startSite(
  kind: DatabaseKind,
  settings: Record<string, string> = {},
): Promise<RunningSite> {
  return startSiteOn(kind, inject(kind === 'server' ? 'demoOnServer' : 'demoEmbedded'), settings)
}

/** Starts the demo on a copy of another, or on an empty place. */
export async function startSiteOn(
  kind: DatabaseKind,
  origin: SeededDemo | undefined,
  settings: Record<string, string> = {},
): Promise<RunningSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lianxin-e2e-'))
  // Not the lock and the socket of the program that seeded it.
  const copied = (path: string) => !/\/(lock|control)$/.test(path)
  if (origin) cpSync(origin.dataDir, dataDir, { recursive: true, filter: copied })
  const database = kind === 'server' ? await createDatabase(origin?.database) : undefined
  const launch = () =>
    launchProgram({
      DEMO: '1',
      ...settings,
      DATA_DIR: dataDir,
      ...(database ? { DATABASE_URL: database.url } : {}),
    })
  const first = await launch()
  const site: RunningSite = {
    url: first.url,
    process: first.child,
    dataDir,
    databaseUrl: database?.url,
    databaseName: database?.name,
    restart: async () => {
      await ended(site.process)
      const again = await launch()
      site.url = again.url
      site.process = again.child
    },
    stop: async () => {
      site.process.kill('SIGTERM')
      await ended(site.process)
      await database?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return site
}

interface ServerDatabase {
  name: string
  url: string
  drop: () => Promise<void>
}

async function createDatabase(template: string | undefined): Promise<ServerDatabase> {
  const name = `lianxin_e2e_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: SERVER })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  return {
    name,
    url: url.href,
    drop: async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
      await admin.end()
    },
  }
}

async function launchProgram(
  settings: Record<string, string>,
): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['build/server/main.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: '0',
      HOST: '127.0.0.1',
      RATE_LIMIT_FACTOR: '1000',
      ...settings,
    },
  })
  let said = ''
  child.stderr.on('data', (chunk) => (said += String(chunk)))
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      const port = /http:\/\/localhost:(\d+)/.exec(String(chunk))?.[1]
      if (port) resolve(`http://localhost:${port}`)
    })
    child.once('exit', (code, signal) => {
      reject(new Error(`the site ended with ${code}:\n${said}`))
      // A test stops or kills its site by a signal; whatever else ends it is told, as the tests only see it gone.
      if (code !== 0 && code !== null) process.stderr.write(`a site ended with ${code}:\n${said}\n`)
      else if (signal === 'SIGABRT' || signal === 'SIGSEGV')
        process.stderr.write(`a site ended with ${signal}\n`)
    })
  })
  return { url, child }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  await new Promise((resolve) => child.once('exit', resolve))
}
