import { AppError } from '~/domain/errors'
import { NOTE_MAX_CHARACTERS, keptState, type NoteKind } from '~/domain/response/commitment'
import { factOfCommitment, takenBack } from '~/domain/response/rate-facts'
import { writtenText } from '~/domain/shared/written-text'
import { canDeclare, canTellOf, requireAllowed } from '~/policies/commitment'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import { newId } from '~/server/ids.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import {
  actOnCommitment,
  type LockedCommitment,
  type SeenCommitment,
} from './act-on-commitment.server'
import { announce } from './announce.server'
import { authorsAnswered } from './authors-concerned.server'
import { countCommitments } from './count-commitments.server'
import { countForRates } from './count-for-rates.server'
import { recordOnTimeline } from './record-on-timeline.server'
import { storeAttachments } from './store-attachments.server'

interface Note extends SeenCommitment {
  /** Markdown, for everybody to read. */
  text: string
  /** Evidence: photographs and documents, looked at by `prepareFiles`. They are public with the note. */
  files?: readonly PreparedFile[]
}

/**
 * Tells the public how a commitment goes. Evidence is added to the note that this makes.
 *
 * @throws AppError as `actOnCommitment`; forbidden for who does not work there; invalidInput (`field` text)
 */
export async function addProgressNote(scope: Scope, input: Note): Promise<{ noteId: string }> {
  const text = requiredNote(input.text)
  return actOnCommitment(
    scope,
    input,
    ({ departmentId }) => requireAllowed(canTellOf, scope.viewer, departmentId),
    async ({ tx, actor, commitment }) => {
      const { id: commitmentId, department, departmentId, topicId } = commitment
      const { personId: actorId } = actor
      const noteId = await writeNote(tx, scope, commitmentId, actorId, {
        kind: 'progress',
        text,
        files: input.files,
      })
      const data = { commitmentId, department }
      await recordOnTimeline(tx, topicId, { kind: 'commitmentProgress', data }, { actorId })
      await announce(tx, {
        key: `commitment:${commitmentId}:note:${noteId}`,
        fact: { kind: 'commitmentProgress', data },
        topicId,
        actorId,
        own: await authorsAnswered(tx, commitment.responseId),
        departmentIds: [departmentId],
      })
      audit(tx, commitment, 'commitment.progress', { noteId })
      return { noteId }
    },
  )
}

/**
 * Declares a commitment kept (已兑现), with a note on what was done: in time, or late from the day after its day.
 *
 * @throws AppError as `actOnCommitment`; forbidden for who does not sign there; invalidInput (`field` text)
 */
export async function keepCommitment(scope: Scope, input: Note): Promise<{ late: boolean }> {
  const text = requiredNote(input.text)
  return actOnCommitment(
    scope,
    input,
    ({ departmentId }) => requireAllowed(canDeclare, scope.viewer, departmentId),
    async ({ tx, actor, commitment }) => {
      const { id: commitmentId, department, departmentId, topicId } = commitment
      const { personId: actorId } = actor
      const state = keptState(commitment.dueOn, tx.now)
      const late = state === 'keptLate'
      await closeCommitment(tx, commitment, { state, keptAt: tx.now })
      const noteId = await writeNote(tx, scope, commitmentId, actorId, {
        kind: 'kept',
        text,
        files: input.files,
      })
      const data = { commitmentId, department, late }
      await recordOnTimeline(tx, topicId, { kind: 'commitmentKept', data }, { actorId })
      await announce(tx, {
        key: `commitment:${commitmentId}:kept`,
        fact: { kind: 'commitmentKept', data },
        topicId,
        actorId,
        own: await authorsAnswered(tx, commitment.responseId),
        departmentIds: [departmentId],
      })
      audit(tx, commitment, 'commitment.kept', { noteId, late })
      return { late }
    },
  )
}

/**
 * Takes a commitment back, with the reason in public. It stays in the ledger.
 *
 * @throws AppError as `keepCommitment`
 */
export async function withdrawCommitment(scope: Scope, input: Note): Promise<void> {
  const text = requiredNote(input.text)
  await actOnCommitment(
    scope,
    input,
    ({ departmentId }) => requireAllowed(canDeclare, scope.viewer, departmentId),
    async ({ tx, actor, commitment }) => {
      const { id: commitmentId, department, departmentId, topicId } = commitment
      const { personId: actorId } = actor
      await closeCommitment(tx, commitment, { state: 'withdrawn', withdrawnAt: tx.now })
      const noteId = await writeNote(tx, scope, commitmentId, actorId, { kind: 'withdrawn', text })
      const data = { commitmentId, department }
      await recordOnTimeline(tx, topicId, { kind: 'commitmentWithdrawn', data }, { actorId })
      await announce(tx, {
        key: `commitment:${commitmentId}:withdrawn`,
        fact: { kind: 'commitmentWithdrawn', data },
        topicId,
        actorId,
        own: await authorsAnswered(tx, commitment.responseId),
        departmentIds: [departmentId],
      })
      audit(tx, commitment, 'commitment.withdrawn', { noteId })
    },
  )
}

/** Closes a commitment: nothing is due of it any more, and a day that was asked for lapses. */
async function closeCommitment(
  tx: Transaction,
  commitment: LockedCommitment,
  closed: { state: 'kept' | 'keptLate'; keptAt: Date } | { state: 'withdrawn'; withdrawnAt: Date },
): Promise<void> {
  await tx.db.commitment.update({
    where: { id: commitment.id },
    data: { ...closed, nextStepOn: null },
  })
  await tx.db.commitmentMove.updateMany({
    where: { commitmentId: commitment.id, outcome: null },
    data: { outcome: 'lapsed', decidedAt: tx.now },
  })
  countForRates(tx, commitment, [
    ...takenBack([factOfCommitment({ ...commitment, keptAt: null, withdrawnAt: null })]),
    factOfCommitment({ dueOn: commitment.dueOn, keptAt: null, withdrawnAt: null, ...closed }),
  ])
  countCommitments(tx, commitment.departmentId, [
    { state: 'open', by: -1 },
    { state: closed.state, by: 1 },
  ])
}

async function writeNote(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  commitmentId: string,
  authorId: string,
  note: { kind: NoteKind; text: string; files?: readonly PreparedFile[] | undefined },
): Promise<string> {
  const { kind, text, files = [] } = note
  const id = newId(tx.now.getTime())
  const { html, version } = renderMarkdown(text, 'document')
  await tx.db.commitmentNote.create({
    data: {
      id,
      commitmentId,
      kind,
      text,
      html,
      rendererVersion: version,
      authorId,
      createdAt: tx.now,
    },
  })
  await storeAttachments(tx, scope.container, { noteId: id }, authorId, files)
  return id
}

function requiredNote(typed: string): string {
  const text = writtenText(typed, 'text', NOTE_MAX_CHARACTERS)
  if (text === null) throw new AppError('invalidInput', { field: 'text' })
  return text
}

function audit(
  tx: Transaction,
  commitment: LockedCommitment,
  action: string,
  detail: Record<string, unknown>,
): void {
  const { id, departmentId, topicId, dueOn } = commitment
  tx.audit({
    action,
    objectType: 'commitment',
    objectId: id,
    role: 'official',
    detail: { departmentId, topicId, dueOn, ...detail },
  })
}
