import { COMMENT_KINDS, type CommentKind } from '~/domain/comment/comment'
import { COMMENT_TERM_WORKING_DAYS, TOPIC_TERM_WORKING_DAYS } from './due'

/** What a rule is about: whole topics, any comment, or comments of one kind. */
export const RULE_SUBJECTS = ['topic', 'comment', ...COMMENT_KINDS] as const

export type RuleSubject = (typeof RULE_SUBJECTS)[number]

/** How many working days are usual; what is null applies to all. */
export interface DueRule {
  categoryId: string | null
  subject: RuleSubject | null
  workingDays: number
}

/** What is to be assigned: a topic of a category, or a comment of one. */
export interface Assignable {
  categoryId: string
  commentKind: CommentKind | null
}

/**
 * The usual term in working days. The most specific rule wins: one that names the category before one that names
 * none, and among those one for the comment's kind before one for comments before one for everything. Without a
 * rule the house's own terms hold.
 */
export function usualTerm(rules: readonly DueRule[], assignable: Assignable): number {
  const { categoryId, commentKind } = assignable
  const subjects: Array<RuleSubject | null> = commentKind
    ? [commentKind, 'comment', null]
    : ['topic', null]
  for (const category of [categoryId, null]) {
    for (const subject of subjects) {
      const rule = rules.find((each) => each.categoryId === category && each.subject === subject)
      if (rule) return rule.workingDays
    }
  }
  return commentKind ? COMMENT_TERM_WORKING_DAYS : TOPIC_TERM_WORKING_DAYS
}
