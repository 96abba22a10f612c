import type { DueRule, RuleSubject } from '~/domain/response/due-rules'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

export interface DueRuleEntry extends DueRule {
  id: string
  category: string | null
  version: number
}

/** The rules of usual terms, those for all categories first, and the categories to choose from. */
export async function listDueRules(scope: Scope): Promise<{
  rules: DueRuleEntry[]
  categories: Array<{ id: string; name: string }>
}> {
  requireAdministrator(scope.viewer)
  const [rules, categories] = await Promise.all([
    scope.db.dueRule.findMany({
      orderBy: [
        { category: { position: 'asc' } },
        { subject: { sort: 'asc', nulls: 'first' } },
        { id: 'asc' },
      ],
      include: { category: { select: { name: true } } },
    }),
    scope.db.category.findMany({
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      select: { id: true, name: true },
    }),
  ])
  const entries = rules.map(({ category, subject, ...rule }) => ({
    ...rule,
    subject: subject as RuleSubject | null,
    category: category?.name ?? null,
  }))
  const general = entries.filter(({ categoryId }) => categoryId === null)
  return { rules: [...general, ...entries.filter((rule) => rule.categoryId !== null)], categories }
}
