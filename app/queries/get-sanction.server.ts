import { AppError } from '~/domain/errors'
import {
  sanctionStanding,
  SANCTION_STEPS,
  type SanctionStanding,
  type SanctionStep,
} from '~/domain/moderation/sanction'
import type { SanctionAppealResult } from '~/domain/moderation/sanction-appeal'
import { isId } from '~/domain/shared/id'
import {
  barToImpose,
  barToJudge,
  barToLift,
  isForGood,
  type SanctionBar,
} from '~/policies/sanction'
import { isSeniorReviewer } from '~/policies/moderation'
import type { Scope } from '~/server/scope.server'
import {
  getAccountRecord,
  readBasis,
  targetOf,
  type AccountRecord,
  type BasisText,
} from './get-account-record.server'

export interface SanctionItem {
  id: string
  version: number
  step: SanctionStep
  days: number | null
  standing: SanctionStanding
  proposedAt: Date
  /** Null where the rules proposed it. */
  proposedBy: string | null
  note: string
  reason: string
  from: Date | null
  until: Date | null
  imposedBy: string | null
  closed: { at: Date; by: string; note: string } | null
  account: AccountRecord
  basis: BasisText[]
  appeal: {
    text: string
    createdAt: Date
    dueAt: Date
    overdue: boolean
    result: { result: SanctionAppealResult; explanation: string; at: Date; by: string } | null
  } | null
  /** The steps that the viewer may impose, or hand on to an administrator. */
  steps: Array<{ step: SanctionStep; handsOn: boolean }>
  /** Why the viewer may not decide on it as it stands. */
  bar: SanctionBar | null
  /** Why the viewer may not decide on the appeal. */
  appealBar: SanctionBar | null
}

/** A sanction, or the proposal of one, as those see it who decide. @throws AppError notFound */
export async function getSanction(scope: Scope, sanctionId: string): Promise<SanctionItem> {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('signInRequired')
  const name = { select: { displayName: true } }
  const row = isId(sanctionId)
    ? await scope.db.sanction.findUnique({
        where: { id: sanctionId },
        include: {
          proposedBy: name,
          imposedBy: name,
          closedBy: name,
          basis: { select: { commentId: true } },
          appeal: { include: { decidedBy: name } },
        },
      })
    : null
  if (!row) throw new AppError('notFound')
  const account = await getAccountRecord(scope, row.personId)
  const target = targetOf(account)
  const { appeal } = row
  return {
    id: row.id,
    version: row.version,
    step: row.step,
    days: row.days,
    standing: sanctionStanding(row, now),
    proposedAt: row.proposedAt,
    proposedBy: row.proposedBy?.displayName ?? null,
    note: row.note,
    reason: row.reason,
    from: row.from,
    until: row.until,
    imposedBy: row.imposedBy?.displayName ?? null,
    closed: row.closedAt
      ? {
          at: row.closedAt,
          by: row.closedBy?.displayName ?? '',
          note: row.closingNote ?? '',
        }
      : null,
    account,
    basis: await readBasis(
      scope,
      row.basis.map(({ commentId }) => commentId),
    ),
    appeal: appeal && {
      text: appeal.text,
      createdAt: appeal.createdAt,
      dueAt: appeal.dueAt,
      overdue: appeal.dueAt < now,
      result:
        appeal.result && appeal.decidedAt
          ? {
              result: appeal.result,
              explanation: appeal.explanation ?? '',
              at: appeal.decidedAt,
              by: appeal.decidedBy?.displayName ?? '',
            }
          : null,
    },
    steps: SANCTION_STEPS.flatMap((step) => {
      const bar = barToImpose(viewer, target, step, row)
      const handsOn =
        bar !== null && bar !== 'oneself' && isForGood(step) && isSeniorReviewer(viewer)
      return bar === null || handsOn ? [{ step, handsOn }] : []
    }),
    bar: barToLift(viewer, target, row.step),
    appealBar: barToJudge(viewer, target, row),
  }
}
