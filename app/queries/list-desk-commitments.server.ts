import { AppError } from '~/domain/errors'
import { dayOf } from '~/domain/shared/day'
import { assignableDepartments, deskDepartments } from '~/policies/assignment'
import type { Scope } from '~/server/scope.server'
import { readTimeCursor, writeTimeCursor } from './cursor'
import { listCommitments, type CommitmentPage } from './list-commitments.server'

/** 待兑现 and 已了结 of one's departments; for who assigns: 申请改期 and 已逾期 of those in reach. */
export const DESK_COMMITMENT_VIEWS = ['open', 'closed'] as const

export const ASSIGNER_COMMITMENT_VIEWS = ['moves', 'late'] as const

export type DeskCommitmentViewName =
  (typeof DESK_COMMITMENT_VIEWS)[number] | (typeof ASSIGNER_COMMITMENT_VIEWS)[number]

/** Another day that is asked for, as it waits for whoever assigns. */
export interface WaitingMove {
  id: string
  commitmentId: string
  words: string
  department: string
  fromOn: string
  toOn: string
  reason: string
  askedAt: Date
}

const PAGE_SIZE = 20

/** The views that the viewer has, the first of which is shown unless another is asked for. */
export function deskCommitmentViews(scope: Pick<Scope, 'viewer'>): DeskCommitmentViewName[] {
  return [
    ...(deskDepartments(scope.viewer).length > 0 ? DESK_COMMITMENT_VIEWS : []),
    ...(assignableDepartments(scope.viewer) === null ? [] : ASSIGNER_COMMITMENT_VIEWS),
  ]
}

/**
 * A page of the promises on the viewer's desk: what is due first stands first.
 *
 * @throws AppError forbidden, invalidCursor
 */
export async function listDeskCommitments(
  scope: Scope,
  place: { view: 'open' | 'closed' | 'late'; after: string | null },
): Promise<CommitmentPage> {
  const { view, after } = place
  if (view === 'late') {
    const reach = assignableDepartments(scope.viewer)
    if (reach === null) throw new AppError('forbidden')
    return listCommitments(scope, {
      view: 'overdue',
      departmentIds: reach === 'all' ? null : reach,
      after,
    })
  }
  const departmentIds = deskDepartments(scope.viewer)
  if (departmentIds.length === 0) throw new AppError('forbidden')
  return listCommitments(scope, { view, departmentIds, after })
}

/**
 * What departments ask of who assigns: another day for a promise, the longest waiting first.
 *
 * @throws AppError forbidden for who assigns nothing; invalidCursor
 */
export async function listWaitingMoves(
  scope: Scope,
  place: { after: string | null },
): Promise<{ moves: WaitingMove[]; next: string | null }> {
  const reach = assignableDepartments(scope.viewer)
  if (reach === null) throw new AppError('forbidden')
  const after = place.after === null ? null : readTimeCursor(place.after, 1)
  const rows = await scope.db.commitmentMove.findMany({
    where: {
      outcome: null,
      ...(reach !== 'all' && { commitment: { departmentId: { in: reach } } }),
      ...(after && {
        OR: [{ askedAt: { gt: after.at } }, { askedAt: after.at, id: { gt: after.ids[0] ?? '' } }],
      }),
    },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
    take: PAGE_SIZE + 1,
    select: {
      id: true,
      commitmentId: true,
      fromOn: true,
      toOn: true,
      reason: true,
      askedAt: true,
      commitment: { select: { words: true, department: { select: { name: true } } } },
    },
  })
  const shown = rows.slice(0, PAGE_SIZE)
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined
  return {
    moves: shown.map(({ commitment, fromOn, toOn, ...move }) => ({
      ...move,
      words: commitment.words,
      department: commitment.department.name,
      fromOn: dayOf(fromOn),
      toOn: dayOf(toOn),
    })),
    next: last ? writeTimeCursor({ at: last.askedAt, ids: [last.id] }) : null,
  }
}
