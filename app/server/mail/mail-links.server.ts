import type { Container } from '../container.server'
import { constantTimeEqual, keyedHash, type Keys } from '../keys.server'
import { readSignedValue, signValue } from '../auth/signed-value.server'
import { siteAddress } from '../site-address.server'
import { paths } from '~/paths'

/** For how long the link in the mail confirms an address. */
export const CONFIRM_HOURS = 24

/** Where whoever has the mail ends all mails to a person: no session is asked for. */
export function unsubscribeUrl(
  container: Pick<Container, 'env' | 'keys'>,
  personId: string,
): string {
  return siteAddress(container, paths.unsubscribe(signValue(container.keys.mail, personId)))
}

/** Whose mails a token ends; undefined for an invented one. */
export function readUnsubscribeToken(keys: Pick<Keys, 'mail'>, token: string): string | undefined {
  return readSignedValue(keys.mail, token)
}

interface Pending {
  personId: string
  pendingAddress: string
  pendingAt: Date
}

/** What proves that somebody reads an address: known only from the mail that was sent there. */
export function addressToken(keys: Pick<Keys, 'mail'>, pending: Pending): string {
  const { personId, pendingAddress, pendingAt } = pending
  return keyedHash(keys.mail, `address ${personId} ${pendingAt.getTime()} ${pendingAddress}`)
}

/** Whether the token is that of the address that waits, in time. */
export function isAddressToken(
  keys: Pick<Keys, 'mail'>,
  pending: Pending,
  token: string,
  now: Date,
): boolean {
  const age = now.getTime() - pending.pendingAt.getTime()
  return (
    age < CONFIRM_HOURS * 60 * 60 * 1000 && constantTimeEqual(token, addressToken(keys, pending))
  )
}
