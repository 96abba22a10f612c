import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { createContainer, type Container } from '~/server/container.server'
import { readEnvironment } from '~/server/env.server'

const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres'

/** The two homes of a database that a bench may measure. */
export type Home = 'server' | 'embedded'

/** Nothing to measure on: said to whoever runs the bench, without the stack. */
export class NoServer extends Error {
  constructor(cause: unknown) {
    const { host } = new URL(SERVER)
    super(
      `The bench needs a PostgreSQL server on which it may create databases, and none let it in at ${host}.\n` +
        'Start one, or name another in TEST_DATABASE_URL (postgresql://user:password@host:port/postgres).',
      { cause },
    )
  }
}

/** An empty database on the PostgreSQL server, gone when `work` has ended. */
export async function onServer<T>(work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const name = `lianxin_bench_${randomBytes(5).toString('hex')}`
  const admin = new pg.Client({ connectionString: SERVER })
  await admin.connect().catch((cause: unknown) => {
    throw new NoServer(cause)
  })
  await admin.query(`CREATE DATABASE ${name}`)
  const url = new URL(SERVER)
  url.pathname = `/${name}`
  try {
    return await work(url.href)
  } finally {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.end()
  }
}

/** A container on a database of its own with every migration, without workers; closed and gone afterwards. */
export async function withContainer<T>(
  home: Home,
  work: (container: Container) => Promise<T>,
  pool = 4,
): Promise<T> {
  if (home === 'server') {
    return onServer((url) => opened({ DATABASE_URL: url, DATABASE_POOL: String(pool) }, work))
  }
  const folder = mkdtempSync(join(tmpdir(), 'lianxin-bench-'))
  try {
    return await opened({ DATA_DIR: folder }, work)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function opened<T>(
  place: Record<string, string>,
  work: (container: Container) => Promise<T>,
): Promise<T> {
  const container = await createContainer({
    env: readEnvironment({
      ...place,
      SECRET: randomBytes(32).toString('hex'),
      ROLE: 'web',
      LOG_LEVEL: 'error',
      NODE_ENV: 'test',
    }),
  })
  try {
    return await work(container)
  } finally {
    await container.close()
  }
}
