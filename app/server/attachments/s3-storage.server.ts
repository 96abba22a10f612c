import { readFile } from 'node:fs/promises'
import { AwsClient } from 'aws4fetch'
import { isHash, requireHash, type AttachmentStorage } from './storage'

export interface S3Settings {
  endpoint: string
  bucket: string
  region: string
  accessKey: string
  secretKey: string
}

const PREFIX = 'attachments/'
const TIMEOUT_MS = 30_000

/** Storage at a service that speaks S3. The bucket is private: files are read through the site alone. */
export function s3Storage(settings: S3Settings): AttachmentStorage {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: 's3',
    retries: 2,
  })
  const bucket = `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}`
  const address = (hash: string) => `${bucket}/${PREFIX}${requireHash(hash)}`
  const ask = (url: string, init: RequestInit = {}) =>
    client.fetch(url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) })

  return {
    kind: 's3',
    put: async (hash, file) => {
      const there = await ask(address(hash), { method: 'HEAD' })
      if (there.ok) return
      const body = await readFile(file)
      const answer = await ask(address(hash), {
        method: 'PUT',
        body,
        headers: { 'content-type': 'application/octet-stream' },
      })
      await requireOk(answer, 'PUT')
    },
    open: async (hash) => {
      const answer = await ask(address(hash))
      if (answer.status === 404) {
        await answer.body?.cancel()
        return null
      }
      if (!answer.body || !answer.ok) throw await failure(answer, 'GET')
      return { bytes: Number(answer.headers.get('content-length')), body: answer.body }
    },
    remove: async (hash) => {
      const answer = await ask(address(hash), { method: 'DELETE' })
      if (answer.status !== 404) await requireOk(answer, 'DELETE')
    },
    list: async function* () {
      for (let token: string | null = null; ;) {
        const query = new URLSearchParams({ 'list-type': '2', prefix: PREFIX, 'max-keys': '500' })
        if (token) query.set('continuation-token', token)
        const answer: Response = await ask(`${bucket}?${query.toString()}`)
        if (!answer.ok) throw await failure(answer, 'LIST')
        const text: string = await answer.text()
        const keys = [...text.matchAll(/<Key>([^<]+)<\/Key>/g)].map((match) => match[1] ?? '')
        const hashes = keys.map((key) => key.slice(PREFIX.length)).filter(isHash)
        if (hashes.length > 0) yield hashes
        const next = /<NextContinuationToken>([^<]+)</.exec(text)?.[1]
        if (!next) return
        token = next.replaceAll('&amp;', '&')
      }
    },
  }
}

async function requireOk(answer: Response, what: string): Promise<void> {
  if (!answer.ok) throw await failure(answer, what)
  await answer.body?.cancel()
}

/** The service's own code is told; its answer may name keys. */
async function failure(answer: Response, what: string): Promise<Error> {
  const text = await answer.text().catch(() => '')
  const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? ''
  return new Error(`the file store answered ${what} with ${answer.status} ${code}`)
}
