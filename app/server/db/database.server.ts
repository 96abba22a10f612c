import type { PGlite } from '@electric-sql/pglite'
import type pg from 'pg'
import { PrismaClient } from '~/generated/prisma/client'
import type { Environment } from '../env.server'
import type { Logger } from '../logger.server'
import { statementName } from './statement-names.server'
import {
  TransactionConnections,
  type Connection,
  type SqlResult,
} from './transaction-connection.server'

export type Db = PrismaClient
/** Prisma inside a transaction. */
export type TransactionDb = Omit<
  PrismaClient,
  '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'
>

/** One PostgreSQL dialect, two homes: embedded in the process or on a server. */
export interface Database {
  kind: 'embedded' | 'server'
  prisma: Db
  /** One statement with parameters, past Prisma. */
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<SqlResult<Row>>
  /** Runs `work` in one transaction: with Prisma, and past it on the same connection. */
  transaction<T>(work: (db: TransactionDb, connection: Connection) => Promise<T>): Promise<T>
  /** A script of several statements; when it fails, a transaction that it left open is rolled back. */
  script(text: string): Promise<void>
  /**
   * Hands over each notification of the channel. `onGap` is called when some may have been missed (the
   * connection was away): everything that relies on them must then be dropped.
   */
  listen(channel: string, onMessage: (payload: string) => void, onGap: () => void): Promise<void>
  /**
   * The files of the embedded database as a gzipped tar, copied while no transaction is open. A server has
   * programs of its own for that.
   */
  copyFiles?(): Promise<Blob>
  close(): Promise<void>
}

/** Opens the database that the settings name. */
export async function openDatabase(env: Environment, log: Logger): Promise<Database> {
  return env.DATABASE_URL
    ? openServer(env.DATABASE_URL, env.DATABASE_POOL, log)
    : openEmbedded(env.DATA_DIR)
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const { PGlite: Engine } = await import('@electric-sql/pglite')
  const { join } = await import('node:path')
  const { mkdirSync } = await import('node:fs')
  const { lockFolder } = await import('./folder-lock.server')
  mkdirSync(dataDir, { recursive: true })
  const unlock = lockFolder(dataDir)
  try {
    const engine = await Engine.create({ dataDir: join(dataDir, 'database') })
    return await embeddedDatabase(engine, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

/** Wraps an open PGlite. `onClose` runs after it is closed. */
export async function embeddedDatabase(
  engine: PGlite,
  onClose: () => void = () => {},
): Promise<Database> {
  const { PrismaPGlite } = await import('pglite-prisma-adapter')
  const connections = new TransactionConnections((client) => client as Connection)
  const adapter = connections.watch(new PrismaPGlite(engine))
  const prisma = new PrismaClient({ adapter, transactionOptions })
  const transactions = new Transactions(prisma, connections)
  return {
    kind: 'embedded',
    prisma,
    query: async (text, values) => {
      if (values && values.length > 0) return engine.query(text, values)
      const results = await engine.exec(text)
      return (results.at(-1) ?? { rows: [] }) as never
    },
    transaction: (work) => transactions.run(work),
    script: async (text) => {
      try {
        await engine.exec(text)
      } catch (error) {
        await engine.exec('ROLLBACK')
        throw error
      }
    },
    listen: async (channel, onMessage) => {
      await engine.listen(channel, onMessage)
    },
    // Within a transaction no other is open; the checkpoint brings what is in memory into the files.
    copyFiles: () =>
      engine.transaction(async (tx) => {
        await tx.query('CHECKPOINT')
        return engine.dumpDataDir('gzip')
      }),
    close: async () => {
      await transactions.end()
      await prisma.$disconnect()
      await engine.close()
      onClose()
    },
  }
}

/**
 * Transactions with Prisma and past it. A request whose reader has gone still runs when the program is told to stop:
 * what it has begun is waited for, since Prisma forgets a transaction that begins while it disconnects, and the
 * driver would then wait for its connection for ever.
 */
class Transactions {
  readonly #open = new Set<Promise<unknown>>()
  #ended = false

  constructor(
    private readonly prisma: PrismaClient,
    private readonly connections: TransactionConnections,
  ) {}

  async run<T>(work: (db: TransactionDb, connection: Connection) => Promise<T>): Promise<T> {
    if (this.#ended) throw new Error('the database is closing')
    const running = this.prisma.$transaction(async (db) => work(db, await this.connections.of(db)))
    this.#open.add(running)
    try {
      return await running
    } finally {
      this.#open.delete(running)
    }
  }

  /** Begins no more, and waits for those that are open. */
  async end(): Promise<void> {
    this.#ended = true
    await Promise.allSettled(this.#open)
  }
}

// On the embedded database transactions queue behind one another: waiting is normal there.
const transactionOptions = { maxWait: 30_000, timeout: 30_000 }

async function openServer(url: string, poolSize: number, log: Logger): Promise<Database> {
  const { default: driver } = await import('pg')
  const { PrismaPg } = await import('@prisma/adapter-pg')
  const pool = new driver.Pool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 5_000,
  })
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'))
  const planned = (client: Pick<pg.ClientBase, 'query'>): Connection => ({
    query: (text, values = []) =>
      // Without parameters it may be several statements, which have no plan together.
      client.query(values.length > 0 ? { name: statementName(text), text, values } : text) as never,
  })
  const connections = new TransactionConnections((client) => planned(client as pg.ClientBase))
  const adapter = connections.watch(new PrismaPg(pool))
  const prisma = new PrismaClient({ adapter, transactionOptions })
  const transactions = new Transactions(prisma, connections)
  const listeners: Array<() => Promise<void>> = []
  return {
    kind: 'server',
    prisma,
    query: planned(pool).query,
    transaction: (work) => transactions.run(work),
    script: async (text) => {
      const client = await pool.connect()
      try {
        await client.query(text)
      } catch (error) {
        await client.query('ROLLBACK')
        throw error
      } finally {
        client.release()
      }
    },
    listen: async (channel, onMessage, onGap) => {
      listeners.push(await keepListening(driver, url, channel, onMessage, onGap, log))
    },
    close: async () => {
      await Promise.all(listeners.map((stop) => stop()))
      await transactions.end()
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Listens on a connection of its own, which is opened again with growing delay when it breaks. */
async function keepListening(
  driver: typeof pg,
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
  onGap: () => void,
  log: Logger,
): Promise<() => Promise<void>> {
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined

  const open = async () => {
    const next = new driver.Client({ connectionString: url, keepAlive: true })
    next.on('notification', (message) => onMessage(message.payload ?? ''))
    next.on('error', () => reopen(1_000))
    await next.connect()
    await next.query(`LISTEN ${channel}`)
    client = next
  }
  const reopen = (delayMs: number) => {
    if (stopped) return
    const broken = client
    client = undefined
    broken?.end().catch(() => {})
    onGap()
    clearTimeout(timer)
    timer = setTimeout(() => {
      open().then(
        () => onGap(),
        (error: unknown) => {
          log.warn({ err: error }, 'listening connection not back yet')
          reopen(Math.min(delayMs * 2, 30_000))
        },
      )
    }, delayMs)
  }

  await open()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end()
  }
}
