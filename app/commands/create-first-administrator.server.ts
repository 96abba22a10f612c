import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { writeInvitation } from './write-invitation.server'

/** The first administrator's invitation, or that there is an administrator already. */
export type FirstAdministrator =
  { ok: true; personId: string; code: string; expiresAt: Date } | { ok: false }

/**
 * Makes the first administrator as an invitation. Run again before it was taken up, it writes a new one
 * for the same person; with an administrator who has a password it makes nothing.
 */
export async function createFirstAdministrator(
  scope: Scope,
  input: { displayName: string },
): Promise<FirstAdministrator> {
  return transact(scope, async (tx) => {
    // Two commands at once must not both find that there is none.
    await tx.db.$queryRaw`SELECT pg_advisory_xact_lock(6741230002)::text`
    const administrators = await tx.db.person.findMany({
      where: {
        status: 'active',
        grants: {
          some: {
            role: 'admin',
            revokedAt: null,
            OR: [{ until: null }, { until: { gt: tx.now } }],
          },
        },
      },
      select: { id: true, passwordHash: true, persona: true },
      orderBy: { id: 'asc' },
    })
    const waiting = administrators[0]
    if (administrators.some((person) => person.passwordHash ?? person.persona)) return { ok: false }
    const personId = waiting?.id ?? newId(tx.now.getTime())
    if (!waiting) {
      await tx.db.person.create({
        data: {
          id: personId,
          createdAt: tx.now,
          displayName: input.displayName,
          language: scope.language,
          grants: { create: { id: newId(tx.now.getTime()), role: 'admin', grantedAt: tx.now } },
        },
      })
      tx.audit({
        action: 'person.invited',
        objectType: 'person',
        objectId: personId,
        detail: { role: 'admin', by: 'command line' },
      })
    }
    const { code, expiresAt } = await writeInvitation(tx, personId)
    return { ok: true, personId, code, expiresAt }
  })
}
