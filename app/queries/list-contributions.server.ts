import type { TransactionDb } from '~/server/db/database.server'

/** A 会办 department, and what it has written for the lead's answer so far. */
export interface Contribution {
  departmentId: string
  department: string
  text: string | null
  authorName: string | null
  savedAt: Date | null
  finishedAt: Date | null
  version: number
}

/** Every 会办 department of an assignment with its paragraphs; for those asked, who has asked whether they may. */
export async function listContributions(
  scope: { db: TransactionDb },
  assignmentId: string,
): Promise<Contribution[]> {
  const [asked, written] = await Promise.all([
    scope.db.assignmentDepartment.findMany({
      // Who has returned its part, or was relieved of it, owes no paragraph.
      where: {
        assignmentId,
        part: 'joint',
        state: { notIn: ['returned', 'withdrawn', 'merged'] },
      },
      orderBy: { departmentId: 'asc' },
      select: { departmentId: true, department: { select: { name: true } } },
    }),
    scope.db.responseContribution.findMany({
      where: { assignmentId },
      select: {
        departmentId: true,
        text: true,
        savedAt: true,
        finishedAt: true,
        version: true,
        author: { select: { displayName: true } },
      },
    }),
  ])
  return asked.map(({ departmentId, department }) => {
    const own = written.find((each) => each.departmentId === departmentId)
    return {
      departmentId,
      department: department.name,
      text: own?.text ?? null,
      authorName: own?.author.displayName ?? null,
      savedAt: own?.savedAt ?? null,
      finishedAt: own?.finishedAt ?? null,
      version: own?.version ?? 0,
    }
  })
}

/** The 会办 departments of the lead's answer that have not said that their paragraphs are done. */
export async function listUnfinishedContributors(
  scope: { db: TransactionDb },
  answer: { assignmentId: string; departmentId: string },
): Promise<Contribution[]> {
  const contributions = await listContributions(scope, answer.assignmentId)
  return contributions.filter(({ finishedAt }) => finishedAt === null)
}
