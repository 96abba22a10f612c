import { quoteExcerpt } from '~/domain/comment/quote'
import { AppError } from '~/domain/errors'
import type { PromisesProblem } from '~/domain/response/answer-problems'
import { nextStepOn } from '~/domain/response/commitment'
import { factOfCommitment } from '~/domain/response/rate-facts'
import { standsIn } from '~/domain/response/promise-text'
import { dayOf, storedDay } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import type { Transaction } from '~/server/transact.server'
import { countCommitments } from './count-commitments.server'
import { countForRates } from './count-for-rates.server'
import { indexForSearch } from './index-for-search.server'

/**
 * Asks whether every promise of a draft stands in its text, and none has its day before the answer is public.
 *
 * @throws AppError invalidInput (`problem`, a `PromisesProblem`; `words`, the promise)
 */
export async function requirePromisesHold(
  tx: Transaction,
  response: { id: string; text: string },
  publishedAt: Date,
): Promise<void> {
  const promises = await tx.db.responsePromise.findMany({
    where: { responseId: response.id },
    orderBy: { id: 'asc' },
    select: { words: true, dueOn: true },
  })
  for (const { words, dueOn } of promises) {
    const problem: PromisesProblem | null = !standsIn(words, response.text)
      ? 'promiseNotInDraft'
      : dayOf(dueOn) < shanghaiDate(publishedAt)
        ? 'promisePast'
        : null
    if (problem) throw new AppError('invalidInput', { problem, words })
  }
}

/**
 * Puts the promises of an answer into the public ledger, in the transaction that publishes it; those of a correction
 * beside those of the versions before, which stay.
 */
export async function publishPromises(
  tx: Transaction,
  response: {
    id: string
    topicId: string
    assignmentId: string
    departmentId: string
    /** The names of the department and the topic: what promises are found by. */
    department: string
    title: string
  },
  versionId: string,
): Promise<void> {
  const promises = await tx.db.responsePromise.findMany({
    where: { responseId: response.id },
    orderBy: { id: 'asc' },
    select: { id: true, words: true, responsible: true, dueOn: true },
  })
  if (promises.length === 0) return
  const { id: responseId, topicId, assignmentId, departmentId } = response
  const today = shanghaiDate(tx.now)
  await tx.db.commitment.createMany({
    data: promises.map((promise) => {
      const next = nextStepOn(dayOf(promise.dueOn), null, today)
      return {
        ...promise,
        topicId,
        responseId,
        versionId,
        assignmentId,
        departmentId,
        madeAt: tx.now,
        nextStepOn: next && storedDay(next),
      }
    }),
  })
  await tx.db.responsePromise.deleteMany({ where: { responseId } })
  countCommitments(tx, departmentId, [{ state: 'open', by: promises.length }])
  countForRates(
    tx,
    response,
    promises.map(({ dueOn }) =>
      factOfCommitment({ state: 'open', dueOn: dayOf(dueOn), keptAt: null, withdrawnAt: null }),
    ),
  )
  for (const { id, words, responsible, dueOn } of promises) {
    tx.audit({
      action: 'commitment.made',
      objectType: 'commitment',
      objectId: id,
      detail: { responseId, topicId, departmentId, words, responsible, dueOn: dayOf(dueOn) },
    })
    await indexForSearch(tx, {
      objectId: id,
      kind: 'commitment',
      topicId,
      title: response.title,
      text: [response.department, words, responsible].join('\n'),
      excerpt: quoteExcerpt(words),
      publishedAt: tx.now,
    })
  }
  tx.touch('commitments')
}
