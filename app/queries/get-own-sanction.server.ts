import { AppError } from '~/domain/errors'
import {
  sanctionStanding,
  type SanctionStanding,
  type SanctionStep,
} from '~/domain/moderation/sanction'
import {
  sanctionAppealProblem,
  type SanctionAppealProblem,
  type SanctionAppealResult,
} from '~/domain/moderation/sanction-appeal'
import { isId } from '~/domain/shared/id'
import type { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** A sanction as the person reads it whose account it is about. */
export interface OwnSanction {
  id: string
  step: SanctionStep
  standing: SanctionStanding
  reason: string
  from: Date
  until: Date | null
  /** Why it was lifted. */
  lifted: { at: Date; reason: string } | null
  appealProblem: SanctionAppealProblem | null
  appeal: {
    text: string
    filedAt: Date
    dueAt: Date
    result: { result: SanctionAppealResult; explanation: string; at: Date } | null
  } | null
}

export interface OwnSanctionPage extends OwnSanction {
  /** One's own texts that it rests on. */
  texts: Array<{ commentId: string; topic: string; at: Date }>
}

const MOST = 10

/** The viewer's sanctions that hold, the strictest and others, the newest first. */
export async function listOwnSanctions(scope: Scope): Promise<OwnSanction[]> {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('signInRequired')
  const rows = await scope.db.sanction.findMany({
    where: {
      personId: viewer.personId,
      status: 'active',
      OR: [{ until: null }, { until: { gt: now } }],
    },
    orderBy: { id: 'desc' },
    take: MOST,
    include: { appeal: true },
  })
  return rows.map((row) => ownSanction(row, now))
}

/** @throws AppError notFound for everybody else's, and for what was never imposed */
export async function getOwnSanction(scope: Scope, sanctionId: string): Promise<OwnSanctionPage> {
  const { viewer, now } = scope
  if (!viewer) throw new AppError('signInRequired')
  const row = isId(sanctionId)
    ? await scope.db.sanction.findUnique({
        where: { id: sanctionId, personId: viewer.personId, status: { in: ['active', 'lifted'] } },
        include: {
          appeal: true,
          basis: {
            orderBy: { commentId: 'desc' },
            select: {
              comment: {
                select: { id: true, createdAt: true, topic: { select: { title: true } } },
              },
            },
          },
        },
      })
    : null
  if (!row) throw new AppError('notFound')
  return {
    ...ownSanction(row, now),
    texts: row.basis.map(({ comment }) => ({
      commentId: comment.id,
      topic: comment.topic.title,
      at: comment.createdAt,
    })),
  }
}

function ownSanction(
  row: Prisma.SanctionGetPayload<{ include: { appeal: true } }>,
  now: Date,
): OwnSanction {
  const { appeal } = row
  return {
    id: row.id,
    step: row.step,
    standing: sanctionStanding(row, now),
    reason: row.reason,
    from: row.from ?? row.proposedAt,
    until: row.until,
    lifted: row.closedAt ? { at: row.closedAt, reason: row.closingNote ?? '' } : null,
    appealProblem: sanctionAppealProblem({ ...row, appealed: appeal !== null }, now),
    appeal: appeal && {
      text: appeal.text,
      filedAt: appeal.createdAt,
      dueAt: appeal.dueAt,
      result:
        appeal.result && appeal.decidedAt
          ? { result: appeal.result, explanation: appeal.explanation ?? '', at: appeal.decidedAt }
          : null,
    },
  }
}
