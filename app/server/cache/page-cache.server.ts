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

/** A page that was rendered just now, and as it is kept when it may be kept. */
export interface ObtainedPage {
  rendered: RenderedPage
  stored?: StoredPage
}

/**
 * Guest pages in memory. Bounded in bytes, least recently used first out. Every page names tags; `drop`
 * moves a tag's generation on, and a page is stored only if none of its tags moved while it was rendered.
 */
export class PageCache {
  readonly #pages = new Map<string, { page: StoredPage; tags: readonly string[] }>()
  readonly #keysByTag = new Map<string, Set<string>>()
  readonly #generations = new Map<string, number>()
  readonly #rendering = new Map<string, Promise<ObtainedPage>>()
  #youngest: string | undefined
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
    if (key !== this.#youngest) {
      // Map keeps insertion order: putting it back makes it the youngest.
      this.#pages.delete(key)
      this.#pages.set(key, entry)
      this.#youngest = key
    }
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
   * Renders, compresses and stores the page, once for all who ask at the same time. A page that must not be
   * kept (stale, untagged, no success) is answered as it was rendered. `expiresAtMs` may end its age
   * earlier than the cache's own.
   */
  async obtain(
    key: string,
    renderPage: () => Promise<RenderedPage>,
    expiresAtMs = Infinity,
  ): Promise<ObtainedPage> {
    const running = this.#rendering.get(key)
    if (running) {
      const page = await running
      // Who joins must not get a page whose content has moved since its rendering began.
      if (this.#isCurrent(page.rendered)) return page
    }
    const obtaining = this.#renderAndStore(key, renderPage, expiresAtMs)
    this.#rendering.set(key, obtaining)
    try {
      return await obtaining
    } finally {
      if (this.#rendering.get(key) === obtaining) this.#rendering.delete(key)
    }
  }

  async #renderAndStore(
    key: string,
    renderPage: () => Promise<RenderedPage>,
    expiresAtMs: number,
  ): Promise<ObtainedPage> {
    const rendered = await renderPage()
    const { status, headers, tags } = rendered
    if (status !== 200 || tags.size === 0 || 'set-cookie' in headers) return { rendered }
    const age = Math.min(expiresAtMs, this.nowMs() + this.limits.maxAgeMs)
    const stored = await prepare(rendered, age)
    if (!this.#isCurrent(rendered) || stored.bytes > this.limits.bytes / 4) return { rendered }
    this.#keep(key, stored, [...tags.keys()])
    return { rendered, stored }
  }

  #keep(key: string, page: StoredPage, tags: readonly string[]): void {
    this.#remove(key)
    this.#pages.set(key, { page, tags })
    this.#youngest = key
    this.#bytes += page.bytes
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
