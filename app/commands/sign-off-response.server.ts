import { AppError } from '~/domain/errors'
import { RESPONSE_STEPS, scheduleProblem, type ResponseAct } from '~/domain/response/progress'
import { requireSigner } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'
import { requirePromisesHold } from './publish-promises.server'
import { publishResponse } from './publish-response.server'

export type SignOffDecision =
  /** Signed: published at once, or at `publishAt`. */
  | { outcome: 'approve'; comment?: string; publishAt?: Date }
  /** The draft goes back to the drafters, who read why. */
  | { outcome: 'return'; comment: string }

export interface SignedOff {
  topicId: string
  published: boolean
  /** When it will be published, where a time was given. */
  scheduledFor: Date | null
}

/**
 * Signs an official response off (审签), and with that publishes it, now or at a time, or sends it back. Never by
 * somebody who wrote one of its drafts: the database refuses that as well.
 *
 * Publication puts everything into one transaction: see `publishResponse`.
 *
 * @throws AppError notFound; forbidden (`obstacle`: notSigner, drafted); invalidInput (`problem`: noReason for a
 *   return without one; past, tooFar for a time at which nothing is published; a `PromisesProblem`); conflict (`what`, `who`, `at`,
 *   `mine`) where it is no longer what was on the page
 */
export async function signOffResponse(
  scope: Scope,
  input: { responseId: string; version: number } & SignOffDecision,
): Promise<SignedOff> {
  const problem = problemOf(input, scope.now)
  if (problem) throw new AppError('invalidInput', { problem })
  const calendar = await loadCalendar(scope.container)
  return transact(scope, async (tx) => {
    const response = await readResponse(tx, input.responseId)
    const signer = requireSigner(scope.viewer, {
      departmentId: response.departmentId,
      drafterIds: response.drafts.map(({ authorId }) => authorId),
    })
    const draft = response.currentDraft
    const publishAt = input.outcome === 'approve' ? (input.publishAt ?? null) : null
    const act = actOf(input)
    // The row's lock comes with the first write: of two decisions on one version one goes on.
    const claimed = await tx.db.response.updateMany({
      where: { id: input.responseId, version: input.version, status: RESPONSE_STEPS[act].from },
      data: { version: { increment: 1 } },
    })
    if (claimed.count === 0 || !draft) {
      throw await conflictOver(tx.db, 'response', input.responseId, signer.personId)
    }
    if (act !== 'return') {
      const signed = { id: input.responseId, text: draft.text }
      await requirePromisesHold(tx, signed, publishAt ?? tx.now)
    }
    await tx.db.responseSignOff.create({
      data: {
        id: newId(tx.now.getTime()),
        responseId: input.responseId,
        draftId: draft.id,
        drafterId: draft.authorId,
        signerId: signer.personId,
        outcome: input.outcome,
        comment: input.comment?.trim() || null,
        at: tx.now,
      },
    })
    const correction = response.publishedVersionId !== null
    tx.audit({
      action: DEEDS[act](correction),
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: {
        draftId: draft.id,
        drafterId: draft.authorId,
        version: input.version,
        topicId: response.topicId,
        ...(publishAt && { scheduledFor: publishAt.toISOString() }),
      },
    })
    if (act === 'publish') {
      await publishResponse(tx, scope, calendar, input.responseId, signer.personId)
    } else {
      await tx.db.response.update({
        where: { id: input.responseId },
        data: {
          status: RESPONSE_STEPS[act].to,
          ...(act === 'schedule' ? { scheduledFor: publishAt } : { submittedAt: null }),
        },
      })
    }
    return { topicId: response.topicId, published: act === 'publish', scheduledFor: publishAt }
  })
}

type SignOffAct = Extract<ResponseAct, 'return' | 'publish' | 'schedule'>

function actOf(input: SignOffDecision): SignOffAct {
  if (input.outcome === 'return') return 'return'
  return input.publishAt ? 'schedule' : 'publish'
}

const DEEDS = {
  return: () => 'response.returned',
  schedule: () => 'response.scheduled',
  publish: (correction) => (correction ? 'response.corrected' : 'response.published'),
} as const satisfies Record<SignOffAct, (correction: boolean) => string>

function problemOf(input: SignOffDecision, now: Date): string | null {
  if (input.outcome === 'return') return input.comment.trim() === '' ? 'noReason' : null
  return input.publishAt ? scheduleProblem(input.publishAt, now) : null
}

async function readResponse(tx: Transaction, responseId: string) {
  const response = await tx.db.response.findUnique({
    where: { id: responseId },
    select: {
      topicId: true,
      departmentId: true,
      publishedVersionId: true,
      drafts: { select: { authorId: true } },
      currentDraft: { select: { id: true, authorId: true, text: true } },
    },
  })
  if (!response) throw new AppError('notFound')
  return response
}
