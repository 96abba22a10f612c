import type { PageCache } from './page-cache.server'

interface Entry {
  /** The tag's generation before the read began. */
  generation: number
  expiresAt: number
  value: Promise<unknown>
}

const MAX_ENTRIES = 200
const MAX_AGE_MS = 60_000

/**
 * What signed-in readers of a page have in common, kept for a moment: read once, used by all of them until the
 * tag's generation moves on. Bounded in number, least recently used first out; nothing in it may depend on
 * who is reading.
 */
export class SharedReads {
  readonly #entries = new Map<string, Entry>()

  constructor(
    private readonly pages: Pick<PageCache, 'generation'>,
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** The value under the key, read anew when something named by the tag was touched since. */
  async read<T>(key: string, tag: string, load: () => Promise<T>): Promise<T> {
    const generation = this.pages.generation(tag)
    const kept = this.#entries.get(key)
    this.#entries.delete(key)
    if (kept && kept.generation === generation && kept.expiresAt > this.nowMs()) {
      this.#entries.set(key, kept)
      return kept.value as Promise<T>
    }
    const entry = { generation, expiresAt: this.nowMs() + MAX_AGE_MS, value: load() }
    this.#entries.set(key, entry)
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= MAX_ENTRIES) break
      this.#entries.delete(oldest)
    }
    try {
      return await entry.value
    } catch (error) {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
      throw error
    }
  }
}

const byCache = new WeakMap<PageCache, SharedReads>()

/** The shared reads of a container, by the page cache whose generations they follow. */
export function sharedReads(pages: PageCache): SharedReads {
  let reads = byCache.get(pages)
  if (!reads) byCache.set(pages, (reads = new SharedReads(pages)))
  return reads
}
