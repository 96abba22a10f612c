import { Prisma } from '~/generated/prisma/client'

/** Whether the person `p` of a statement is under a sanction from 暂停 on, at a time. */
export function isSuspended(now: Date): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM "sanctions" x
    WHERE x."personId" = p."id" AND x."status" = 'active' AND x."step" IN ('suspended', 'closed', 'barred')
      AND (x."until" IS NULL OR x."until" > ${now}))`
}

/** The same, as a condition on a person's sanctions. */
export function suspending(now: Date) {
  return {
    status: 'active',
    step: { in: ['suspended', 'closed', 'barred'] },
    OR: [{ until: null }, { until: { gt: now } }],
  } satisfies Prisma.SanctionWhereInput
}
