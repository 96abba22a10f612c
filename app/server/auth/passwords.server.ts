import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the package's default) with the least that OWASP's Password Storage Cheat Sheet asks for. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The hash of a password, with its parameters and salt, as it is stored. */
export async function hashPassword(password: string): Promise<string> {
  return hash(folded(password), PARAMETERS)
}

let standIn: Promise<string> | undefined

/**
 * Whether the password is the one that was stored. Without a stored one (no such account, or none set
 * yet) the same work is done against a stand-in, so that the time an answer takes tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  standIn ??= hashPassword(randomBytes(24).toString('base64url'))
  const matches = await verify(stored ?? (await standIn), folded(password))
  return stored !== null && matches
}

/** Keyboards differ in how they compose letters and in width: all of these are one password. */
function folded(password: string): string {
  return password.normalize('NFKC')
}
