import type { ReportReason } from '~/domain/moderation/report'
import type { Scope } from '~/server/scope.server'
import { moderationSettings } from '~/server/settings.server'

/** What a moderator sees of the reports that wait: why and how much they weigh, not who made them. */
export interface WaitingReports {
  count: number
  /** What they weigh together, and at what weight the words are hidden. */
  weight: number
  hideAtWeight: number
  /** How many of the same text were dismissed before. */
  dismissedBefore: number
  /** The first ones, in the order in which they came. */
  reports: Array<{
    id: string
    reason: ReportReason
    text: string | null
    weight: number
    at: Date
    /** It was made before the text was changed. */
    ofEarlierText: boolean
  }>
}

const SHOWN = 50

/** The reports of a comment that wait, for its public text. */
export async function readReports(
  scope: Pick<Scope, 'db'>,
  commentId: string,
  revisionId: string,
): Promise<WaitingReports> {
  const waiting = { commentId, result: null }
  const [reports, all, dismissedBefore, { hideAtWeight }] = await Promise.all([
    scope.db.report.findMany({
      where: waiting,
      orderBy: { id: 'asc' },
      take: SHOWN,
      select: {
        id: true,
        reason: true,
        text: true,
        weight: true,
        createdAt: true,
        revisionId: true,
      },
    }),
    scope.db.report.aggregate({ where: waiting, _count: true, _sum: { weight: true } }),
    scope.db.report.count({ where: { revisionId, result: 'dismissed' } }),
    moderationSettings(scope.db),
  ])
  return {
    count: all._count,
    weight: all._sum.weight ?? 0,
    hideAtWeight,
    dismissedBefore,
    reports: reports.map(({ createdAt, revisionId: reported, ...report }) => ({
      ...report,
      at: createdAt,
      ofEarlierText: reported !== revisionId,
    })),
  }
}
