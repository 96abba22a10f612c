import type { Scope } from '~/server/scope.server'
import { suspending } from './account-standing.server'

/** Whether somebody else than the given moderator reviews at present: what needs a second one waits until then. */
export async function hasAnotherReviewer(
  scope: Pick<Scope, 'db' | 'now'>,
  moderatorId: string,
): Promise<boolean> {
  const grant = await scope.db.grant.findFirst({
    where: {
      role: 'moderator',
      revokedAt: null,
      personId: { not: moderatorId },
      OR: [{ until: null }, { until: { gt: scope.now } }],
      person: { status: 'active', sanctions: { none: suspending(scope.now) } },
    },
    select: { id: true },
  })
  return grant !== null
}
