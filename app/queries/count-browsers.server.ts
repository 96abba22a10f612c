import type { Scope } from '~/server/scope.server'

/** How many browsers show the viewer's notices. */
export async function countBrowsers({ db, viewer }: Pick<Scope, 'db' | 'viewer'>): Promise<number> {
  return viewer ? db.pushSubscription.count({ where: { personId: viewer.personId } }) : 0
}
