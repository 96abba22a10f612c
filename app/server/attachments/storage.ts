/** Where the bytes of attachments lie: on the disk of the site, or at a service that speaks S3. */
export interface AttachmentStorage {
  kind: 'disk' | 's3'
  /** Stores a copy of a file under the hash of its content; what is there already stays. */
  put(hash: string, file: string): Promise<void>
  /** The bytes under a hash; null where there are none. */
  open(hash: string): Promise<StoredBytes | null>
  /** Removes what is there, if anything is. */
  remove(hash: string): Promise<void>
  /** All hashes, some hundreds at a time. */
  list(): AsyncIterable<string[]>
}

export interface StoredBytes {
  bytes: number
  body: ReadableStream<Uint8Array>
}

const HASH = /^[0-9a-f]{64}$/

/** @throws RangeError for what is no hash: it would be part of a path */
export function requireHash(hash: string): string {
  if (!HASH.test(hash)) throw new RangeError('no hash of a file')
  return hash
}

export function isHash(text: string): boolean {
  return HASH.test(text)
}
