import { createHash } from 'node:crypto'
import { Lucia, TimeSpan, type Adapter, type DatabaseSession, type DatabaseUser } from 'lucia'
import type { SanctionInForce } from '~/domain/moderation/sanction'
import type { ActorGrant } from '~/domain/person/actor'
import type { Database } from '../db/database.server'

// Lucia is kept behind this module and session.server.ts, so that it can be replaced in a day.

export interface SessionAttributes {
  createdAt: Date
  lastSeenAt: Date
  secondFactorAt: Date | null
  userAgent: string
  addressHash: string
}

export interface PersonAttributes {
  displayName: string
  confirmed: boolean
  status: 'active' | 'closed'
  districtId: string | null
  language: string
  hasSecondFactor: boolean
  grants: ActorGrant[]
  /** Imposed, and perhaps over by now. */
  sanctions: SanctionInForce[]
  /** Notices not read. */
  unread: number
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof createLucia>
    DatabaseSessionAttributes: SessionAttributes
    DatabaseUserAttributes: PersonAttributes
  }
}

export function createLucia(database: Database, options: { secure: boolean }) {
  return new Lucia(databaseAdapter(database), {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: {
      name: options.secure ? '__Host-session' : 'session',
      attributes: { secure: options.secure, sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  })
}

/** What the table holds of a session's secret. */
export function sessionKey(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

interface SessionRow extends SessionAttributes, Omit<PersonAttributes, 'sanctions'> {
  personId: string
  expiresAt: Date
  sanctions: Array<Omit<SanctionInForce, 'until'> & { untilMs: number | null }>
}

// Past Prisma: asked for with every request of everybody who is signed in. One statement for session, person,
// grants in force, sanctions and how many notices are new.
const SESSION_STATEMENT = `
  SELECT s."personId", s."expiresAt", s."createdAt", s."lastSeenAt", s."secondFactorAt",
         s."userAgent", s."addressHash", p."displayName", p."status", p."districtId", p."language",
         p."phoneConfirmedAt" IS NOT NULL AS "confirmed",
         EXISTS (SELECT 1 FROM "second_factors" f
                  WHERE f."personId" = p."id" AND f."confirmedAt" IS NOT NULL) AS "hasSecondFactor",
         coalesce((SELECT json_agg(json_build_object('role', g."role", 'duty', g."duty",
                    'departmentId', g."departmentId", 'studioId', g."studioId", 'title', g."title"))
            FROM (
              SELECT * FROM "grants" WHERE "personId" = p."id"
              UNION ALL
              SELECT lent.* FROM "delegations" d
                JOIN "grants" lent ON lent."personId" = d."fromId" AND lent."departmentId" = d."departmentId"
                 AND lent."role" = 'official'
               WHERE d."toId" = p."id" AND d."endedAt" IS NULL AND d."startsAt" <= now() AND d."endsAt" > now()
                 AND EXISTS (SELECT 1 FROM "grants" o WHERE o."personId" = d."toId"
                   AND o."departmentId" = d."departmentId" AND o."revokedAt" IS NULL
                   AND (o."until" IS NULL OR o."until" > now()))
            ) g WHERE g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > now())), '[]'::json) AS "grants",
         coalesce((SELECT json_agg(json_build_object('id', x."id", 'step', x."step",
                    'untilMs', (extract(epoch FROM x."until") * 1000)::bigint))
            FROM "sanctions" x WHERE x."personId" = p."id" AND x."status" = 'active'), '[]'::json) AS "sanctions",
         coalesce((SELECT i."unread" FROM "inboxes" i WHERE i."personId" = p."id"), 0) AS "unread"
    FROM "sessions" s JOIN "people" p ON p."id" = s."personId"
   WHERE s."id" = $1`

function databaseAdapter(database: Database): Adapter {
  const db = database.prisma
  return {
    getSessionAndUser: async (secret) => {
      const { rows } = await database.query<SessionRow>(SESSION_STATEMENT, [sessionKey(secret)])
      const [row] = rows
      if (!row) return [null, null]
      const session: DatabaseSession = {
        id: secret,
        userId: row.personId,
        expiresAt: row.expiresAt,
        attributes: {
          createdAt: row.createdAt,
          lastSeenAt: row.lastSeenAt,
          secondFactorAt: row.secondFactorAt,
          userAgent: row.userAgent,
          addressHash: row.addressHash,
        },
      }
      const person: DatabaseUser = {
        id: row.personId,
        attributes: {
          displayName: row.displayName,
          confirmed: row.confirmed,
          status: row.status,
          districtId: row.districtId,
          language: row.language,
          hasSecondFactor: row.hasSecondFactor,
          grants: row.grants,
          unread: row.unread,
          sanctions: row.sanctions.map(({ untilMs, ...sanction }) => ({
            ...sanction,
            until: untilMs === null ? null : new Date(untilMs),
          })),
        },
      }
      return [session, person]
    },
    getUserSessions: async () => {
      throw new Error('sessions are listed by a query: their secrets are not stored')
    },
    setSession: async (session) => {
      await db.session.create({
        data: {
          id: sessionKey(session.id),
          personId: session.userId,
          expiresAt: session.expiresAt,
          ...session.attributes,
        },
      })
    },
    updateSessionExpiration: async (secret, expiresAt) => {
      await db.session.update({ where: { id: sessionKey(secret) }, data: { expiresAt } })
    },
    deleteSession: async (secret) => {
      await db.session.deleteMany({ where: { id: sessionKey(secret) } })
    },
    deleteUserSessions: async (personId) => {
      await db.session.deleteMany({ where: { personId } })
    },
    deleteExpiredSessions: async () => {
      await db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } })
    },
  }
}
