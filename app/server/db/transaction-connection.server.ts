import type { Prisma, PrismaClient } from '~/generated/prisma/client'

export interface SqlResult<Row = Record<string, unknown>> {
  rows: Row[]
}

/** The connection of an open transaction. */
export interface Connection {
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<SqlResult<Row>>
}

type AdapterFactory = NonNullable<Prisma.PrismaClientOptions['adapter']>

/** Stands where a statement would: asks for the connection, and never reaches the database. */
const CLAIM = '-- the connection of this transaction'
const NOTHING = { columnNames: [], columnTypes: [], rows: [] }

/**
 * Gives the connection of Prisma's interactive transactions to statements past Prisma, too: Prisma keeps it to
 * itself, and compiles every statement, which costs several times what the statement does. The claim goes
 * the way of a statement, so that it cannot meet another transaction's connection.
 */
export class TransactionConnections {
  /** `own` makes a connection of what the adapter calls its client. */
  constructor(private readonly own: (client: unknown) => Connection) {}

  readonly #claims = new Map<number, (connection: Connection) => void>()
  #lastTicket = 0

  /** An adapter factory whose transactions answer claims. */
  watch(factory: AdapterFactory): AdapterFactory {
    const connect = factory.connect.bind(factory)
    factory.connect = async () => {
      const adapter = await connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (isolationLevel) => {
        const transaction = await start(isolationLevel)
        const queryRaw = transaction.queryRaw.bind(transaction)
        transaction.queryRaw = (query) => {
          if (query.sql !== CLAIM) return queryRaw(query)
          // Both adapters keep the driver's own connection under this name.
          const { client } = transaction as unknown as { client: unknown }
          this.#claims.get(Number(query.args[0]))?.(this.own(client))
          return Promise.resolve(NOTHING)
        }
        return transaction
      }
      return adapter
    }
    return factory
  }

  /** The connection on which the transaction of `db` is open. */
  async of(db: Pick<PrismaClient, '$queryRawUnsafe'>): Promise<Connection> {
    const ticket = (this.#lastTicket += 1)
    const claimed = new Promise<Connection>((resolve) => this.#claims.set(ticket, resolve))
    try {
      await db.$queryRawUnsafe(CLAIM, ticket)
      return await claimed
    } finally {
      this.#claims.delete(ticket)
    }
  }
}
