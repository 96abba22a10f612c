import { CLOSED_ACCOUNT_NAME } from '~/domain/account/closed-account'
import { CATALOGUES } from '~/i18n/catalogues'
import { DEFAULT_LANGUAGE } from '~/i18n/languages'
import { isSuspended } from '~/queries/account-standing.server'
import { refuse, type Outcome } from '~/server/refusal'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { keepNumberOut } from './barred-number.server'
import { isOwnPassword, requireOwner } from './own-account.server'
import { sendText } from './tell-person.server'
import { touchPagesNaming } from './touch-pages-naming.server'

/**
 * Closes the viewer's account for good. What they published stays under the name of a closed account;
 * everything that identifies them is erased, also from the audit trail's personal values; rights end.
 * The last administrator is refused. Throws tooManyRequests.
 */
export async function closeAccount(
  scope: Scope,
  input: { currentPassword: string },
): Promise<Outcome> {
  const { personId } = requireOwner(scope)
  if (!(await isOwnPassword(scope, input.currentPassword))) {
    return refuse('currentPassword', 'account.password.wrong')
  }
  return transact(scope, async (tx) => {
    if (await isLastAdministrator(tx, personId)) return refuse('form', 'account.close.lastAdmin')
    await touchPagesNaming(tx, personId)
    await erase(scope, tx, personId)
    tx.audit({ action: 'person.closed', objectType: 'person', objectId: personId })
    return { ok: true }
  })
}

/** Under a lock on the administrators' grants: two that leave at once must not both find the other. */
async function isLastAdministrator(tx: Transaction, personId: string): Promise<boolean> {
  const administrators = await tx.db.$queryRaw<Array<{ personId: string }>>`
    SELECT g."personId" FROM "grants" g JOIN "people" p ON p."id" = g."personId"
     WHERE g."role" = 'admin' AND g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > ${tx.now})
       AND p."status" = 'active' AND NOT ${isSuspended(tx.now)} ORDER BY g."id" FOR UPDATE`
  const holders = new Set(administrators.map((grant) => grant.personId))
  return holders.has(personId) && holders.size === 1
}

async function erase(scope: Scope, tx: Transaction, personId: string): Promise<void> {
  const { db } = tx
  const detail = await db.personDetail.findUnique({ where: { personId } })
  await db.textMessage.deleteMany({ where: { personId } })
  if (detail) {
    const { phone, phoneHash } = detail
    await keepNumberOut(tx, personId, phoneHash)
    await db.textMessage.deleteMany({ where: { phone } })
    await db.phoneCode.deleteMany({ where: { phoneHash } })
    await db.signInFailure.deleteMany({ where: { key: phoneHash } })
    const body = CATALOGUES[scope.language]['sms.notice.closed']
    await sendText(tx, { personId: null, phone, body })
  }
  // There is nobody left to propose anything for.
  await db.sanction.updateMany({
    where: { personId, status: 'proposed' },
    data: {
      status: 'dismissed',
      closedAt: tx.now,
      closingNote: CATALOGUES[DEFAULT_LANGUAGE]['sanction.accountClosed'],
      version: { increment: 1 },
    },
  })
  await db.personDetail.deleteMany({ where: { personId } })
  await db.session.deleteMany({ where: { personId } })
  await db.secondFactor.deleteMany({ where: { personId } })
  await db.recoveryCode.deleteMany({ where: { personId } })
  await db.invitation.deleteMany({ where: { personId } })
  await db.subscription.deleteMany({ where: { personId } })
  await db.delivery.deleteMany({ where: { personId } })
  await db.dispatch.deleteMany({ where: { personId } })
  await db.mailbox.deleteMany({ where: { personId } })
  await db.inbox.deleteMany({ where: { personId } })
  await db.pushSubscription.deleteMany({ where: { personId } })
  await db.auditPersonalValue.deleteMany({ where: { personId } })
  await db.consent.updateMany({
    where: { personId, withdrawnAt: null },
    data: { withdrawnAt: tx.now },
  })
  await db.grant.updateMany({
    where: { personId, revokedAt: null },
    data: { revokedAt: tx.now },
  })
  await db.grant.updateMany({ where: { personId }, data: { title: null } })
  await eraseTyped(tx, personId)
  await eraseRatingWords(tx, personId)
  // What they reported counts on; how they put it was theirs.
  await db.report.updateMany({ where: { reporterId: personId }, data: { text: null } })
  // The voice they spoke in stays with what they said; the office or profession named them.
  await db.comment.updateMany({ where: { authorId: personId }, data: { authorTitle: null } })
  await db.person.update({
    where: { id: personId },
    data: {
      displayName: CLOSED_ACCOUNT_NAME,
      status: 'closed',
      passwordHash: null,
      phoneConfirmedAt: null,
      districtId: null,
      textMessages: false,
      persona: null,
      version: { increment: 1 },
    },
  })
}

/** What was masked in public was kept for them and for moderators: the masked words stay, what they hid goes. */
async function eraseTyped({ db }: Transaction, personId: string): Promise<void> {
  await db.commentRevision.updateMany({
    where: { comment: { authorId: personId }, originalText: { not: null } },
    data: { originalText: null },
  })
  await db.attachment.updateMany({
    where: { uploaderId: personId, comment: { authorId: personId } },
    data: { originalName: null, originalAlt: null },
  })
}

/**
 * Grades count on. Words beside them that are public stay as they are shown; those that nobody else was to read go,
 * and so do the reasons of requests that are decided.
 */
async function eraseRatingWords(tx: Transaction, personId: string): Promise<void> {
  await tx.query(
    `UPDATE "ratings" SET "text" = "publicText"
      WHERE "personId" = $1 AND "textState" = 'published' AND "text" <> "publicText"`,
    [personId],
  )
  await tx.db.rating.updateMany({
    where: { personId, textState: { in: ['waiting', 'refused'] } },
    data: {
      text: null,
      publicText: null,
      textState: null,
      textSentAt: null,
      rules: [],
      refusal: null,
      reviewedById: null,
      textReviewedAt: null,
      version: { increment: 1 },
    },
  })
  await tx.db.reopening.updateMany({
    where: { personId, state: { not: 'waiting' } },
    data: { reason: CATALOGUES[DEFAULT_LANGUAGE]['sanction.accountClosed'] },
  })
}
