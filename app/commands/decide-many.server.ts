import { AppError, isAppError } from '~/domain/errors'
import { isReasonCode } from '~/domain/moderation/reason-text'
import type { Scope } from '~/server/scope.server'
import { approveComment } from './approve-comment.server'
import type { FasterDeed } from './decision-conflict.server'
import { joinSameDemand } from './join-same-demand.server'
import { rejectComment } from './reject-comment.server'
import type { ReviewedText } from './write-decision.server'

/** The most that is decided on together. */
export const TOGETHER_MAX = 100

/** What was not decided on together with the others, and why. */
export interface LeftOut {
  commentId: string
  authorName: string
  /** A colleague or the author was faster; the viewer leaves it to a colleague; or it is not there. */
  why: FasterDeed | 'recusal' | 'gone'
  /** Who was faster, and the reason of their decision: its label, and what the author reads. */
  who: string
  reason: string
  reasonText: string
}

export type ManyVerdict =
  | { outcome: 'approve' }
  | { outcome: 'reject'; reasonCode: string; reasonText: string }
  /** 并入同类: each is approved and joined to the one named; that one, where it is among them, is approved. */
  | { outcome: 'join'; sameAsId: string }

/**
 * One decision, with one reason, for many texts: each a decision of its own, with its own audit event. What others
 * decided meanwhile is left as they decided it, and told.
 *
 * @throws AppError as `rejectComment` for a reason that is none
 */
export async function decideMany(
  scope: Scope,
  input: {
    texts: readonly ReviewedText[]
    /** Without words of its own a refusal has those of its reason. */
    verdict: ManyVerdict
  },
): Promise<{ decided: number; left: LeftOut[] }> {
  const { texts } = input
  const verdict = await wordedVerdict(scope, input.verdict)
  const left: Array<Omit<LeftOut, 'authorName'>> = []
  let decided = 0
  for (const text of texts.slice(0, TOGETHER_MAX)) {
    try {
      await decideOne(scope, text, verdict)
      decided += 1
    } catch (error) {
      const why = isAppError(error) ? whyOf(error.code, error.params) : null
      if (!why || !isAppError(error)) throw error
      const told = (name: string) => String(error.params[name] ?? '')
      left.push({
        commentId: text.commentId,
        why,
        who: told('who'),
        reason: told('reason'),
        reasonText: told('reasonText'),
      })
    }
  }
  const authors = await scope.db.comment.findMany({
    where: { id: { in: left.map(({ commentId }) => commentId) } },
    select: { id: true, author: { select: { displayName: true } } },
  })
  const names = new Map(authors.map(({ id, author }) => [id, author.displayName]))
  return {
    decided,
    left: left.map((each) => ({ ...each, authorName: names.get(each.commentId) ?? '' })),
  }
}

async function decideOne(scope: Scope, text: ReviewedText, verdict: ManyVerdict): Promise<void> {
  if (verdict.outcome === 'reject') {
    const { reasonCode, reasonText } = verdict
    await rejectComment(scope, { ...text, reasonCode, reasonText })
  } else if (verdict.outcome === 'join' && verdict.sameAsId !== text.commentId) {
    await joinSameDemand(scope, { ...text, sameAsId: verdict.sameAsId })
  } else {
    await approveComment(scope, text)
  }
}

async function wordedVerdict(scope: Scope, verdict: ManyVerdict): Promise<ManyVerdict> {
  if (verdict.outcome !== 'reject' || verdict.reasonText.trim() !== '') return verdict
  const reason = isReasonCode(verdict.reasonCode)
    ? await scope.db.rejectionReason.findFirst({
        where: { code: verdict.reasonCode, active: true },
        select: { text: true },
      })
    : null
  if (!reason) throw new AppError('invalidInput', { field: 'reasonCode' })
  return { ...verdict, reasonText: reason.text }
}

function whyOf(code: string, params: Record<string, unknown>): LeftOut['why'] | null {
  if (code === 'conflict') return params['what'] as FasterDeed
  if (code === 'forbidden' && params['recusal']) return 'recusal'
  // The two take opposite sides since one of them was written anew.
  if (code === 'invalidInput' && params['field'] === 'sameAs') return 'changed'
  return code === 'notFound' ? 'gone' : null
}
