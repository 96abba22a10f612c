import type { Viewer } from '~/domain/person/actor'
import type { Language } from '~/i18n/languages'
import type { Container } from './container.server'
import type { Db } from './db/database.server'

/** One request: who asks, when, in which language, and the container to answer with. */
export interface Scope {
  container: Container
  db: Db
  viewer: Viewer
  now: Date
  requestId: string
  /** Keyed hash of the address, for the audit trail. */
  addressHash: string
  /** The address as rate limits count it: IPv4 whole, IPv6 by /64. */
  addressKey: string
  language: Language
  /**
   * Names something that the answer depends on. To be called before reading it: a guest page whose
   * tag moved while it was rendered is not kept.
   */
  pageTag(tag: string): void
}
