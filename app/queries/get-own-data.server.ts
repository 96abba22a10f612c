import { AppError } from '~/domain/errors'
import { deviceOf } from '~/domain/account/device'
import type { Scope } from '~/server/scope.server'
import { settledDecision } from './settled-decision'

/**
 * Everything that is kept of the viewer, to see and to copy (个人信息保护法, articles 45 and following).
 * Hashes and secrets are left out: they say nothing to anybody.
 */
export async function getOwnData(scope: Scope) {
  const { viewer, db } = scope
  if (!viewer) throw new AppError('signInRequired')
  const { personId } = viewer
  const own = { where: { personId }, orderBy: { id: 'asc' } } as const
  const person = await db.person.findUniqueOrThrow({
    where: { id: personId },
    select: {
      id: true,
      createdAt: true,
      displayName: true,
      phoneConfirmedAt: true,
      status: true,
      language: true,
      textMessages: true,
      district: { select: { name: true } },
      detail: { select: { phone: true, updatedAt: true } },
      secondFactor: { select: { confirmedAt: true } },
    },
  })
  const sessions = await db.session.findMany({
    where: { personId },
    select: { createdAt: true, lastSeenAt: true, expiresAt: true, userAgent: true },
  })
  return {
    exportedAt: scope.now,
    account: { ...person, phone: person.detail?.phone ?? null, detail: undefined },
    grants: await db.grant.findMany({
      ...own,
      select: {
        role: true,
        duty: true,
        title: true,
        department: { select: { name: true } },
        studio: { select: { name: true } },
        grantedAt: true,
        until: true,
        revokedAt: true,
      },
    }),
    consents: await db.consent.findMany({
      ...own,
      select: { version: true, givenAt: true, withdrawnAt: true },
    }),
    sessions: sessions.map((session) => ({ ...session, device: deviceOf(session.userAgent) })),
    textMessages: await db.textMessage.findMany({
      ...own,
      select: { body: true, createdAt: true, sentAt: true },
    }),
    mailbox: await db.mailbox.findUnique({
      where: { personId },
      select: { address: true, confirmedAt: true, pendingAddress: true, frequency: true },
    }),
    follows: await db.subscription.findMany({
      where: { personId },
      orderBy: { createdAt: 'asc' },
      select: { kind: true, subjectId: true, createdAt: true },
    }),
    notices: await db.delivery.findMany({
      where: { personId },
      orderBy: { noticeId: 'asc' },
      select: {
        channel: true,
        sentAt: true,
        readAt: true,
        notice: { select: { kind: true, topicId: true, data: true, at: true } },
      },
    }),
    browsers: await db.pushSubscription.findMany({
      ...own,
      select: { endpoint: true, createdAt: true },
    }),
    sanctions: await db.sanction.findMany({
      where: { personId, from: { not: null } },
      orderBy: { id: 'asc' },
      select: {
        step: true,
        reason: true,
        from: true,
        until: true,
        closedAt: true,
        appeal: { select: { text: true, createdAt: true, result: true, explanation: true } },
      },
    }),
    comments: await db.comment.findMany({
      where: { authorId: personId },
      orderBy: { id: 'asc' },
      select: {
        id: true,
        topicId: true,
        createdAt: true,
        status: true,
        voice: true,
        authorTitle: true,
        revisions: {
          orderBy: { number: 'asc' },
          select: {
            number: true,
            text: true,
            originalText: true,
            stance: true,
            kind: true,
            status: true,
            createdAt: true,
            attachments: {
              orderBy: { position: 'asc' },
              select: {
                attachment: {
                  select: {
                    id: true,
                    name: true,
                    bytes: true,
                    alt: true,
                    originalName: true,
                    originalAlt: true,
                  },
                },
              },
            },
            // What was decided and why; by whom is that person's own affair.
            decisions: {
              where: settledDecision.where,
              orderBy: { id: 'asc' },
              select: { outcome: true, reasonText: true, decidedAt: true },
            },
          },
        },
      },
    }),
    reports: await db.report.findMany({
      where: { reporterId: personId },
      orderBy: { id: 'asc' },
      select: {
        commentId: true,
        reason: true,
        text: true,
        createdAt: true,
        result: true,
        decidedAt: true,
      },
    }),
    ratings: await db.rating.findMany({
      ...own,
      select: {
        responseId: true,
        resolution: true,
        attitude: true,
        speed: true,
        reason: true,
        text: true,
        textState: true,
        refusal: true,
        createdAt: true,
      },
    }),
    reopenings: await db.reopening.findMany({
      ...own,
      select: { reason: true, state: true, explanation: true, createdAt: true, decidedAt: true },
    }),
    commitmentChecks: await db.commitmentCheck.findMany({
      where: { personId },
      orderBy: { commitmentId: 'asc' },
      select: { commitmentId: true, answer: true, createdAt: true, changedAt: true },
    }),
    activity: await db.auditEvent.findMany({
      where: { actorId: personId },
      orderBy: { id: 'asc' },
      select: { at: true, action: true, objectType: true, objectId: true, detail: true },
    }),
    names: await db.auditPersonalValue.findMany({
      where: { personId },
      select: { name: true, value: true },
    }),
  }
}
