import { invitationCodeHash, newInvitationCode } from '~/server/auth/invitation-code.server'
import { newId } from '~/server/ids.server'
import type { Transaction } from '~/server/transact.server'

/** How long an invitation is good for. */
export const INVITATION_DAYS = 7

/**
 * Writes an invitation for a person that somebody else has made, in the transaction that makes or
 * changes them. Earlier ones that were not used stop working. The code stands nowhere else: it belongs
 * into the link (`paths.invitation(code)`) that the person is given.
 */
export async function writeInvitation(
  tx: Transaction,
  personId: string,
): Promise<{ code: string; expiresAt: Date }> {
  const code = newInvitationCode()
  const expiresAt = new Date(tx.now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000)
  await tx.db.invitation.deleteMany({ where: { personId, usedAt: null } })
  await tx.db.invitation.create({
    data: {
      id: newId(tx.now.getTime()),
      personId,
      codeHash: invitationCodeHash(code),
      createdAt: tx.now,
      expiresAt,
    },
  })
  tx.audit({ action: 'invitation.written', objectType: 'person', objectId: personId })
  return { code, expiresAt }
}
