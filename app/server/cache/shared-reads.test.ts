import { describe, expect, it } from 'vitest'
import { PageCache } from './page-cache.server'
import { SharedReads } from './shared-reads.server'

function setUp() {
  const pages = new PageCache({ bytes: 1_000, maxAgeMs: 60_000 })
  const clock = { ms: 0 }
  const reads = new SharedReads(pages, () => clock.ms)
  let loads = 0
  const read = (key = 'a') => reads.read(key, 'topic:1', async () => (loads += 1))
  return { pages, clock, reads, read }
}

describe('shared reads', () => {
  it('read once for all who ask, also at the same time', async () => {
    const { read } = setUp()
    expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1])
    expect(await read()).toBe(1)
  })

  it('read anew once the tag was touched, or a minute has gone', async () => {
    const { pages, clock, read } = setUp()
    await read()
    pages.drop(['topic:2'])
    expect(await read()).toBe(1)
    pages.drop(['topic:1'])
    expect(await read()).toBe(2)
    clock.ms += 60_001
    expect(await read()).toBe(3)
    pages.dropAll()
    expect(await read()).toBe(4)
  })

  it('do not keep what was read while the tag moved', async () => {
    const { pages, reads } = setUp()
    let release = () => {}
    const slow = reads.read('a', 'topic:1', async () => {
      await new Promise<void>((resolve) => (release = resolve))
      return 'old'
    })
    pages.drop(['topic:1'])
    const fresh = reads.read('a', 'topic:1', async () => 'new')
    release()
    expect(await slow).toBe('old')
    expect(await fresh).toBe('new')
    expect(await reads.read('a', 'topic:1', async () => 'newer')).toBe('new')
  })

  it('do not keep a failure', async () => {
    const { reads } = setUp()
    const failing = reads.read('a', 'topic:1', async () => {
      throw new Error('away')
    })
    await expect(failing).rejects.toThrow('away')
    expect(await reads.read('a', 'topic:1', async () => 1)).toBe(1)
  })

  it('are bounded', async () => {
    const { read } = setUp()
    for (let n = 0; n < 201; n++) await read(`key-${n}`)
    expect(await read('key-200')).toBe(201)
    expect(await read('key-0')).toBe(202)
  })
})
