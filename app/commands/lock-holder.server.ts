import { AppError } from '~/domain/errors'
import type { AdministrationBar } from '~/domain/person/administration-bar'
import type { Role } from '~/domain/person/role'
import type { Holder } from '~/policies/administration'
import { isSuspended } from '~/queries/account-standing.server'
import { refuse, type Refusal } from '~/server/refusal'
import type { Transaction } from '~/server/transact.server'

export interface LockedHolder extends Holder {
  displayName: string
  version: number
}

/**
 * The person whose rights are to be changed, with the roles of their grants in force. Locked: whoever changes
 * the same person's rights at the same time waits, and then sees what was done.
 *
 * @throws AppError notFound
 */
export async function lockHolder(tx: Transaction, personId: string): Promise<LockedHolder> {
  const [person] = await tx.db.$queryRaw<
    Array<Omit<LockedHolder, 'roles' | 'status'> & { status: 'active' | 'closed' }>
  >`
    SELECT "id" AS "personId", "displayName", "status"::text, "version"
      FROM "people" WHERE "id" = ${personId} FOR UPDATE`
  if (!person) throw new AppError('notFound')
  // Statements of their own: joined to the one that waits for the lock, these could be read before it.
  const grants = await tx.db.$queryRaw<Array<{ role: Role }>>`
    SELECT DISTINCT "role"::text AS "role" FROM "grants"
     WHERE "personId" = ${personId} AND "revokedAt" IS NULL
       AND ("until" IS NULL OR "until" > ${tx.now})`
  const [account] = await tx.db.$queryRaw<[{ suspended: boolean }]>`
    SELECT ${isSuspended(tx.now)} AS "suspended" FROM "people" p WHERE p."id" = ${personId}`
  return {
    ...person,
    status: person.status === 'active' && account.suspended ? 'suspended' : person.status,
    roles: grants.map(({ role }) => role),
  }
}

/** Names the lock under which administrators are counted and taken away. */
const ADMINISTRATORS_LOCK = 6_741_230_002

/**
 * How many people besides the given one administer at present. Those who take an administrator away wait for
 * one another here, so that two of them cannot take away the last two.
 */
export async function countOtherAdministrators(tx: Transaction, personId: string): Promise<number> {
  await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(${ADMINISTRATORS_LOCK})::text`
  const [row] = await tx.db.$queryRaw<[{ others: number }]>`
    SELECT count(DISTINCT g."personId")::int AS "others"
      FROM "grants" g JOIN "people" p ON p."id" = g."personId" AND p."status" = 'active'
       AND NOT ${isSuspended(tx.now)}
     WHERE g."role" = 'admin' AND g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > ${tx.now})
       AND g."personId" <> ${personId}`
  return row.others
}

/**
 * A bar as the form shows it. Rights over oneself are never offered: who asks for them all the same is refused
 * without a form.
 *
 * @throws AppError forbidden
 */
export function refuseBar(bar: AdministrationBar, field: string): Refusal {
  if (bar === 'oneself') throw new AppError('forbidden', { bar })
  return refuse(field, `admin.bar.${bar}`)
}
