import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import S3rver from 's3rver'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAttachmentStorage } from '~/server/attachments/open-storage.server'
import type { AttachmentStorage } from '~/server/attachments/storage'
import { testEnvironment } from '#tests/setup/test-environment'

const folder = mkdtempSync(join(tmpdir(), 'lianxin-storage-'))
const hashOf = (content: string) => createHash('sha256').update(content).digest('hex')

let s3: S3rver
let endpoint: string
beforeAll(async () => {
  const directory = join(folder, 's3')
  mkdirSync(directory)
  s3 = new S3rver({
    port: 0,
    silent: true,
    directory,
    configureBuckets: [{ name: 'lianxin', configs: [] }],
  })
  const address = (await s3.run()) as unknown as AddressInfo
  endpoint = `http://127.0.0.1:${address.port}`
})
afterAll(async () => {
  await s3.close()
  rmSync(folder, { recursive: true, force: true })
})

const settings = () => ({
  S3_ENDPOINT: endpoint,
  S3_BUCKET: 'lianxin',
  S3_ACCESS_KEY: 'S3RVER',
  S3_SECRET_KEY: 'S3RVER',
})
const STORES = {
  disk: () => openAttachmentStorage(testEnvironment({ DATA_DIR: join(folder, 'disk') })),
  s3: () => openAttachmentStorage(testEnvironment(settings())),
} satisfies Record<string, () => AttachmentStorage>

describe.each(Object.entries(STORES))('attachments on %s', (kind, open) => {
  const write = (content: string) => {
    const file = join(folder, `source-${hashOf(content).slice(0, 8)}`)
    writeFileSync(file, content)
    return file
  }
  const read = async (store: AttachmentStorage, hash: string) => {
    const stored = await store.open(hash)
    return stored && { bytes: stored.bytes, text: await new Response(stored.body).text() }
  }
  const listed = async (store: AttachmentStorage) => {
    const all: string[] = []
    for await (const hashes of store.list()) all.push(...hashes)
    return all.sort()
  }

  it('are stored, read, listed and removed under their hash', async () => {
    const store = open()
    expect(store.kind).toBe(kind)
    expect(await listed(store)).toEqual([])
    const [one, other] = ['一份方案', '另一份方案']
    await store.put(hashOf(one), write(one))
    await store.put(hashOf(other), write(other))
    expect(await read(store, hashOf(one))).toEqual({ bytes: Buffer.byteLength(one), text: one })
    expect(await listed(store)).toEqual([hashOf(one), hashOf(other)].sort())
    await store.remove(hashOf(one))
    await store.remove(hashOf(one))
    expect(await store.open(hashOf(one))).toBeNull()
    expect(await listed(store)).toEqual([hashOf(other)])
  })

  it('stay as they are where the same is stored again', async () => {
    const store = open()
    const content = '存两次'
    await store.put(hashOf(content), write(content))
    await store.put(hashOf(content), write('不会写进去'))
    expect((await read(store, hashOf(content)))?.text).toBe(content)
  })

  it('have no names but hashes', async () => {
    const store = open()
    await expect(store.open('../secret')).rejects.toThrow(RangeError)
    await expect(store.put('../../x', write('x'))).rejects.toThrow(RangeError)
  })
})

it('a copy that fails leaves nothing on the disk', async () => {
  const store = STORES.disk()
  const hash = hashOf('fails')
  await expect(store.put(hash, join(folder, 'is not there'))).rejects.toThrow()
  const place = join(folder, 'disk', 'attachments', 'files', hash.slice(0, 2))
  expect(existsSync(place) ? readdirSync(place) : []).toEqual([])
})

it('a store whose settings are not whole is refused at the start', () => {
  const env = testEnvironment({ ...settings(), S3_SECRET_KEY: undefined })
  expect(() => openAttachmentStorage(env)).toThrow(/S3_SECRET_KEY/)
})

it('a store that refuses is an error, not an absence', async () => {
  const store = openAttachmentStorage(testEnvironment({ ...settings(), S3_ACCESS_KEY: 'nobody' }))
  await expect(store.open(hashOf('另一份方案'))).rejects.toThrow(/403 InvalidAccessKeyId/)
})
