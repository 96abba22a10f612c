import { usualTerm, type Assignable, type RuleSubject } from '~/domain/response/due-rules'
import type { TransactionDb } from '~/server/db/database.server'

/** The usual term of what is to be assigned, in working days, by the rules that administrators keep. */
export async function getUsualTerm(
  db: Pick<TransactionDb, 'dueRule'>,
  assignable: Assignable,
): Promise<number> {
  const rules = await db.dueRule.findMany({
    where: { OR: [{ categoryId: assignable.categoryId }, { categoryId: null }] },
    select: { categoryId: true, subject: true, workingDays: true },
  })
  // The database's check allows no other subject.
  const read = rules.map((rule) => ({ ...rule, subject: rule.subject as RuleSubject | null }))
  return usualTerm(read, assignable)
}
