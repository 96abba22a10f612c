import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** A page as it goes over the wire, once per encoding, with its headers made beforehand. */
export interface StoredPage {
  etag: string
  /** After this time (ms) the page is rendered again, changed or not: the net below the invalidation. */
  expiresAt: number
  bodies: Record<Encoding, Buffer>
  headers: Record<Encoding, Record<string, string | number>>
  bytes: number
}

export type Encoding = 'br' | 'gzip' | 'identity'

/** What a render yields: the response, and the tags that it depends on with the generations that were read. */
export interface RenderedPage {
  status: number
  headers: Record<string, string>
  body: Buffer
  tags: ReadonlyMap<string, number>
}

/**
 * Guest pages in memory. Bounded in bytes, least recently used first out. Every page names tags; `drop`
 * moves a tag's generation on, and a page is stored only if none of its tags moved while it was rendered.
 */
export class PageCache {
  readonly #pages = new Map<string, { page: StoredPage; tags: readonly string[] }>()
  readonly #keysByTag = new Map<string, Set<string>>()
  readonly #generations = new Map<string, number>()
  readonly #rendering = new Map<string, Promise<RenderedPage>>()
  #epoch = 0
  #bytes = 0

  constructor(
    private readonly limits: { bytes: number; maxAgeMs: number },
    private readonly nowMs: () => number = Date.now,
  ) {}

  /** The page under the key, when it is there and young enough. */
  find(key: string): StoredPage | undefined {
    const entry = this.#pages.get(key)
    if (!entry) return undefined
    if (entry.page.expiresAt <= this.nowMs()) {
      this.#remove(key)
      return undefined
    }
    // Map keeps insertion order: putting it back makes it the youngest.
    this.#pages.delete(key)
    this.#pages.set(key, entry)
    return entry.page
  }

  /** The generation of a tag: to be read before the data that the tag stands for. */
  generation(tag: string): number {
    return this.#epoch + (this.#generations.get(tag) ?? 0)
  }

  /** Drops every page that depends on one of the tags, also those being rendered now. */
  drop(tags: Iterable<string>): void {
    for (const tag of tags) {
      this.#generations.set(tag, (this.#generations.get(tag) ?? 0) + 1)
      for (const key of this.#keysByTag.get(tag) ?? []) this.#remove(key)
    }
    // A tag's count may be forgotten once the epoch has moved past it.
    if (this.#generations.size > 50_000) this.dropAll()
  }

  /** Drops everything: notifications may have been missed. */
  dropAll(): void {
    let highest = 0
    for (const generation of this.#generations.values()) highest = Math.max(highest, generation)
    this.#epoch += highest + 1
    this.#generations.clear()
    this.#pages.clear()
    this.#keysByTag.clear()
    this.#bytes = 0
  }

  /**
   * Renders the page once for all who ask at the same time, and stores it when it may be stored.
   * `lifetimeMs` shortens the page's age below the cache's own.
   */
  async render(key: string, renderPage: () => Promise<RenderedPage>): Promise<RenderedPage> {
    const running = this.#rendering.get(key)
    // Who joins must not get a page whose content has moved since its render began.
    if (running) {
      const page = await running
      if (this.#isCurrent(page)) return page
    }
    const rendering = renderPage()
    this.#rendering.set(key, rendering)
    try {
      return await rendering
    } finally {
      if (this.#rendering.get(key) === rendering) this.#rendering.delete(key)
    }
  }

  /** Compresses and stores a rendered page; a page that is stale, untagged or not a success is not kept. */
  async store(
    key: string,
    page: RenderedPage,
    expiresAt?: number,
  ): Promise<StoredPage | undefined> {
    if (page.status !== 200 || page.tags.size === 0 || 'set-cookie' in page.headers)
      return undefined
    const stored = await prepare(
      page,
      Math.min(expiresAt ?? Infinity, this.nowMs() + this.limits.maxAgeMs),
    )
    if (!this.#isCurrent(page) || stored.bytes > this.limits.bytes / 4) return undefined
    this.#remove(key)
    const tags = [...page.tags.keys()]
    this.#pages.set(key, { page: stored, tags })
    this.#bytes += stored.bytes
    for (const tag of tags) {
      let keys = this.#keysByTag.get(tag)
      if (!keys) this.#keysByTag.set(tag, (keys = new Set()))
      keys.add(key)
    }
    while (this.#bytes > this.limits.bytes) {
      const oldest = this.#pages.keys().next().value
      if (oldest === undefined) break
      this.#remove(oldest)
    }
    return stored
  }

  get size(): { pages: number; bytes: number } {
    return { pages: this.#pages.size, bytes: this.#bytes }
  }

  #isCurrent(page: RenderedPage): boolean {
    for (const [tag, generation] of page.tags) {
      if (this.generation(tag) !== generation) return false
    }
    return true
  }

  #remove(key: string): void {
    const entry = this.#pages.get(key)
    if (!entry) return
    this.#pages.delete(key)
    this.#bytes -= entry.page.bytes
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag)
      keys?.delete(key)
      if (keys?.size === 0) this.#keysByTag.delete(tag)
    }
  }
}

async function prepare(page: RenderedPage, expiresAt: number): Promise<StoredPage> {
  const [br, gz] = await Promise.all([
    compressBrotli(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    compressGzip(page.body, { level: 9 }),
  ])
  const etag = `"${createHash('sha256').update(page.body).digest('base64url').slice(0, 22)}"`
  const bodies = { br, gzip: gz, identity: page.body }
  const headersFor = (encoding: Encoding): Record<string, string | number> => ({
    ...page.headers,
    'content-length': bodies[encoding].length,
    etag: encoding === 'identity' ? etag : `${etag.slice(0, -1)}-${encoding}"`,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  })
  return {
    etag,
    expiresAt,
    bodies,
    headers: { br: headersFor('br'), gzip: headersFor('gzip'), identity: headersFor('identity') },
    bytes: br.length + gz.length + page.body.length + 2_048,
  }
}
