import { AppError } from '~/domain/errors'
import { isId, newId, ID_RANDOM_BYTES } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import { requireAuditReader } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { auditHash } from '~/server/audit/hashing.server'
import { listAuditKinds } from './list-audit-kinds.server'
import { readAuditNames } from './audit-names.server'

export interface AuditFilter {
  /** A person's id or display name, or `system` for acts of nobody. */
  actor?: string
  /** `comment.approved`, or `comment.*` for everything of a noun. */
  action?: string
  /** The id of what was acted on, or an address that holds it. */
  object?: string
  /** Shanghai dates, both included, as `2026-11-23`. */
  from?: string
  to?: string
  /** The id of the last event of the page before. */
  after?: string
}

export interface AuditEntry {
  id: string
  at: Date
  actorId: string | null
  actorRole: string | null
  action: string
  objectType: string
  objectId: string
  addressHash: string | null
  requestId: string | null
  detail: unknown
  /** Values that identify a person, kept apart; none once they were erased. */
  personal: Array<{ name: string; value: string }>
  hash: string
  /** The event is as it was written: its hash was computed again. */
  intact: boolean
}

export interface AuditPage {
  events: AuditEntry[]
  nextAfter: string | null
  names: Record<string, string>
  /** Nobody has the name that was asked for. */
  unknownActor: boolean
}

export const AUDIT_PAGE_SIZE = 40

const DAY_MS = 24 * 60 * 60 * 1000

/** At most so many people of one name are looked for at once. */
const MOST_NAMESAKES = 20

/** The name by which acts of nobody are asked for: jobs, the command line, sign-up. */
export const SYSTEM_ACTOR = 'system'

/**
 * The audit trail, the newest first. Every filter has its index; dates are a range of ids, because ids begin
 * with the time.
 *
 * @throws AppError forbidden; invalidCursor
 */
export async function listAuditEvents(scope: Scope, filter: AuditFilter): Promise<AuditPage> {
  requireAuditReader(scope.viewer)
  if (filter.after !== undefined && !isId(filter.after)) throw new AppError('invalidCursor')
  const actors = filter.actor ? await resolveActors(scope, filter.actor) : null
  if (actors?.length === 0) {
    return { events: [], nextAfter: null, names: {}, unknownActor: true }
  }
  const conditions = await rangeConditions(scope, filter)
  const rows = await readEvents(scope, {
    actors,
    actions: filter.action ? await resolveActions(scope, filter.action) : null,
    conditions,
  })
  const page = rows.slice(0, AUDIT_PAGE_SIZE)
  const personal = await scope.db.auditPersonalValue.findMany({
    where: { eventId: { in: page.map(({ id }) => id) } },
    orderBy: [{ eventId: 'asc' }, { name: 'asc' }],
  })
  const events = page.map((event) => ({
    ...event,
    personal: personal
      .filter(({ eventId }) => eventId === event.id)
      .map(({ name, value }) => ({ name, value })),
    intact: auditHash(event) === event.hash,
  }))
  return {
    events,
    nextAfter: rows.length > AUDIT_PAGE_SIZE ? (page.at(-1)?.id ?? null) : null,
    names: await readAuditNames(scope, page),
    unknownActor: false,
  }
}

type AuditRow = Omit<AuditEntry, 'personal' | 'intact'>

async function rangeConditions(scope: Scope, filter: AuditFilter): Promise<Prisma.Sql[]> {
  const conditions = [Prisma.sql`TRUE`]
  if (filter.from) conditions.push(Prisma.sql`e."id" >= ${firstIdOf(filter.from, 0)}`)
  if (filter.to) conditions.push(Prisma.sql`e."id" < ${firstIdOf(filter.to, 1)}`)
  if (filter.after) conditions.push(Prisma.sql`e."id" < ${filter.after}`)
  if (filter.object) {
    // The index begins with the type: naming every type lets it be used.
    const { objectTypes } = await listAuditKinds(scope)
    conditions.push(Prisma.sql`e."objectType" IN (${Prisma.join([...objectTypes, ''])})
      AND e."objectId" = ${objectKey(filter.object)}`)
  }
  return conditions
}

/** The smallest id of a Shanghai day, or of one some days later. */
function firstIdOf(date: string, daysLater: number): string {
  const ms = Date.parse(`${date}T00:00:00+08:00`) + daysLater * DAY_MS
  return newId(Math.max(0, ms), new Uint8Array(ID_RANDOM_BYTES))
}

/** What was asked for: the last id in an address, or a key as it stands (a code, a date). */
function objectKey(asked: string): string {
  return asked.match(/[0-9a-z]{26}/gu)?.findLast(isId) ?? asked.trim()
}

/** The people who are meant; null within for nobody signed in. */
async function resolveActors(scope: Scope, asked: string): Promise<Array<string | null>> {
  if (asked === SYSTEM_ACTOR) return [null]
  if (isId(asked)) return [asked]
  const people = await scope.db.person.findMany({
    where: { displayName: asked },
    select: { id: true },
    take: MOST_NAMESAKES,
  })
  return people.map(({ id }) => id)
}

async function resolveActions(scope: Scope, asked: string): Promise<string[]> {
  if (!asked.endsWith('.*')) return [asked]
  const { actions } = await listAuditKinds(scope)
  return actions.filter((action) => action.startsWith(asked.slice(0, -1)))
}

/** Of each actor or action the newest, by its index, then the newest of all. */
async function readEvents(
  scope: Scope,
  filter: {
    actors: Array<string | null> | null
    actions: string[] | null
    conditions: Prisma.Sql[]
  },
): Promise<AuditRow[]> {
  const { actors, actions, conditions } = filter
  const limit = AUDIT_PAGE_SIZE + 1
  const newest = (condition: Prisma.Sql) =>
    Prisma.sql`(SELECT * FROM "audit_events" e
      WHERE ${Prisma.join([condition, ...conditions], ' AND ')} ORDER BY e."id" DESC LIMIT ${limit})`
  const ofActors = actors?.map((actor) =>
    actor === null ? Prisma.sql`e."actorId" IS NULL` : Prisma.sql`e."actorId" = ${actor}`,
  )
  const ofActions = actions?.map((action) => Prisma.sql`e."action" = ${action}`)
  if (ofActions?.length === 0) return []
  const parts = (ofActors ?? [Prisma.sql`TRUE`]).flatMap((actor) =>
    (ofActions ?? [Prisma.sql`TRUE`]).map((action) => newest(Prisma.sql`${actor} AND ${action}`)),
  )
  return scope.db.$queryRaw<AuditRow[]>`
    SELECT a."id", a."at", a."actorId", a."actorRole"::text, a."action", a."objectType", a."objectId",
           a."addressHash", a."requestId", a."detail", a."hash"
      FROM (${Prisma.join(parts, ' UNION ALL ')}) a
     ORDER BY a."id" DESC LIMIT ${limit}`
}
