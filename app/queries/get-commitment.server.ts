import { AppError } from '~/domain/errors'
import type { CheckAnswer, CommitmentState, NoteKind } from '~/domain/response/commitment'
import { dayOf } from '~/domain/shared/day'
import { isId } from '~/domain/shared/id'
import { standsIn } from '~/domain/response/promise-text'
import { readTimelineFact } from '~/domain/topic/timeline'
import { canDeclare, canMove, canTellOf, canWorkOn, isOfDepartment } from '~/policies/commitment'
import type { Scope } from '~/server/scope.server'
import { filesOfNote, type AttachedFile } from './attached-files'
import type { CheckCounts } from './list-commitments.server'

/** What happened to a promise, in public: notes of the department, days that were moved, and what the clock told of. */
export type CommitmentFact = { id: string; at: Date } & (
  | { kind: 'made' }
  | { kind: NoteKind; html: string; files: AttachedFile[] }
  | { kind: 'moved'; fromOn: string; toOn: string; reason: string }
  | { kind: 'escalated'; dueOn: string; to: 'head' | 'assigner' }
)

/** A promise of the ledger with all that is public of it. */
export interface CommitmentView {
  id: string
  words: string
  responsible: string
  dueOn: string
  /** The day that was promised first. */
  firstDueOn: string
  state: CommitmentState
  madeAt: Date
  keptAt: Date | null
  withdrawnAt: Date | null
  version: number
  departmentId: string
  department: string
  topic: { id: string; title: string; code: string; lang: string }
  responseId: string
  /** The sentence stands no longer in the answer as it was corrected since. */
  leftAnswer: boolean
  /** Oldest first. */
  history: CommitmentFact[]
  checks: CheckCounts
}

/** More notes than any promise has; a bound, so that no page grows without one. */
const MAX_NOTES = 200

/** @throws AppError notFound */
export async function getCommitment(
  scope: Pick<Scope, 'db'>,
  commitmentId: string,
): Promise<CommitmentView> {
  const row = isId(commitmentId) ? await read(scope, commitmentId) : null
  if (!row) throw new AppError('notFound')
  const { notes, moves, tallies, topic, department, response, dueOn, ...rest } = row
  const countOf = (answer: CheckAnswer) =>
    tallies.find((each) => each.answer === answer)?.count ?? 0
  const granted = moves.filter(({ outcome }) => outcome === 'granted')
  const history: CommitmentFact[] = [
    { id: 'made', kind: 'made', at: row.madeAt },
    ...notes.toReversed().map(({ createdAt, attachments, ...note }) => ({
      ...note,
      at: createdAt,
      files: attachments,
    })),
    ...granted.map(({ id, fromOn, toOn, reason, decidedAt, askedAt }) => ({
      id,
      kind: 'moved' as const,
      at: decidedAt ?? askedAt,
      fromOn: dayOf(fromOn),
      toOn: dayOf(toOn),
      reason,
    })),
    ...(await readEscalations(scope, row)),
  ]
  const text = response.publishedVersion?.draft.text
  return {
    ...rest,
    dueOn: dayOf(dueOn),
    firstDueOn: dayOf(granted[0]?.fromOn ?? dueOn),
    department: department.name,
    topic,
    leftAnswer: text !== undefined && !standsIn(rest.words, text),
    history: history.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    checks: { so: countOf('so'), notYet: countOf('notYet'), cannotSay: countOf('cannotSay') },
  }
}

/** More than a topic's promises are escalated. */
const MAX_ESCALATIONS = 200

/** That it was overdue, and who was told, as it stands on the topic's timeline. */
async function readEscalations(
  scope: Pick<Scope, 'db'>,
  { id, topic }: { id: string; topic: { id: string } },
): Promise<CommitmentFact[]> {
  const entries = await scope.db.timelineEntry.findMany({
    where: { topicId: topic.id, kind: 'commitmentEscalated', internal: false },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: MAX_ESCALATIONS,
    select: { id: true, kind: true, at: true, data: true },
  })
  return entries.flatMap((entry): CommitmentFact[] => {
    const fact = readTimelineFact(entry.kind, entry.data)
    if (fact?.kind !== 'commitmentEscalated' || fact.data.commitmentId !== id) return []
    const { dueOn, to } = fact.data
    return [{ id: entry.id, at: entry.at, kind: 'escalated', dueOn, to }]
  })
}

