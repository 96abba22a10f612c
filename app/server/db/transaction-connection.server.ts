import { AsyncLocalStorage } from 'node:async_hooks'
import type { Prisma } from '~/generated/prisma/client'

type AdapterFactory = NonNullable<Prisma.PrismaClientOptions['adapter']>

export interface SqlResult<Row = Record<string, unknown>> {
  rows: Row[]
}

/** The connection of an open transaction. */
export interface Connection {
  query<Row = Record<string, unknown>>(text: string, values?: unknown[]): Promise<SqlResult<Row>>
}

interface Place {
  connection?: Connection
}

/**
 * Gives the connection of Prisma's interactive transactions to statements past Prisma, too: Prisma keeps it to
 * itself, and compiles every statement, which costs several times what the statement does.
 */
export class TransactionConnections {
  readonly #place = new AsyncLocalStorage<Place>()

  /** An adapter factory whose transactions are seen here. */
  watch(factory: AdapterFactory): AdapterFactory {
    const connect = factory.connect.bind(factory)
    factory.connect = async () => {
      const adapter = await connect()
      const start = adapter.startTransaction.bind(adapter)
      adapter.startTransaction = async (isolationLevel) => {
        const transaction = await start(isolationLevel)
        const place = this.#place.getStore()
        // Both adapters keep the driver's own connection under this name.
        if (place) place.connection = (transaction as unknown as { client: Connection }).client
        return transaction
      }
      return adapter
    }
    return factory
  }

  /** Runs `open`, which opens one transaction and calls the function it is given within. */
  run<T>(open: (connection: () => Connection) => Promise<T>): Promise<T> {
    const place: Place = {}
    return this.#place.run(place, () =>
      open(() => {
        if (!place.connection) throw new Error('the adapter did not show its connection')
        return place.connection
      }),
    )
  }
}
