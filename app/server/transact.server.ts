import { auditDetail } from '~/domain/audit/detail'
import { isStaff } from '~/domain/person/actor'
import type { Role } from '~/domain/person/role'
import type { JobDefinition } from '~/jobs/definition'
import { auditHash } from './audit/hashing.server'
import { PAGES_CHANNEL } from './container.server'
import type { TransactionDb } from './db/database.server'
import type { Connection, SqlResult } from './db/transaction-connection.server'
import { newId } from './ids.server'
import type { Scope } from './scope.server'

export interface AuditRecord {
  /** noun.verb, such as `comment.approved`. */
  action: string
  objectType: string
  objectId: string
  /** The role in which the actor acted; by default `resident` for who is signed in and does not work here. */
  role?: Role
  /**
   * What changed: `before` and `after`; where they apply the `rule`, the `reason`, the `queue` it waited in,
   * `waitedMs` and `tookMs`. Ids and codes; nothing that identifies a person.
   */
  detail?: Record<string, unknown>
  /** Acts of nobody signed in (sign-up, jobs) name the person here. */
  actorId?: string
  /** Values that identify a person: kept apart from the event, erased when the person leaves. */
  personal?: { personId: string; values: Readonly<Record<string, string>> }
}

export interface Transaction {
  db: TransactionDb
  /**
   * One statement with parameters, past Prisma: for the paths that everybody passes. Dates come back as dates,
   * what is to be written as JSON goes in as text.
   */
  query<Row = Record<string, unknown>>(text: string, values: unknown[]): Promise<SqlResult<Row>>
  now: Date
  /** Records an audit event in this transaction. */
  audit(record: AuditRecord): void
  /** Puts a job into the queue in this transaction. */
  enqueue<Data extends object>(job: JobDefinition<Data>, data: Data): Promise<void>
  /** Does something after everything else, the audit events included: counters that many wait for. */
  last(step: () => Promise<void>): void
  /** Tells who looks at the moderation queue, once this is committed, that something changed in it. */
  queueChanged(): void
  /** Names what pages must be dropped for once this is committed. */
  touch(...tags: string[]): void
}

const ATTEMPTS = 4

/**
 * Runs a command's work in one transaction: state, audit events, jobs, counters and the notice to the
 * page caches are all there or none. Run again when the database reports a deadlock or a failed
 * serialization. Errors thrown by `work` roll everything back.
 */
export async function transact<T>(
  scope: Pick<Scope, 'container' | 'viewer' | 'now' | 'requestId' | 'addressHash'>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { container } = scope
  for (let attempt = 1; ; attempt += 1) {
    const records: AuditRecord[] = []
    const tags = new Set<string>()
    let queueChanged = false
    const lastSteps: Array<() => Promise<void>> = []
    try {
      const result = await container.database.transaction(async (db, connection) => {
        const value = await work({
          db,
          query: (text, values) => connection.query(text, values),
          now: scope.now,
          audit: (record) => records.push(record),
          enqueue: (job, data) => container.jobs.enqueue(db, job, data),
          last: (step) => lastSteps.push(step),
          queueChanged: () => {
            queueChanged = true
          },
          touch: (...named) => named.forEach((tag) => tags.add(tag)),
        })
        await writeAudit(connection, scope, records)
        for (const step of lastSteps) await step()
        for (const payload of notices([...tags])) {
          await connection.query(`SELECT pg_notify($1, $2)`, [PAGES_CHANNEL, payload])
        }
        return value
      })
      // This process drops at once; the others when the notification arrives.
      container.pages.drop(tags)
      if (queueChanged) container.queueNews.changed()
      return result
    } catch (error) {
      if (attempt >= ATTEMPTS || !isRetryable(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, 10 * attempt * Math.random()))
    }
  }
}

async function writeAudit(
  connection: Connection,
  scope: Pick<Scope, 'viewer' | 'now' | 'requestId' | 'addressHash'>,
  records: readonly AuditRecord[],
): Promise<void> {
  if (records.length === 0) return
  const events = records.map((record) => ({ record, id: newId(scope.now.getTime()) }))
  const rows = events.map(({ record, id }) => {
    const event = {
      id,
      at: scope.now,
      actorId: record.actorId ?? scope.viewer?.personId ?? null,
      actorRole: record.role ?? citizenRole(scope.viewer, record),
      action: record.action,
      objectType: record.objectType,
      objectId: record.objectId,
      addressHash: scope.addressHash || null,
      requestId: scope.requestId || null,
      detail: auditDetail(record.detail ?? {}),
    }
    return { ...event, hash: auditHash(event) }
  })
  await connection.query(AUDIT_INSERT, [JSON.stringify(rows)])
  const personal = events.flatMap(({ record, id: eventId }) =>
    Object.entries(record.personal?.values ?? {}).map(([name, value]) => ({
      eventId,
      name,
      personId: record.personal?.personId ?? '',
      value,
    })),
  )
  if (personal.length > 0) await connection.query(PERSONAL_INSERT, [JSON.stringify(personal)])
}

/** Who holds no office here acts as any resident does; who holds one may have acted in it or not. */
function citizenRole(viewer: Scope['viewer'], { actorId }: AuditRecord): Role | null {
  const acts = viewer !== null && (!actorId || actorId === viewer.personId)
  return acts && !isStaff(viewer) ? 'resident' : null
}

const AUDIT_INSERT = `
  INSERT INTO "audit_events" ("id", "at", "actorId", "actorRole", "action", "objectType", "objectId",
    "addressHash", "requestId", "detail", "hash")
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS event(
    "id" text, "at" timestamptz, "actorId" text, "actorRole" "Role", "action" text, "objectType" text,
    "objectId" text, "addressHash" text, "requestId" text, "detail" jsonb, "hash" text)`

const PERSONAL_INSERT = `
  INSERT INTO "audit_personal_values" ("eventId", "name", "personId", "value")
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS value(
    "eventId" text, "name" text, "personId" text, "value" text)`

/** PostgreSQL takes less than 8,000 bytes in one notification. */
const NOTICE_CHARACTERS = 7_000

/** The tags in as few notifications as hold them. Tags are ASCII. */
function notices(tags: readonly string[]): string[] {
  const payloads: string[] = []
  for (const tag of tags) {
    const last = payloads.at(-1)
    if (last !== undefined && last.length + tag.length < NOTICE_CHARACTERS) {
      payloads[payloads.length - 1] = `${last} ${tag}`
    } else {
      payloads.push(tag)
    }
  }
  return payloads
}

/** Prisma's code for a write conflict, PostgreSQL's for a deadlock and a failed serialization. */
const RETRYABLE = ['P2034', '40P01', '40001']

function isRetryable(error: unknown): boolean {
  return (
    error instanceof Error &&
    (('code' in error && RETRYABLE.includes(String(error.code))) ||
      /40P01|40001|deadlock detected/.test(error.message))
  )
}
