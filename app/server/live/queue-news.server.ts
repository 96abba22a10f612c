import type { Database } from '../db/database.server'
import type { Logger } from '../logger.server'

/** The notification channel by which processes tell one another that something in the queue changed. */
const CHANNEL = 'lianxin_queue'

/** Many changes are told together, at most so often. */
const TELL_EVERY_MS = 500

/**
 * Tells those who look at the queue that something changed in it, in whatever process. It is told outside of the
 * transactions that change it: a notification in each would have them commit one after another.
 */
export class QueueNews {
  readonly #database: Database
  readonly #log: Logger
  readonly #listeners = new Set<{ heard: () => void; ended: () => void }>()
  #timer: NodeJS.Timeout | undefined

  constructor(database: Database, log: Logger) {
    this.#database = database
    this.#log = log
  }

  /** Begins to hear what other processes tell. */
  async listen(): Promise<void> {
    const heard = () => this.#listeners.forEach((listener) => listener.heard())
    await this.#database.listen(CHANNEL, heard, heard)
  }

  /** Something changed: to be called after the commit. */
  changed(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined
      this.#database.query(`SELECT pg_notify($1, '')`, [CHANNEL]).catch((error: unknown) => {
        this.#log.warn({ err: error }, 'news of the queue were not told')
      })
    }, TELL_EVERY_MS)
  }

  /** Hears of changes until the returned function is called, or everything ends. */
  subscribe(listener: { heard: () => void; ended: () => void }): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Ends what is open, so that a program that stops need not wait for those who listen. */
  end(): void {
    clearTimeout(this.#timer)
    for (const listener of [...this.#listeners]) listener.ended()
    this.#listeners.clear()
  }
}
