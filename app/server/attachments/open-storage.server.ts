import type { Environment } from '../env.server'
import { diskStorage } from './disk-storage.server'
import { s3Storage } from './s3-storage.server'
import type { AttachmentStorage } from './storage'

/** The storage that the settings name: S3 where all of it is set, else the disk. */
export function openAttachmentStorage(env: Environment): AttachmentStorage {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY } = env
  if (!S3_ENDPOINT) return diskStorage(env.DATA_DIR)
  if (!S3_BUCKET || !S3_ACCESS_KEY || !S3_SECRET_KEY) {
    throw new Error('S3_ENDPOINT needs S3_BUCKET, S3_ACCESS_KEY and S3_SECRET_KEY beside it.')
  }
  return s3Storage({
    endpoint: S3_ENDPOINT,
    bucket: S3_BUCKET,
    region: env.S3_REGION,
    accessKey: S3_ACCESS_KEY,
    secretKey: S3_SECRET_KEY,
  })
}
