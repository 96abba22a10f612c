import { isProvisional, lastDay } from '~/domain/response/due'
import { formatMonthDay, shanghaiDate } from '~/domain/shared/shanghai-time'
import { paths } from '~/paths'
import { siteAddress } from '~/server/site-address.server'
import type { Scope } from '~/server/scope.server'
import { actOnPart, type PartAct, type SeenPart } from './act-on-part.server'
import { closeRequest } from './close-request.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellColleague } from './tell-of-assignment.server'
import { tellPerson } from './tell-person.server'

export type ExtensionDecision = { outcome: 'grant' } | { outcome: 'refuse'; reason: string }

/**
 * Decides on a department's wish for more time (延期). What is granted stands on the public timeline with the new
 * date and the department's reason, and whoever wrote the comment that was assigned is told.
 *
 * @throws AppError as `actOnPart`
 */
export async function decideExtension(
  scope: Scope,
  input: SeenPart & ExtensionDecision,
): Promise<void> {
  if (input.outcome === 'refuse') {
    const reason = input.reason.trim()
    return actOnPart(
      scope,
      input,
      () => ({ kind: 'refuseExtension', reason }),
      (done) => recordRefusal(scope, done, reason),
    )
  }
  await actOnPart(
    scope,
    input,
    (own) => ({ kind: 'grantExtension', until: own.request?.dueAt ?? own.dueAt }),
    (done) => recordGrant(scope, done),
  )
}

async function recordRefusal(scope: Scope, done: PartAct, reason: string): Promise<void> {
  const { tx, actor, assignment, own } = done
  const askedById = await closeRequest(tx, own.request, {
    outcome: 'refused',
    decidedById: actor.personId,
    words: reason,
  })
  await recordOnTimeline(
    tx,
    assignment.topicId,
    { kind: 'extensionRefused', data: { department: own.name, reason } },
    { actorId: actor.personId, internal: true },
  )
  audit(done, 'assignment.extensionRefused', { reason })
  await tellColleague(tx, scope, askedById, assignment, {
    key: 'assignment.text.extensionRefused',
    params: { reason },
  })
}

async function recordGrant(scope: Scope, done: PartAct): Promise<void> {
  const { tx, actor, assignment, own, after, calendar } = done
  const askedById = await closeRequest(tx, own.request, {
    outcome: 'granted',
    decidedById: actor.personId,
  })
  const dueAt = after.find((part) => part.departmentId === own.departmentId)?.dueAt ?? own.dueAt
  const asked = own.request
    ? await tx.db.assignmentRequest.findUnique({
        where: { id: own.request.id },
        select: { reason: true },
      })
    : null
  await recordOnTimeline(
    tx,
    assignment.topicId,
    {
      kind: 'extended',
      data: {
        department: own.name,
        dueOn: shanghaiDate(lastDay(dueAt)),
        provisional: isProvisional(dueAt, calendar),
        ...(asked && { reason: asked.reason }),
      },
    },
    { actorId: actor.personId },
  )
  audit(done, 'assignment.extensionGranted', {
    before: { dueAt: own.dueAt.toISOString() },
    after: { dueAt: dueAt.toISOString() },
  })
  const date = formatMonthDay(lastDay(dueAt), 'zh-Hans')
  await tellColleague(tx, scope, askedById, assignment, {
    key: 'assignment.text.extensionGranted',
    params: { date },
  })
  await tellAuthor(scope, done, date)
}

/** The author of the comment that was assigned waits for the answer. */
async function tellAuthor(scope: Scope, done: PartAct, date: string): Promise<void> {
  const { tx, assignment, own } = done
  const comment = assignment.commentId
    ? await tx.db.comment.findFirst({
        where: { id: assignment.commentId, status: 'published' },
        select: { authorId: true },
      })
    : null
  if (!comment) return
  await tellPerson(tx, comment.authorId, {
    key: 'assignment.text.extendedForAuthor',
    params: {
      title: assignment.title,
      department: own.name,
      date,
      link: siteAddress(scope.container, paths.topic(assignment.topicId)),
    },
  })
}

function audit({ tx, assignment, own }: PartAct, action: string, detail: object): void {
  tx.audit({
    action,
    objectType: 'assignment',
    objectId: assignment.id,
    role: 'official',
    detail: { departmentId: own.departmentId, topicId: assignment.topicId, ...detail },
  })
}
