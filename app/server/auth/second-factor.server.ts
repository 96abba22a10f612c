import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { getTOTPAuthUri, verifyTOTP } from '@epic-web/totp'
import { keyedHash } from '../keys.server'

// Time-based one-time passwords (RFC 6238) as every authenticator app knows them.
const PERIOD_SECONDS = 30
const DIGITS = 6
const ALGORITHM = 'SHA-1'

/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20

/** RFC 4648. */
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export const RECOVERY_CODES = 10
const RECOVERY_CODE_CHARACTERS = 12

/** A new secret in base32, as it is typed into an authenticator app. */
export function newSecret(): string {
  // 160 bits are 32 characters of 5 bits: nothing is left over.
  const bits = Array.from(randomBytes(SECRET_BYTES), (byte) => byte.toString(2).padStart(8, '0'))
  return (bits.join('').match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join('')
}

/** The address that an authenticator app reads from the QR code. */
export function authenticatorUri(input: {
  secret: string
  accountName: string
  issuer: string
}): string {
  return getTOTPAuthUri({ ...input, period: PERIOD_SECONDS, digits: DIGITS, algorithm: ALGORITHM })
}

/**
 * The time step (of 30 seconds since 1970) that a code belongs to: the present one or a neighbour, as
 * clocks differ. Null for a wrong code. Who uses it must refuse a step that was used before.
 */
export async function matchingStep(secret: string, code: string): Promise<bigint | null> {
  if (!/^\d{6}$/.test(code)) return null
  for (;;) {
    const step = presentStep()
    const match = await verifyTOTP({ otp: code, secret, period: PERIOD_SECONDS, digits: DIGITS })
    // The step may have changed while the code was compared: the difference would then be to another.
    if (step === presentStep()) return match ? BigInt(step + match.delta) : null
  }
}

function presentStep(): number {
  return Math.floor(Date.now() / (PERIOD_SECONDS * 1000))
}

/**
 * Encrypts a secret with AES-256-GCM, bound to its person: copied to another person's row it opens
 * nothing.
 */
export function sealSecret(key: Buffer, personId: string, secret: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(personId))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url')).join('.')
}

/** The secret in a sealed one; undefined when it was changed, or sealed for somebody else. */
export function openSecret(key: Buffer, personId: string, sealed: string): string | undefined {
  const [iv, tag, text, ...rest] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'))
  if (!iv || !tag || !text || rest.length > 0 || iv.length !== 12 || tag.length !== 16) {
    return undefined
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, iv)
      .setAAD(Buffer.from(personId))
      .setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
  } catch {
    return undefined
  }
}

/** New recovery codes, written in groups of four: `k3f9-x2m7-p0q4`. Each works once. */
export function newRecoveryCodes(): string[] {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from({ length: RECOVERY_CODES }, () =>
    Array.from(
      randomBytes(RECOVERY_CODE_CHARACTERS),
      (byte, at) => (at > 0 && at % 4 === 0 ? '-' : '') + alphabet.charAt(byte % 32),
    ).join(''),
  )
}

/** What was typed as a recovery code, in its one form; undefined for what cannot be one. */
export function parseRecoveryCode(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{Pd}]/gu, '')
    // The letters that the alphabet leaves out are the figures they are mistaken for.
    .replace(/[il]/g, '1')
    .replace(/o/g, '0')
  return /^[0-9a-hjkmnp-tv-z]{12}$/.test(plain) ? plain : undefined
}

/** What the table holds of a recovery code. */
export function recoveryCodeHash(key: Buffer, personId: string, plain: string): string {
  return keyedHash(key, `${personId} ${plain}`)
}
