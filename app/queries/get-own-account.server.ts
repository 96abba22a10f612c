import { PRIVACY_VERSION } from '~/domain/account/consent'
import { maskMobile } from '~/domain/account/phone-number'
import { AppError } from '~/domain/errors'
import type { Scope } from '~/server/scope.server'

export interface OwnAccount {
  displayName: string
  districtId: string | null
  language: string
  textMessages: boolean
  /** Masked. */
  phone: string | null
  confirmed: boolean
  consents: Array<{ version: string; givenAt: Date; withdrawnAt: Date | null }>
  /** Consent to the privacy page as it stands, given and not withdrawn. */
  consented: boolean
  /** Consent was given once and none of it is in force. */
  consentWithdrawn: boolean
  recoveryCodesLeft: number
}

/** What the viewer's account says of them. */
export async function getOwnAccount(scope: Scope): Promise<OwnAccount> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const person = await scope.db.person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: {
      displayName: true,
      districtId: true,
      language: true,
      textMessages: true,
      phoneConfirmedAt: true,
      detail: { select: { phone: true } },
      consents: {
        select: { version: true, givenAt: true, withdrawnAt: true },
        orderBy: { givenAt: 'desc' },
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  })
  const { detail, consents, phoneConfirmedAt, _count, ...rest } = person
  return {
    ...rest,
    phone: detail ? maskMobile(detail.phone) : null,
    confirmed: phoneConfirmedAt !== null,
    consents,
    consented: consents.some(
      (consent) => consent.version === PRIVACY_VERSION && consent.withdrawnAt === null,
    ),
    consentWithdrawn:
      consents.length > 0 && consents.every((consent) => consent.withdrawnAt !== null),
    recoveryCodesLeft: _count.recoveryCodes,
  }
}
