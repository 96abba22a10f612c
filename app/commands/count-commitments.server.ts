import type { CommitmentState } from '~/domain/response/commitment'
import type { Transaction } from '~/server/transact.server'

/** Keeps how many commitments a department has in each state; at the end of the transaction, as others wait for it. */
export function countCommitments(
  tx: Transaction,
  departmentId: string,
  changes: ReadonlyArray<{ state: CommitmentState; by: number }>,
): void {
  tx.last(async () => {
    for (const { state, by } of changes.toSorted((a, b) => (a.state < b.state ? -1 : 1))) {
      await tx.query(COUNT, [departmentId, state, by])
    }
  })
}

// A count is raised before it is ever lowered: what leaves a state came into it.
const COUNT = `
  INSERT INTO "commitment_tallies" AS c ("departmentId", "state", "count")
  VALUES ($1, $2::"CommitmentState", greatest($3::int, 0))
  ON CONFLICT ("departmentId", "state") DO UPDATE SET "count" = c."count" + $3::int`
