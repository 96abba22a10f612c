import type { Role } from '~/domain/person/role'
import { CATALOGUES } from '~/i18n/catalogues'
import { fillMessage } from '~/i18n/translate'
import { paths } from '~/paths'
import { barToGrant, requireAdministrator } from '~/policies/administration'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { isUniqueViolation } from '~/server/db/unique-violation.server'
import { newId } from '~/server/ids.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { refuseBar } from './lock-holder.server'
import { sendText } from './tell-person.server'
import { writeGrant, type GivenGrant } from './write-grant.server'
import { INVITATION_DAYS, writeInvitation } from './write-invitation.server'

export interface Invited {
  personId: string
  displayName: string
  /** The whole address that opens the account: shown once, kept nowhere. */
  link: string
  expiresAt: Date
}

/**
 * Makes a person with their first grants, and an invitation by which they set a password themselves. The link
 * goes to their telephone and is given back once.
 *
 * @param input.phone in its one form, as `parseMobile` gives it
 * @param input.origin scheme and host of the site, for the link
 * @throws AppError invalidInput for a grant of a wrong shape
 */
export async function invitePerson(
  scope: Scope,
  input: {
    displayName: string
    phone: string
    districtId: string | null
    grants: readonly GivenGrant[]
    origin: string
  },
): Promise<Outcome<Invited>> {
  const viewer = requireAdministrator(scope.viewer)
  const { displayName, phone, districtId } = input
  const hash = phoneHash(scope.container.keys, phone)
  const taken = () => refuse('phone', 'admin.invite.phoneTaken')
  try {
    return await transact(scope, async (tx) => {
      if (await tx.db.personDetail.findUnique({ where: { phoneHash: hash } })) return taken()
      if (districtId && !(await tx.db.district.findUnique({ where: { id: districtId } }))) {
        return refuse('districtId', 'admin.error.choiceGone')
      }
      const personId = newId(tx.now.getTime())
      await tx.db.person.create({
        data: {
          ...{ id: personId, createdAt: tx.now, displayName, districtId },
          detail: { create: { phone, phoneHash: hash, updatedAt: tx.now } },
        },
      })
      tx.audit({
        action: 'person.invited',
        objectType: 'person',
        objectId: personId,
        role: 'admin',
        detail: { after: { districtId } },
        personal: { personId, values: { displayName } },
      })
      const roles: Role[] = []
      for (const grant of input.grants) {
        const bar = barToGrant(viewer, { personId, status: 'active', roles }, grant.role)
        const written = bar
          ? refuseBar(bar, 'office')
          : await writeGrant(tx, personId, viewer.personId, grant)
        if (!written.ok) throw new RefusedInside(written)
        roles.push(grant.role)
      }
      const invitation = await sendInvitation(tx, { personId, ...input })
      return { ok: true, personId, displayName, ...invitation }
    })
  } catch (error) {
    if (error instanceof RefusedInside) return error.refusal
    if (isUniqueViolation(error)) return taken()
    throw error
  }
}

/** Writes a new invitation for a person and sends its link to their telephone. */
export async function sendInvitation(
  tx: Transaction,
  person: { personId: string; displayName: string; phone: string; origin: string },
): Promise<{ link: string; expiresAt: Date }> {
  const { code, expiresAt } = await writeInvitation(tx, person.personId)
  const link = new URL(paths.invitation(code), person.origin).href
  // Invited people have not chosen a language yet: 简体, as on every letter of the office.
  const body = fillMessage(CATALOGUES['zh-Hans']['admin.text.invitation'], {
    name: person.displayName,
    days: INVITATION_DAYS,
    link,
  })
  await sendText(tx, { personId: person.personId, phone: person.phone, body })
  return { link, expiresAt }
}

/** Carries a refusal out of a transaction in which something was written already. */
class RefusedInside extends Error {
  constructor(readonly refusal: ReturnType<typeof refuse>) {
    super('refused')
  }
}
