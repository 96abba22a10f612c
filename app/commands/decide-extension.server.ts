import { isProvisional, lastDay } from '~/domain/response/due'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { paths } from '~/paths'
import { siteAddress } from '~/server/site-address.server'
import type { Scope } from '~/server/scope.server'
import { actOnPart, type PartAct, type SeenPart } from './act-on-part.server'
import { announce } from './announce.server'
import { authorsAssigned } from './authors-concerned.server'
import { closeRequest } from './close-request.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellDepartment } from './tell-of-assignment.server'
import { tellPerson } from './tell-person.server'

export type ExtensionDecision = { outcome: 'grant' } | { outcome: 'refuse'; reason: string }

/**
 * Decides on a department's wish for more time (延期). What is granted stands on the public timeline with the new
 * date and the department's reason, and those whose words were assigned are told.
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
  await tellDepartment(tx, scope, { ...own, handlerId: askedById }, assignment, {
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
  const day = lastDay(dueAt)
  await tellDepartment(tx, scope, { ...own, handlerId: askedById }, assignment, {
    key: 'assignment.text.extensionGranted',
    params: { date: day },
  })
  await tellAuthors(scope, done, day)
}

/** Whose words were assigned waits for the answer: the author of the comment, or all of its group. */
async function tellAuthors(scope: Scope, done: PartAct, day: Date): Promise<void> {
  const { tx, actor, assignment, own } = done
  const { commentId } = assignment
  if (commentId === null || !own.request) return
  const authorIds = await authorsAssigned(tx, assignment.id)
  await announce(tx, {
    key: `extension:${own.request.id}`,
    fact: {
      kind: 'assignmentExtended',
      data: { commentId, department: own.name, dueOn: shanghaiDate(day) },
    },
    topicId: assignment.topicId,
    actorId: actor.personId,
    own: authorIds,
  })
  const link = siteAddress(scope.container, paths.topic(assignment.topicId))
  for (const authorId of authorIds) {
    await tellPerson(tx, authorId, {
      key: 'assignment.text.extendedForAuthor',
      params: { title: assignment.title, department: own.name, date: day, link },
    })
  }
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
