import { found, type Finding } from '../finding'
import type { Duplicate } from '../facts'
import type { RuleSettings } from '../rules'

const HOUR_MS = 3_600_000

/** Shorter texts, 支持 and the like, are said alike by many who mean them. */
const SHORTEST_SHARED = 8

/** The same or almost the same text again: by its author, or by others in the topic. */
export function screenRepetition(
  text: { duplicates: readonly Duplicate[]; foldedLength: number; now: Date },
  rules: RuleSettings,
): Finding[] {
  const findings: Finding[] = []
  const own = rules.ownRepeat.settings
  const since = text.now.getTime() - (own['withinHours'] ?? 0) * HOUR_MS
  const byAuthor = text.duplicates.filter(
    ({ byAuthor, similarity, sentAt }) =>
      byAuthor && similarity >= (own['similarity'] ?? 100) && sentAt.getTime() > since,
  )
  if (byAuthor.length > (own['most'] ?? 0)) {
    findings.push(...found(rules, 'ownRepeat', { params: { n: byAuthor.length } }))
  }

  const shared = rules.topicRepeat.settings
  const byOthers = text.duplicates.filter(
    ({ byAuthor, inTopic, similarity }) =>
      !byAuthor && inTopic && similarity >= (shared['similarity'] ?? 100),
  )
  if (byOthers.length > 0 && text.foldedLength >= SHORTEST_SHARED) {
    findings.push(...found(rules, 'topicRepeat', { params: { n: byOthers.length } }))
  }
  return findings
}
