import { beforeEach, describe, expect, it } from 'vitest'
import { PageCache, type RenderedPage } from './page-cache.server'

let nowMs = 0
let cache: PageCache

beforeEach(() => {
  nowMs = 1_000
  cache = new PageCache({ bytes: 200_000, maxAgeMs: 60_000 }, () => nowMs)
})

/** Stores a page that is rendered at once. */
async function store(key: string, rendered: RenderedPage, expiresAtMs?: number) {
  return (await cache.obtain(key, async () => rendered, expiresAtMs)).stored
}

function page(tags: string[], body = '页面', extra: Partial<RenderedPage> = {}): RenderedPage {
  return {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: Buffer.from(body),
    tags: new Map(tags.map((tag) => [tag, cache.generation(tag)])),
    ...extra,
  }
}

describe('the page cache', () => {
  it('gives back a stored page in every encoding with its length', async () => {
    await store('/', page(['topics'], '议'.repeat(5_000)))
    const found = cache.find('/')
    expect(found?.bodies.identity.toString()).toBe('议'.repeat(5_000))
    expect(found?.headers.br['content-encoding']).toBe('br')
    expect(found?.headers.gzip['content-length']).toBe(found?.bodies.gzip.length)
    expect(found?.headers.identity['content-encoding']).toBeUndefined()
  })

  it('drops exactly the pages of a tag', async () => {
    await store('/a', page(['topic:a', 'topics']))
    await store('/b', page(['topic:b', 'topics']))
    cache.drop(['topic:a'])
    expect(cache.find('/a')).toBeUndefined()
    expect(cache.find('/b')).toBeDefined()
    cache.drop(['topics'])
    expect(cache.size).toEqual({ pages: 0, bytes: 0 })
  })

  it('does not keep a page whose content moved while it was rendered', async () => {
    const rendered = page(['topic:a'])
    cache.drop(['topic:a'])
    expect(await store('/a', rendered)).toBeUndefined()
    expect(cache.find('/a')).toBeUndefined()
  })

  it('does not keep a page that was rendered before everything was dropped', async () => {
    cache.drop(['x', 'x', 'x'])
    const rendered = page(['topic:a', 'x'])
    cache.dropAll()
    expect(await store('/a', rendered)).toBeUndefined()
    const fresh = page(['topic:a', 'x'])
    expect(await store('/a', fresh)).toBeDefined()
  })

  it('keeps neither errors, nor pages without tags, nor pages that set a cookie', async () => {
    expect(await store('/1', page(['t'], 'x', { status: 404 }))).toBeUndefined()
    expect(await store('/2', page([]))).toBeUndefined()
    const withCookie = page(['t'], 'x', { headers: { 'set-cookie': 'a=b' } })
    expect(await store('/3', withCookie)).toBeUndefined()
  })

  it('forgets a page when its age is over, or earlier when told so', async () => {
    await store('/long', page(['t']))
    await store('/midnight', page(['t']), nowMs + 5_000)
    nowMs += 5_000
    expect(cache.find('/midnight')).toBeUndefined()
    expect(cache.find('/long')).toBeDefined()
    nowMs += 60_000
    expect(cache.find('/long')).toBeUndefined()
    expect(cache.size).toEqual({ pages: 0, bytes: 0 })
  })

  it('stays within its bytes and lets go of what was used least recently', async () => {
    for (let i = 0; i < 60; i += 1) {
      await store(`/${i}`, page(['t'], `${i}`.padEnd(3_000, '.')))
      cache.find('/0')
    }
    expect(cache.size.bytes).toBeLessThanOrEqual(200_000)
    expect(cache.find('/0')).toBeDefined()
    expect(cache.find('/1')).toBeUndefined()
  })

  it('renders once for a crowd that asks at the same time', async () => {
    let renders = 0
    const render = async () => {
      renders += 1
      const rendered = page(['t'])
      await new Promise((resolve) => setTimeout(resolve, 5))
      return rendered
    }
    await Promise.all(Array.from({ length: 50 }, () => cache.obtain('/', render)))
    expect(renders).toBe(1)
  })

  it('does not give a latecomer a page whose content moved in the meantime', async () => {
    const bodies = ['old', 'new']
    const render = async () => {
      const rendered = page(['t'], bodies.shift())
      await new Promise((resolve) => setTimeout(resolve, 5))
      return rendered
    }
    const first = cache.obtain('/', render)
    await Promise.resolve()
    cache.drop(['t'])
    const second = await cache.obtain('/', render)
    expect((await first).rendered.body.toString()).toBe('old')
    expect(second.rendered.body.toString()).toBe('new')
  })
})
