import { AppError } from '~/domain/errors'
import {
  dayProblem,
  MAX_PROMISES,
  PROMISE_MAX_CHARACTERS,
  PROMISE_MIN_CHARACTERS,
  RESPONSIBLE_MAX_CHARACTERS,
} from '~/domain/response/commitment'
import { standsIn } from '~/domain/response/promise-text'
import { storedDay } from '~/domain/shared/day'
import { countCharacters } from '~/domain/shared/clean-text'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { requireDrafter } from '~/policies/response'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { transact, type Transaction } from '~/server/transact.server'

/** What is wrong with a promise, in the parameter `problem` of the error, with the `field`. */
export type PromiseProblem = 'missing' | 'notInDraft' | 'unreadable' | 'past' | 'tooFar' | 'tooMany'

export interface PromiseInput {
  responseId: string
  /** The promise that is changed; none for a new one. */
  promiseId: string | null
  /** The sentence of the draft. */
  words: string
  /** The office or post that is responsible. */
  responsible: string
  /** The day by which, as `2025-07-14`. */
  dueOn: string
}

/**
 * Marks a sentence of a draft as a promise, or changes one that is marked. It becomes public with the answer.
 *
 * @throws AppError notFound; forbidden for who does not draft there; invalidInput (`field` words, responsible, dueOn;
 *   `problem`, a `PromiseProblem`); conflict (`what`, `who`, `at`, `mine`) where the draft was submitted meanwhile
 */
export async function savePromise(
  scope: Scope,
  input: PromiseInput,
): Promise<{ promiseId: string }> {
  const words = requiredText(input.words, 'words', PROMISE_MAX_CHARACTERS)
  const responsible = requiredText(input.responsible, 'responsible', RESPONSIBLE_MAX_CHARACTERS)
  const problem = dayProblem(input.dueOn, scope.now)
  if (problem) throw refused('dueOn', problem)
  return transact(scope, async (tx) => {
    const { personId, draft } = await lockDraft(tx, scope, input.responseId)
    if (countCharacters(words) < PROMISE_MIN_CHARACTERS || !standsIn(words, draft)) {
      throw refused('words', 'notInDraft')
    }
    const columns = { words, responsible, dueOn: storedDay(input.dueOn) }
    const promiseId = input.promiseId ?? newId(tx.now.getTime())
    if (input.promiseId) {
      const { count } = await tx.db.responsePromise.updateMany({
        where: { id: promiseId, responseId: input.responseId },
        data: { ...columns, version: { increment: 1 } },
      })
      if (count === 0) throw new AppError('notFound')
    } else {
      const present = await tx.db.responsePromise.count({ where: { responseId: input.responseId } })
      if (present >= MAX_PROMISES) throw refused('words', 'tooMany')
      await tx.db.responsePromise.create({
        data: {
          ...columns,
          id: promiseId,
          responseId: input.responseId,
          authorId: personId,
          createdAt: tx.now,
        },
      })
    }
    tx.audit({
      action: 'response.promiseMarked',
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: { promiseId, words, responsible, dueOn: input.dueOn },
    })
    return { promiseId }
  })
}

/**
 * Takes a promise out of a draft.
 *
 * @throws AppError as `savePromise`
 */
export async function removePromise(
  scope: Scope,
  input: { responseId: string; promiseId: string },
): Promise<void> {
  await transact(scope, async (tx) => {
    await lockDraft(tx, scope, input.responseId)
    const { count } = await tx.db.responsePromise.deleteMany({
      where: { id: input.promiseId, responseId: input.responseId },
    })
    // A colleague was faster: it is out of the draft all the same.
    if (count === 0) return
    tx.audit({
      action: 'response.promiseRemoved',
      objectType: 'response',
      objectId: input.responseId,
      role: 'official',
      detail: { promiseId: input.promiseId },
    })
  })
}

/** Holds the response: nobody submits it while its promises change. */
async function lockDraft(tx: Transaction, scope: Scope, responseId: string) {
  if (!isId(responseId)) throw new AppError('notFound')
  const { rows } = await tx.query<{ departmentId: string; status: string; text: string | null }>(
    `SELECT r."departmentId", r."status"::text, d."text"
       FROM "responses" r LEFT JOIN "response_drafts" d ON d."id" = r."currentDraftId"
      WHERE r."id" = $1 FOR UPDATE OF r`,
    [responseId],
  )
  const [response] = rows
  if (!response) throw new AppError('notFound')
  const { personId } = requireDrafter(scope.viewer, response.departmentId)
  if (response.status !== 'drafting') {
    throw await conflictOver(tx.db, 'response', responseId, personId)
  }
  return { personId, draft: response.text ?? '' }
}

function requiredText(typed: string, field: string, max: number): string {
  const text = writtenText(typed.replace(/\s+/gu, ' '), field, max)
  if (text === null) throw refused(field, 'missing')
  return text
}

function refused(field: string, problem: PromiseProblem): AppError {
  return new AppError('invalidInput', { field, problem })
}
