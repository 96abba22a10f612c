import { parse } from 'node:querystring'
import { strictestInForce, suspends } from '~/domain/moderation/sanction'
import { isStaff, type Actor, type Viewer } from '~/domain/person/actor'
import type { Container } from '../container.server'
import { createLucia, sessionKey } from './lucia.server'
import { readSignedValue, signValue } from './signed-value.server'

/** A session's place in the browser and in the database. */
export interface Sessions {
  /** The signed session secret in a Cookie header, if there is one: no look-up in the database. */
  secretOf(cookieHeader: string | undefined): string | undefined
  /** Who the request comes from. A session that ran out, or was idle for too long, is ended. */
  read(cookieHeader: string | undefined, now: Date): Promise<Viewer>
  /** Opens a session and returns the Set-Cookie header. A new sign-in always gets a new secret. */
  start(input: NewSession): Promise<string>
  /** Ends the session of a request and returns the Set-Cookie header that forgets it. */
  end(cookieHeader: string | undefined): Promise<string>
}

export interface NewSession {
  personId: string
  secondFactor: boolean
  userAgent: string
  addressHash: string
  now: Date
}

/** How often a session's last-seen time is written, at most. */
const SEEN_EVERY_MS = 60_000

export function createSessions(container: Pick<Container, 'env' | 'keys' | 'database'>): Sessions {
  const { env, keys, database } = container
  const db = database.prisma
  const lucia = createLucia(database, { secure: env.PUBLIC_URL?.startsWith('https:') ?? false })

  const secretOf = (cookieHeader: string | undefined) => {
    if (!cookieHeader?.includes(lucia.sessionCookieName)) return undefined
    const signed = cookieValue(cookieHeader, lucia.sessionCookieName)
    return signed ? readSignedValue(keys.cookie, signed) : undefined
  }

  return {
    secretOf,
    read: async (cookieHeader, now) => {
      const secret = secretOf(cookieHeader)
      if (!secret) return null
      const { session, user } = await lucia.validateSession(secret)
      if (!session || user.status === 'closed') return null
      // By the clock of the request, not by a job: a sanction is over at the very instant it names.
      const sanction = strictestInForce(user.sanctions, now)
      const actor: Actor = {
        personId: user.id,
        sessionId: sessionKey(secret),
        displayName: user.displayName,
        confirmed: user.confirmed,
        sanction,
        suspended: sanction !== null && suspends(sanction.step),
        secondFactor: session.secondFactorAt !== null,
        hasSecondFactor: user.hasSecondFactor,
        districtId: user.districtId,
        grants: user.grants,
        unread: user.unread,
      }
      const idleMs = now.getTime() - session.lastSeenAt.getTime()
      if (isStaff(actor) && idleMs > env.STAFF_IDLE_MINUTES * 60_000) {
        await lucia.invalidateSession(secret)
        return null
      }
      if (idleMs > SEEN_EVERY_MS) {
        await db.session.updateMany({ where: { id: actor.sessionId }, data: { lastSeenAt: now } })
      }
      return actor
    },
    start: async ({ personId, secondFactor, userAgent, addressHash, now }) => {
      const session = await lucia.createSession(personId, {
        createdAt: now,
        lastSeenAt: now,
        secondFactorAt: secondFactor ? now : null,
        userAgent: userAgent.slice(0, 200),
        addressHash,
      })
      return lucia.createSessionCookie(signValue(keys.cookie, session.id)).serialize()
    },
    end: async (cookieHeader) => {
      const secret = secretOf(cookieHeader)
      if (secret) await lucia.invalidateSession(secret)
      return lucia.createBlankSessionCookie().serialize()
    },
  }
}

/** The value of a cookie in a Cookie header. */
export function cookieValue(cookieHeader: string, name: string): string | undefined {
  const value = parse(cookieHeader, '; ', '=')[name]
  return Array.isArray(value) ? value[0] : value
}
