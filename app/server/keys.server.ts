import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { signingKey, type SigningKey } from './audit/signing-key.server'
import type { Environment } from './env.server'

/** Keys for separate purposes, derived from the one secret, so that none can stand in for another. */
export interface Keys {
  cookie: Buffer
  csrf: Buffer
  phone: Buffer
  address: Buffer
  secondFactor: Buffer
  textMessage: Buffer
  /** Signs the links in mails. */
  mail: Buffer
  /** Makes the secret addresses of calendars. */
  calendar: Buffer
  /** The private key by which browsers know this site's messages. */
  push: Buffer
  /** Draws the decisions that are looked at a second time. */
  secondLook: Buffer
  /** Signs the heads of the audit trail's tree. */
  auditHeads: SigningKey
}

/** Derives the keys; without SECRET a random one is kept in DATA_DIR, readable by its owner only. */
export function loadKeys(env: Environment): Keys {
  const secret = env.SECRET ?? secretFile(env.DATA_DIR)
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', secret, 'lianxin', purpose, 32))
  return {
    cookie: derive('cookie'),
    csrf: derive('csrf'),
    phone: derive('phone'),
    address: derive('address'),
    secondFactor: derive('second-factor'),
    textMessage: derive('text-message'),
    mail: derive('mail'),
    calendar: derive('calendar'),
    push: derive('push'),
    secondLook: derive('second-look'),
    auditHeads: signingKey(derive('audit-heads')),
  }
}

function secretFile(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
    chmodSync(file, 0o600)
  }
  return readFileSync(file, 'utf8').trim()
}

/** Keyed hash, in base64url. */
export function keyedHash(key: Buffer, value: string): string {
  return createHmac('sha256', key).update(value).digest('base64url')
}

/** Whether two strings are equal, in time that does not tell where they differ. */
export function constantTimeEqual(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}
