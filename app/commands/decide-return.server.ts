import type { Scope } from '~/server/scope.server'
import { actOnPart, type PartAct, type SeenPart } from './act-on-part.server'
import { closeRequest } from './close-request.server'
import { passOn, requireSuccessor } from './pass-on-part.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellDepartment } from './tell-of-assignment.server'

export type ReturnDecision =
  /** The matter goes to another department, or back to what waits to be assigned. */
  { outcome: 'grant'; successorId: string | null } | { outcome: 'refuse'; reason: string }

/**
 * Decides on a department's wish to return a matter (申退).
 *
 * @throws AppError notFound for a successor that is not there; else as `actOnPart`
 */
export async function decideReturn(scope: Scope, input: SeenPart & ReturnDecision): Promise<void> {
  if (input.outcome === 'refuse') return refuse(scope, input, input.reason.trim())
  const { successorId } = input
  if (successorId !== null) await requireSuccessor(scope, successorId)
  await actOnPart(
    scope,
    input,
    () => ({ kind: 'grantReturn', successorId }),
    async (done) => {
      await record(scope, done, { granted: true })
      if (successorId !== null) await passOn(scope, done, successorId)
    },
  )
}

async function refuse(scope: Scope, seen: SeenPart, reason: string): Promise<void> {
  await actOnPart(
    scope,
    seen,
    () => ({ kind: 'refuseReturn', reason }),
    (done) => record(scope, done, { granted: false, reason }),
  )
}

async function record(
  scope: Scope,
  { tx, actor, assignment, own }: PartAct,
  decided: { granted: boolean; reason?: string },
): Promise<void> {
  const { granted, reason } = decided
  const askedById = await closeRequest(tx, own.request, {
    outcome: granted ? 'granted' : 'refused',
    decidedById: actor.personId,
    words: reason,
  })
  await recordOnTimeline(
    tx,
    assignment.topicId,
    { kind: 'returnDecided', data: { department: own.name, granted, ...(reason && { reason }) } },
    { actorId: actor.personId, internal: true },
  )
  tx.audit({
    action: granted ? 'assignment.returnGranted' : 'assignment.returnRefused',
    objectType: 'assignment',
    objectId: assignment.id,
    role: 'official',
    detail: {
      departmentId: own.departmentId,
      topicId: assignment.topicId,
      reason: reason ?? null,
    },
  })
  await tellDepartment(tx, scope, { ...own, handlerId: askedById }, assignment, {
    key: granted ? 'assignment.text.returnGranted' : 'assignment.text.returnRefused',
    params: { reason: reason ?? '' },
  })
}
