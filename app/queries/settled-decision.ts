/**
 * Of a revision's decisions the one that its author may know of: the newest that has settled. One that can still
 * be undone, or was, is a matter among moderators.
 */
export const settledDecision = {
  where: { settledAt: { not: null } },
  orderBy: { id: 'desc' },
  take: 1,
} as const
