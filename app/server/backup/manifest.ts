import { createHash } from 'node:crypto'
import { z } from 'zod'

/** What an archive says of itself, as JSON in its first member. */
export const manifestSchema = z.object({
  program: z.literal('lianxin'),
  format: z.literal(1),
  version: z.string(),
  createdAt: z.string(),
  /** The home of the database: an archive is restored into the same kind. */
  database: z.enum(['embedded', 'server']),
  /** SHA-256 of the member with the database. */
  databaseSha256: z.string(),
  /** Whether the secret is in the archive, or is given by the setting SECRET. */
  secret: z.enum(['included', 'setting']),
  /** Tells whether a secret is the same, and not what it is. */
  secretFingerprint: z.string(),
  /** Attachments in the archive; those in an S3 store are not. */
  attachments: z.number().int().default(0),
})

export type Manifest = z.output<typeof manifestSchema>

/** The names of an archive's members. */
export const MEMBERS = {
  manifest: 'manifest.json',
  secret: 'secret',
  database: 'database',
} as const

/** An attachment is a member under its hash. */
export const ATTACHMENTS = 'attachments/'

/** Something about a backup that is told to whoever runs it, without a stack. */
export class BackupError extends Error {
  override name = 'BackupError'
}

/** Sixteen hexadecimal figures of a hash of the secret: 64 bits of a random secret give nothing of it away. */
export function secretFingerprint(secret: string): string {
  return createHash('sha256').update(`lianxin backup ${secret}`).digest('hex').slice(0, 16)
}
