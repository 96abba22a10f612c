import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { STAFF_ROLES } from '~/domain/person/role'
import { Prisma } from '~/generated/prisma/client'
import { requireAdministrator } from '~/policies/administration'
import { countFailed } from './list-failed.server'
import type { Scope } from '~/server/scope.server'
import { isSuspended } from './account-standing.server'

interface Named {
  id: string
  name: string
}

/** Some of what is meant, and how many there are in all. */
export interface Some {
  first: Named[]
  total: number
}

export interface AdminOverview {
  calendar: { publishedThrough: string | null; daysLeft: number }
  /** Staff who sign in by password alone; none where the site does not ask for more (the demo). */
  withoutSecondFactor: Some
  invitationsExpired: Some
  /** Accounts that a 审核组长 proposes to close for good. */
  sanctionsHandedOn: number
  /** Departments at work in which nobody drafts, or nobody signs off. */
  withoutDrafter: Some
  withoutSigner: Some
  /** Studios at work without a convener, or without a liaison. */
  withoutConvener: Some
  withoutLiaison: Some
  /** Offices of the site that nobody holds. */
  administrators: number
  auditors: number
  seniorModerators: number
  assigners: number
  /** Jobs and messages that failed every attempt; as many as are shown. */
  failed: number
  registers: {
    people: number
    departments: number
    studios: number
    studioTypes: number
    categories: number
    districts: number
    reasons: number
    dueRules: number
    carriedRates: number
  }
}

const FIRST_FEW = 5
const DAY_MS = 24 * 60 * 60 * 1000

/** What an administrator should see to, and how much each register holds. */
export async function getAdminOverview(scope: Scope): Promise<AdminOverview> {
  requireAdministrator(scope.viewer)
  const { db, now } = scope
  const held = Prisma.sql`g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > ${now})`
  const works = Prisma.sql`p."status" = 'active' AND NOT ${isSuspended(now)}`
  const last = await db.calendarDay.findFirst({
    orderBy: { date: 'desc' },
    select: { date: true },
  })
  const publishedThrough = last?.date.toISOString().slice(0, 10) ?? null

  const offices = await db.$queryRaw<Array<{ role: string; duty: string | null; people: number }>>`
    SELECT g."role"::text, g."duty"::text, count(DISTINCT g."personId")::int AS "people"
      FROM "grants" g JOIN "people" p ON p."id" = g."personId" AND ${works}
     WHERE ${held} AND g."role" <> 'resident' GROUP BY 1, 2`
  const holdersOf = (role: string, duty: string | null = null) =>
    offices.find((office) => office.role === role && office.duty === duty)?.people ?? 0

  const bodiesWithout = (table: 'departments' | 'studios', office: Prisma.Sql) => {
    const [name, key] =
      table === 'departments'
        ? [Prisma.sql`"departments"`, Prisma.sql`"departmentId"`]
        : [Prisma.sql`"studios"`, Prisma.sql`"studioId"`]
    return db.$queryRaw<Array<Named & { total: number }>>`
      SELECT b."id", b."name", count(*) OVER ()::int AS "total" FROM ${name} b
       WHERE b."active" AND NOT EXISTS (
         SELECT 1 FROM "grants" g JOIN "people" p ON p."id" = g."personId" AND ${works}
          WHERE g.${key} = b."id" AND ${office} AND ${held})
       ORDER BY b."id" LIMIT ${FIRST_FEW}`.then(some)
  }
  const staffRoles = Prisma.join([...STAFF_ROLES])
  return {
    failed: await countFailed(scope),
    calendar: {
      publishedThrough,
      daysLeft: publishedThrough ? daysBetween(shanghaiDate(now), publishedThrough) : 0,
    },
    withoutSecondFactor: scope.container.env.DEMO
      ? { first: [], total: 0 }
      : await db.$queryRaw<Array<Named & { total: number }>>`
          SELECT p."id", p."displayName" AS "name", count(*) OVER ()::int AS "total" FROM "people" p
           WHERE ${works} AND p."passwordHash" IS NOT NULL
             AND p."id" IN (SELECT g."personId" FROM "grants" g WHERE g."role"::text IN (${staffRoles}) AND ${held})
             AND NOT EXISTS (SELECT 1 FROM "second_factors" f
                              WHERE f."personId" = p."id" AND f."confirmedAt" IS NOT NULL)
           ORDER BY p."id" LIMIT ${FIRST_FEW}`.then(some),
    invitationsExpired: await db.$queryRaw<Array<Named & { total: number }>>`
      SELECT p."id", p."displayName" AS "name", count(*) OVER ()::int AS "total" FROM "people" p
       WHERE ${works} AND p."passwordHash" IS NULL
         AND p."id" IN (SELECT i."personId" FROM "invitations" i WHERE i."usedAt" IS NULL)
         AND NOT EXISTS (SELECT 1 FROM "invitations" i
                          WHERE i."personId" = p."id" AND i."usedAt" IS NULL AND i."expiresAt" > ${now})
       ORDER BY p."id" LIMIT ${FIRST_FEW}`.then(some),
    sanctionsHandedOn: await db.sanction.count({
      where: { status: 'proposed', bySenior: true, step: { in: ['closed', 'barred'] } },
    }),
    withoutDrafter: await bodiesWithout(
      'departments',
      Prisma.sql`g."role" = 'official' AND g."duty" = 'draft'`,
    ),
    withoutSigner: await bodiesWithout(
      'departments',
      Prisma.sql`g."role" = 'official' AND g."duty" = 'sign'`,
    ),
    withoutConvener: await bodiesWithout('studios', Prisma.sql`g."role" = 'convener'`),
    withoutLiaison: await bodiesWithout('studios', Prisma.sql`g."role" = 'liaison'`),
    administrators: holdersOf('admin'),
    auditors: holdersOf('auditor'),
    seniorModerators: holdersOf('moderator', 'senior'),
    assigners: holdersOf('official', 'assign'),
    registers: await countRegisters(scope, held),
  }
}

async function countRegisters(scope: Scope, held: Prisma.Sql): Promise<AdminOverview['registers']> {
  const [counts] = await scope.db.$queryRaw<[AdminOverview['registers']]>`
    SELECT (SELECT count(DISTINCT g."personId")::int FROM "grants" g
             WHERE g."role" <> 'resident' AND ${held}) AS "people",
           (SELECT count(*)::int FROM "departments" WHERE "active") AS "departments",
           (SELECT count(*)::int FROM "studios" WHERE "active") AS "studios",
           (SELECT count(*)::int FROM "studio_types") AS "studioTypes",
           (SELECT count(*)::int FROM "categories" WHERE "active") AS "categories",
           (SELECT count(*)::int FROM "districts") AS "districts",
           (SELECT count(*)::int FROM "rejection_reasons" WHERE "active") AS "reasons",
           (SELECT count(*)::int FROM "due_rules") AS "dueRules",
           (SELECT count(*)::int FROM "carried_rates") AS "carriedRates"`
  return counts
}

function some(rows: Array<Named & { total: number }>): Some {
  return { first: rows.map(({ id, name }) => ({ id, name })), total: rows[0]?.total ?? 0 }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}
