import { constantTimeEqual, keyedHash, type Keys } from '../keys.server'

interface Link {
  personId: string
  nonce: string
}

const TOKEN = /^([0-9a-z]{26})-([\w-]{43})$/

/** The secret part of a calendar's address. Another nonce makes another, and the one before opens nothing. */
export function calendarToken(keys: Pick<Keys, 'calendar'>, { personId, nonce }: Link): string {
  return `${personId}-${keyedHash(keys.calendar, `${personId} ${nonce}`)}`
}

/** Whose calendar a token claims to open; undefined for what is no token. */
export function claimedOwner(token: string): string | undefined {
  return TOKEN.exec(token)?.[1]
}

/** Whether a token is the one of the link as it stands now. */
export function opensCalendar(keys: Pick<Keys, 'calendar'>, link: Link, token: string): boolean {
  return constantTimeEqual(token, calendarToken(keys, link))
}
