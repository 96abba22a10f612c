import { createHash, randomBytes } from 'node:crypto'

/** A code for the link of an invitation: 160 random bits. */
export function newInvitationCode(): string {
  return randomBytes(20).toString('base64url')
}

/** What the table holds of it: a stolen table opens no invitation. */
export function invitationCodeHash(code: string): string {
  return createHash('sha256').update(code).digest('hex')
}
