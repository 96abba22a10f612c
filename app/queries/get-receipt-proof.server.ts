import { canonicalEvent } from '~/domain/audit/canonical-event'
import {
  RECEIPT_FORMAT,
  type EarlierHead,
  type ProvenStep,
  type ReceiptProof,
} from '~/domain/audit/receipt-proof'
import { hexOf, type SignedTreeHead } from '~/domain/audit/tree-head'
import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { eventLeaf } from '~/server/audit/hashing.server'
import {
  consistencyProof,
  headsAtDayEnds,
  inclusionProofs,
  newestHead,
} from '~/server/audit/tree.server'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import { listReceiptSteps, type ReceiptStep } from './list-receipt-steps.server'

/** The last heads of so many days, from that of the first step on: those nearest to what is proven. */
const EARLIER_DAYS = 31

type SealedStep = ReceiptStep & { position: number }

/**
 * A receipt with the proof that each of its steps is in the log, for its author alone; null where the newest step
 * waits to be sealed: a matter of seconds.
 *
 * @throws AppError notFound, also for a comment without a step on record
 */
export async function getReceiptProof(
  scope: Scope,
  commentId: string,
): Promise<ReceiptProof | null> {
  const personId = scope.viewer?.personId
  if (!personId || !isId(commentId)) throw new AppError('notFound')
  const own = await scope.db.comment.findFirst({
    where: { id: commentId, authorId: personId },
    select: { id: true },
  })
  if (!own) throw new AppError('notFound')
  const { database } = scope.container
  const steps = await listReceiptSteps(database, commentId)
  const [first] = steps
  // What was brought in from elsewhere left no steps here.
  if (!first) throw new AppError('notFound')
  // Read after the leaves: what is a leaf by then is below it.
  const head = await newestHead(database)
  if (!head || !steps.every(isSealed)) return null
  const positions = steps.map(({ position }) => position)
  const inclusions = await inclusionProofs(database, positions, head.size)
  return {
    format: RECEIPT_FORMAT,
    site: siteAddress(scope.container, '/'),
    receipt: commentId,
    issuedAt: scope.now.toISOString(),
    head,
    steps: steps.map((step, at) => provenStep(step, inclusions[at] ?? [])),
    earlierHeads: await earlierHeads(scope, first.event.at, head),
  }
}

const isSealed = (step: ReceiptStep): step is SealedStep => step.position !== null

function provenStep({ event, position }: SealedStep, inclusion: string[]): ProvenStep {
  return { event: canonicalEvent(event), leafHash: hexOf(eventLeaf(event)), position, inclusion }
}

/** Signed with the same key as the newest: a reader checks all of them with one. */
async function earlierHeads(
  { container: { database } }: Scope,
  from: Date,
  head: SignedTreeHead,
): Promise<EarlierHead[]> {
  const heads = await headsAtDayEnds(database, from, EARLIER_DAYS)
  const earlier = heads.filter(
    ({ size, publicKey }) => size < head.size && publicKey === head.publicKey,
  )
  const proven: EarlierHead[] = []
  for (const each of earlier) {
    const consistency = await consistencyProof(database, each.size, head.size)
    proven.push({ head: each, consistency: consistency.map(hexOf) })
  }
  return proven
}
