import { maskMobile } from '~/domain/account/phone-number'
import { invitationCodeHash } from '~/server/auth/invitation-code.server'
import type { Scope } from '~/server/scope.server'

export interface InvitationView {
  id: string
  personId: string
  displayName: string
  /** The number that was entered for the person, masked; they name their own where there is none. */
  phone: string | null
}

/** The invitation that a code opens; null when there is none, or it was used, or is over. */
export async function getInvitation(scope: Scope, code: string): Promise<InvitationView | null> {
  const row = await scope.db.invitation.findUnique({
    where: {
      codeHash: invitationCodeHash(code),
      usedAt: null,
      expiresAt: { gt: scope.now },
      person: { status: { not: 'closed' } },
    },
    select: {
      id: true,
      person: { select: { id: true, displayName: true, detail: { select: { phone: true } } } },
    },
  })
  if (!row) return null
  const { id, displayName, detail } = row.person
  return { id: row.id, personId: id, displayName, phone: detail ? maskMobile(detail.phone) : null }
}
