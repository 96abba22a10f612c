import { maskMobile, parseMobile } from '~/domain/account/phone-number'
import { normalizeDisplayName } from '~/domain/account/display-name'
import { AppError } from '~/domain/errors'
import { ROLES, STAFF_ROLES, type Role } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import { requireAdministrator } from '~/policies/administration'
import { phoneHash } from '~/server/auth/phone-hash.server'
import type { Scope } from '~/server/scope.server'
import { isSuspended, suspending } from './account-standing.server'
import { GRANT_FIELDS, inForce, toGrantView, type GrantView } from './grant-view.server'

/** Whom the register lists: holders of a role, or by the state of the account. */
export const PEOPLE_GROUPS = [
  ...ROLES.filter((role) => role !== 'resident'),
  'suspended',
  'invited',
  'withoutSecondFactor',
] as const

export type PeopleGroup = (typeof PEOPLE_GROUPS)[number]

export interface PersonEntry {
  id: string
  displayName: string
  status: 'active' | 'suspended' | 'closed'
  /** Only its beginning and end: administrators find people by the whole number, and do not browse numbers. */
  phone: string | null
  /** Made by an administrator, and has not set a password yet. */
  awaited: boolean
  grants: GrantView[]
}

export interface PeoplePage {
  people: PersonEntry[]
  nextAfter: string | null
  /** What was searched for is a telephone number: at most one person has it. */
  byPhone: boolean
}

export const PEOPLE_PAGE_SIZE = 30

/**
 * The register of people. Without search and group, those who hold a duty, the newest first; with a search,
 * everybody whose display name begins with it, by name, or who has that telephone number; with a group, those of
 * it, newest first or by name.
 *
 * @throws AppError invalidCursor
 */
export async function listPeople(
  scope: Scope,
  input: { q?: string; group?: PeopleGroup; after?: string },
): Promise<PeoplePage> {
  requireAdministrator(scope.viewer)
  const name = searchableName(input.q ?? '')
  const phone = name ? parseMobile(name) : null
  const ids = await pageOfIds(scope, { ...input, name, phone })
  const page = ids.slice(0, PEOPLE_PAGE_SIZE)
  return {
    people: await readEntries(scope, page),
    nextAfter: ids.length > PEOPLE_PAGE_SIZE ? (page.at(-1) ?? null) : null,
    byPhone: phone !== null,
  }
}

/** What no stored name can begin with (a NUL, half a character) is searched for as it would be stored. */
function searchableName(q: string): string {
  return normalizeDisplayName(q.replace(/[\p{Cc}\p{Cs}]/gu, '')).slice(0, 40)
}

async function pageOfIds(
  scope: Scope,
  input: { name: string; phone: string | null; group?: PeopleGroup; after?: string },
): Promise<string[]> {
  const { name, phone, group, after } = input
  const cursor = after === undefined ? null : await readCursor(scope, after)
  const conditions = [Prisma.sql`p."status" <> 'closed'`]
  if (group) conditions.push(ofGroup(group, scope.now))
  if (!group && !name) conditions.push(isHolder(scope.now, null))
  if (phone) {
    const hash = phoneHash(scope.container.keys, phone)
    conditions.push(
      Prisma.sql`p."id" IN (SELECT "personId" FROM "person_details" WHERE "phoneHash" = ${hash})`,
    )
  } else if (name) {
    // By bytes, as the index is ordered: whatever collation the database has.
    conditions.push(
      Prisma.sql`p."displayName" ~>=~ ${name} AND p."displayName" ~<~ ${`${name}\u{10ffff}`}`,
    )
  }
  if (cursor && name) {
    conditions.push(Prisma.sql`p."displayName" ~>=~ ${cursor.displayName}
      AND (p."displayName" <> ${cursor.displayName} OR p."id" > ${cursor.id})`)
  } else if (cursor) {
    conditions.push(Prisma.sql`p."id" < ${cursor.id}`)
  }
  const order = name ? Prisma.sql`p."displayName" USING ~<~, p."id"` : Prisma.sql`p."id" DESC`
  const rows = await scope.db.$queryRaw<Array<{ id: string }>>`
    SELECT p."id" FROM "people" p WHERE ${Prisma.join(conditions, ' AND ')}
     ORDER BY ${order} LIMIT ${PEOPLE_PAGE_SIZE + 1}`
  return rows.map(({ id }) => id)
}

/**
 * Whether a person holds one of the roles, or any, at present. As an array, so that the few holders are looked up
 * among the people, and not all people among the holders.
 */
function isHolder(now: Date, roles: readonly Role[] | null): Prisma.Sql {
  const which = roles
    ? Prisma.sql`g."role"::text IN (${Prisma.join(roles)})`
    : Prisma.sql`g."role" <> 'resident'`
  return Prisma.sql`p."id" = ANY (ARRAY(SELECT DISTINCT g."personId" FROM "grants" g
    WHERE ${which} AND g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > ${now})))`
}

function ofGroup(group: PeopleGroup, now: Date): Prisma.Sql {
  switch (group) {
    case 'suspended':
      return isSuspended(now)
    case 'invited':
      return Prisma.sql`p."passwordHash" IS NULL AND p."persona" IS NULL
        AND p."id" IN (SELECT i."personId" FROM "invitations" i WHERE i."usedAt" IS NULL)`
    case 'withoutSecondFactor':
      return Prisma.sql`${isHolder(now, STAFF_ROLES)} AND NOT EXISTS (
        SELECT 1 FROM "second_factors" f WHERE f."personId" = p."id" AND f."confirmedAt" IS NOT NULL)`
    default:
      return isHolder(now, [group])
  }
}

async function readCursor(
  scope: Scope,
  after: string,
): Promise<{ id: string; displayName: string }> {
  const person = isId(after)
    ? await scope.db.person.findUnique({
        where: { id: after },
        select: { id: true, displayName: true },
      })
    : null
  if (!person) throw new AppError('invalidCursor')
  return person
}

async function readEntries(scope: Scope, ids: readonly string[]): Promise<PersonEntry[]> {
  const rows = await scope.db.person.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      displayName: true,
      status: true,
      passwordHash: true,
      persona: true,
      sanctions: { where: suspending(scope.now), select: { id: true }, take: 1 },
      detail: { select: { phone: true } },
      grants: {
        where: { ...inForce(scope.now), role: { not: 'resident' } },
        select: GRANT_FIELDS,
        orderBy: { id: 'asc' },
      },
      _count: { select: { invitations: { where: { usedAt: null } } } },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    if (!row) return []
    return {
      id,
      displayName: row.displayName,
      status: row.sanctions.length > 0 ? 'suspended' : row.status,
      phone: row.detail ? maskMobile(row.detail.phone) : null,
      awaited: row.passwordHash === null && row.persona === null && row._count.invitations > 0,
      grants: row.grants.map(toGrantView),
    }
  })
}
