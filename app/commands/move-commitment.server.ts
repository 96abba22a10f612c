import { AppError } from '~/domain/errors'
import { dayProblem, MOVE_REASON_MAX_CHARACTERS, nextStepOn } from '~/domain/response/commitment'
import { factOfCommitment, takenBack } from '~/domain/response/rate-facts'
import { dayOf, storedDay } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { writtenText } from '~/domain/shared/written-text'
import { canMove, canTellOf, requireAllowed } from '~/policies/commitment'
import { conflictOver } from '~/queries/get-last-change.server'
import { newId } from '~/server/ids.server'
import type { Scope } from '~/server/scope.server'
import {
  actOnCommitment,
  type LockedCommitment,
  type SeenCommitment,
} from './act-on-commitment.server'
import { countForRates } from './count-for-rates.server'
import { announce } from './announce.server'
import { authorsAnswered } from './authors-concerned.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { tellOfCommitment } from './tell-of-commitment.server'

/** Why another day cannot be asked for, in the parameter `problem` with the `field` toOn. */
export type MoveProblem = 'unreadable' | 'past' | 'tooFar' | 'notLater' | 'asked'

/**
 * Asks whoever assigned for another day for a commitment. Nothing changes until it is granted.
 *
 * @param input.toOn a later day, as `2025-07-14`
 * @param input.reason stands in public beside both days once it is granted
 * @throws AppError as `actOnCommitment`; forbidden for who does not work there; invalidInput (`field`; `problem`,
 *   a `MoveProblem`)
 */
export async function askCommitmentMove(
  scope: Scope,
  input: SeenCommitment & { toOn: string; reason: string },
): Promise<void> {
  const reason = writtenText(input.reason, 'reason', MOVE_REASON_MAX_CHARACTERS)
  if (reason === null) throw new AppError('invalidInput', { field: 'reason' })
  const problem = dayProblem(input.toOn, scope.now)
  if (problem) throw refused(problem)
  await actOnCommitment(
    scope,
    input,
    ({ departmentId }) => requireAllowed(canTellOf, scope.viewer, departmentId),
    async ({ tx, actor, commitment }) => {
      if (input.toOn <= commitment.dueOn) throw refused('notLater')
      const waiting = await tx.db.commitmentMove.count({
        where: { commitmentId: commitment.id, outcome: null },
      })
      if (waiting > 0) throw refused('asked')
      const moveId = newId(tx.now.getTime())
      await tx.db.commitmentMove.create({
        data: {
          id: moveId,
          commitmentId: commitment.id,
          fromOn: storedDay(commitment.dueOn),
          toOn: storedDay(input.toOn),
          reason,
          askedById: actor.personId,
          askedAt: tx.now,
        },
      })
      const { id: commitmentId, department } = commitment
      await recordOnTimeline(
        tx,
        commitment.topicId,
        {
          kind: 'commitmentMoveAsked',
          data: { commitmentId, department, to: input.toOn, reason },
        },
        { actorId: actor.personId, internal: true },
      )
      tx.audit({
        action: 'commitment.moveAsked',
        objectType: 'commitment',
        objectId: commitmentId,
        role: 'official',
        detail: { ...about(commitment), moveId, to: input.toOn, reason },
      })
      await tellOfCommitment(tx, scope, commitment, 'assigner', 'commitment.text.moveAsked')
    },
  )
}

/**
 * Grants another day, which stands in public beside the one before with the reason; or refuses it, and says why to
 * the department.
 *
 * @throws AppError as `actOnCommitment`; forbidden for who does not assign there; invalidInput (`field` words where
 *   it is refused without a word); conflict also where nothing is asked
 */
export async function decideCommitmentMove(
  scope: Scope,
  input: SeenCommitment & { outcome: 'grant' | 'refuse'; words: string },
): Promise<void> {
  const words = writtenText(input.words, 'words', MOVE_REASON_MAX_CHARACTERS)
  if (input.outcome === 'refuse' && words === null) {
    throw new AppError('invalidInput', { field: 'words' })
  }
  await actOnCommitment(
    scope,
    input,
    ({ departmentId }) => requireAllowed(canMove, scope.viewer, departmentId),
    async ({ tx, actor, commitment }) => {
      const { id: commitmentId, department, departmentId, topicId } = commitment
      const { personId: actorId } = actor
      const move = await tx.db.commitmentMove.findFirst({
        where: { commitmentId, outcome: null },
        select: { id: true, toOn: true, reason: true },
      })
      if (!move) throw await conflictOver(tx.db, 'commitment', commitmentId, actorId)
      const to = dayOf(move.toOn)
      const granted = input.outcome === 'grant'
      await tx.db.commitmentMove.update({
        where: { id: move.id },
        data: {
          outcome: granted ? 'granted' : 'refused',
          decidedById: actorId,
          decidedAt: tx.now,
          decisionWords: words,
        },
      })
      tx.audit({
        action: granted ? 'commitment.moved' : 'commitment.moveRefused',
        objectType: 'commitment',
        objectId: commitmentId,
        role: 'official',
        detail: { ...about(commitment), moveId: move.id, to, reason: words ?? move.reason },
      })
      if (!granted) {
        await recordOnTimeline(
          tx,
          topicId,
          {
            kind: 'commitmentMoveRefused',
            data: { commitmentId, department, reason: words ?? undefined },
          },
          { actorId, internal: true },
        )
        await tellOfCommitment(tx, scope, commitment, 'handler', 'commitment.text.moveRefused')
        return
      }
      const next = nextStepOn(to, null, shanghaiDate(tx.now))
      await tx.db.commitment.update({
        where: { id: commitmentId },
        data: { dueOn: move.toOn, step: null, nextStepOn: next && storedDay(next) },
      })
      const open = { ...commitment, keptAt: null, withdrawnAt: null }
      countForRates(tx, commitment, [
        ...takenBack([factOfCommitment(open)]),
        factOfCommitment({ ...open, dueOn: to }),
      ])
      await recordOnTimeline(
        tx,
        topicId,
        {
          kind: 'commitmentMoved',
          data: { commitmentId, department, from: commitment.dueOn, to, reason: move.reason },
        },
        { actorId },
      )
      await announce(tx, {
        key: `commitment:${commitmentId}:move:${move.id}`,
        fact: { kind: 'commitmentMoved', data: { commitmentId, department, to } },
        topicId,
        actorId,
        own: await authorsAnswered(tx, commitment.responseId),
        departmentIds: [departmentId],
      })
      await tellOfCommitment(tx, scope, commitment, 'handler', 'commitment.text.moved')
    },
  )
}

function about({ departmentId, topicId, dueOn }: LockedCommitment) {
  return { departmentId, topicId, from: dueOn }
}

function refused(problem: MoveProblem): AppError {
  return new AppError('invalidInput', { field: 'toOn', problem })
}