function read(scope: Pick<Scope, 'db'>, id: string) {
  return scope.db.commitment.findUnique({
    where: { id },
    select: {
      id: true,
      words: true,
      responsible: true,
      dueOn: true,
      state: true,
      madeAt: true,
      keptAt: true,
      withdrawnAt: true,
      version: true,
      departmentId: true,
      responseId: true,
      topic: { select: { id: true, title: true, code: true, lang: true } },
      department: { select: { name: true } },
      response: { select: { publishedVersion: { select: { draft: { select: { text: true } } } } } },
      notes: {
        orderBy: { id: 'desc' },
        take: MAX_NOTES,
        select: { id: true, kind: true, html: true, createdAt: true, attachments: filesOfNote },
      },
      moves: {
        orderBy: { id: 'asc' },
        select: {
          id: true,
          fromOn: true,
          toOn: true,
          reason: true,
          askedAt: true,
          decidedAt: true,
          outcome: true,
        },
      },
      tallies: { select: { answer: true, count: true } },
    },
  })
}

/** What the viewer can say of a promise, and what they said. */
export interface OwnCheck {
  answer: CheckAnswer | null
  /** Why they say nothing of it; null where they may. */
  obstacle: 'signInRequired' | 'unconfirmed' | 'ownDepartment' | 'withdrawn' | null
}

/** The viewer's own check of a promise. */
export async function getOwnCheck(
  scope: Scope,
  commitment: Pick<CommitmentView, 'id' | 'state' | 'departmentId'>,
): Promise<OwnCheck> {
  const { viewer } = scope
  if (!viewer) return { answer: null, obstacle: 'signInRequired' }
  const own = await scope.db.commitmentCheck.findUnique({
    where: {
      commitmentId_personId: { commitmentId: commitment.id, personId: viewer.personId },
    },
    select: { answer: true },
  })
  const obstacle = isOfDepartment(viewer, commitment.departmentId)
    ? 'ownDepartment'
    : commitment.state === 'withdrawn'
      ? 'withdrawn'
      : viewer.confirmed
        ? null
        : 'unconfirmed'
  return { answer: own?.answer ?? null, obstacle }
}

/** A promise as its department, and who assigns there, work on it. */
export interface DeskCommitmentView extends CommitmentView {
  assignmentId: string
  /** Another day that is asked for, or was and is not granted. */
  moves: Array<{
    id: string
    fromOn: string
    toOn: string
    reason: string
    askedBy: string
    askedAt: Date
    outcome: 'granted' | 'refused' | 'lapsed' | null
    decidedBy: string | null
    decidedAt: Date | null
    decisionWords: string | null
  }>
  may: { tell: boolean; declare: boolean; decide: boolean }
}

/** @throws AppError notFound, also for who neither works for the department nor assigns to it */
export async function getDeskCommitment(
  scope: Scope,
  commitmentId: string,
): Promise<DeskCommitmentView> {
  const { viewer } = scope
  const commitment = await getCommitment(scope, commitmentId)
  if (!canWorkOn(viewer, commitment.departmentId)) throw new AppError('notFound')
  const { assignmentId, moves } = await scope.db.commitment.findUniqueOrThrow({
    where: { id: commitment.id },
    select: {
      assignmentId: true,
      moves: {
        orderBy: { id: 'desc' },
        select: {
          id: true,
          fromOn: true,
          toOn: true,
          reason: true,
          askedAt: true,
          outcome: true,
          decidedAt: true,
          decisionWords: true,
          askedBy: { select: { displayName: true } },
          decidedBy: { select: { displayName: true } },
        },
      },
    },
  })
  const open = commitment.state === 'open'
  const asked = moves.some(({ outcome }) => outcome === null)
  return {
    ...commitment,
    assignmentId,
    moves: moves.map(({ fromOn, toOn, askedBy, decidedBy, ...move }) => ({
      ...move,
      fromOn: dayOf(fromOn),
      toOn: dayOf(toOn),
      askedBy: askedBy.displayName,
      decidedBy: decidedBy?.displayName ?? null,
    })),
    may: {
      tell: open && canTellOf(viewer, commitment.departmentId),
      declare: open && canDeclare(viewer, commitment.departmentId),
      decide: open && asked && canMove(viewer, commitment.departmentId),
    },
  }
}
