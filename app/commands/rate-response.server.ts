import { AppError } from '~/domain/errors'
import type { ScreeningKit } from '~/domain/moderation/screening/screen'
import type { Actor } from '~/domain/person/actor'
import { factsOfRating, factsOfUnrated, takenBack } from '~/domain/response/rate-facts'
import {
  callsForFollowUp,
  isDissatisfied,
  RATING_TEXT_MAX_CHARACTERS,
  tallyChanges,
  type DissatisfactionReason,
  type Grades,
} from '~/domain/response/rating'
import { isId } from '~/domain/shared/id'
import { writtenText } from '~/domain/shared/written-text'
import { requireRate } from '~/policies/rating'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import { screeningKit } from '~/server/screening-kit.server'
import { transact, type Transaction } from '~/server/transact.server'
import { countForRates } from './count-for-rates.server'
import { lockRatedAnswer, type RatedAnswerRow } from './rated-answer.server'
import {
  rulesInForce,
  screenComment,
  screeningColumns,
  type ScreeningRow,
} from './screen-comment.server'

export interface RatingInput extends Grades {
  responseId: string
  /** The version of one's rating that was on the page; 0 while there was none. */
  version: number
  /** Given where something is 不满意, and only there. */
  reason: DissatisfactionReason | null
  /** Words beside it: public once a moderator has read them. */
  text: string
}

/**
 * Rates a published answer, or rates it anew while that is open. The text is screened as a comment is; a changed
 * one waits for a moderator again.
 *
 * @throws AppError as `requireRate`; notFound; invalidInput for a reason that is missing or too much; textRefused
 *   with the `rule`; conflict where it was rated in another window meanwhile
 */
export async function rateResponse(
  scope: Scope,
  input: RatingInput,
): Promise<{ ratingId: string; textWaits: boolean }> {
  const { viewer } = scope
  if (!viewer) throw new AppError('signInRequired')
  const { resolution, attitude, speed, reason } = input
  const grades = { resolution, attitude, speed }
  if (isDissatisfied(grades) !== (reason !== null)) {
    throw new AppError('invalidInput', { field: 'reason' })
  }
  const text = writtenText(input.text, 'text', RATING_TEXT_MAX_CHARACTERS)
  if (!isId(input.responseId)) throw new AppError('notFound')
  const kit = await screeningKit(scope.container)
  return transact(scope, async (tx) => {
    const answer = await lockRatedAnswer(tx, input.responseId, viewer.personId)
    const rater = requireRate(viewer, answer, tx.now)
    const { personId } = rater
    const before = await tx.db.rating.findUnique({
      where: { responseId_personId: { responseId: input.responseId, personId } },
    })
    if ((before?.version ?? 0) !== input.version) {
      throw new AppError('conflict', { what: 'rating.revised', mine: 1 })
    }
    const written = await textColumns(tx, rater, before?.text ?? null, text, kit)
    const ratingId = before?.id ?? newId(tx.now.getTime())
    const columns = { ...grades, reason, ...written }
    if (before) {
      await tx.db.rating.update({
        where: { id: ratingId },
        data: { ...columns, version: { increment: 1 } },
      })
    } else {
      await tx.db.rating.create({
        data: {
          id: ratingId,
          responseId: input.responseId,
          personId,
          createdAt: tx.now,
          ...columns,
        },
      })
    }
    await changeTallies(tx, input.responseId, before, grades)
    await callForFollowUp(tx, input.responseId, personId, answer, grades)
    countRating(tx, answer, before, grades)
    tx.audit({
      action: before ? 'rating.revised' : 'rating.given',
      objectType: 'rating',
      objectId: ratingId,
      detail: {
        responseId: input.responseId,
        topicId: answer.topicId,
        ...grades,
        reason,
        screeningRules: written?.rules ?? [],
      },
    })
    tx.touch(`topic:${answer.topicId}`)
    return { ratingId, textWaits: written?.textState === 'waiting' }
  })
}

/** What of the row changes with the words; nothing where they are as before. */
async function textColumns(
  tx: Transaction,
  rater: Actor,
  before: string | null,
  text: string | null,
  kit: ScreeningKit,
) {
  if (text === before) return undefined
  const unread = { refusal: null, reviewedById: null, textReviewedAt: null }
  if (text === null) {
    return { text, publicText: null, textState: null, textSentAt: null, rules: [], ...unread }
  }
  const { rows } = await tx.query<ScreeningRow>(
    `SELECT ${screeningColumns({ personId: '$1', commentId: 'NULL' })}`,
    [rater.personId],
  )
  const [row] = rows
  if (!row) throw new AppError('notFound')
  const screening = screenComment(text, rater, row, kit, tx.now)
  return {
    text,
    publicText: screening.published,
    textState: 'waiting' as const,
    textSentAt: tx.now,
    rules: rulesInForce(screening),
    ...unread,
  }
}

async function changeTallies(
  tx: Transaction,
  responseId: string,
  before: Grades | null,
  after: Grades,
): Promise<void> {
  for (const { aspect, grade, by } of tallyChanges(before, after)) {
    await tx.db.ratingTally.upsert({
      where: { responseId_aspect_grade: { responseId, aspect, grade } },
      create: { responseId, aspect, grade, count: 1 },
      update: { count: { increment: by } },
    })
  }
  if (!before) {
    await tx.db.evaluation.update({ where: { responseId }, data: { rated: { increment: 1 } } })
  }
}

async function callForFollowUp(
  tx: Transaction,
  responseId: string,
  personId: string,
  answer: RatedAnswerRow,
  given: Grades,
): Promise<void> {
  const other = answer.awaitsFollowUp
    ? await tx.db.rating.findFirst({
        where: {
          responseId,
          personId: { not: personId },
          // Whoever is 不满意 anywhere gives the reason, and nobody else.
          reason: { not: null },
        },
        select: { id: true },
      })
    : null
  const called = callsForFollowUp(answer.awaitsFollowUp, given, {
    othersDissatisfied: other !== null,
    reopened: answer.reopened,
  })
  if (called === answer.awaitsFollowUp) return
  await tx.db.evaluation.update({ where: { responseId }, data: { awaitsFollowUp: called } })
}

function countRating(
  tx: Transaction,
  answer: RatedAnswerRow,
  before: Grades | null,
  after: Grades,
): void {
  const { publishedAt, rated } = answer
  const was = before
    ? takenBack(factsOfRating(publishedAt, before))
    : [
        ...takenBack(factsOfUnrated(publishedAt, answer)),
        ...factsOfUnrated(publishedAt, { ...answer, rated: rated + 1 }),
      ]
  countForRates(tx, answer, [...was, ...factsOfRating(publishedAt, after)])
}
