import type { response as source } from '../zh-hans/response'

export const response: Record<keyof typeof source, string> = {
  'response.result.label': 'Result',
  'response.result.resolved': 'solved',
  'response.result.resolving': 'being solved',
  'response.result.planned': 'planned',
  'response.result.reference': 'kept for reference',
  'response.result.withLetter': '{letter} · {result}',
  'response.answered.label': 'Comments answered',
  'response.answered.more': 'and others, {n} in all',
  'response.part.lead': 'lead',
  'response.part.joint': 'joint',
  'response.part.parallel': 'parallel',
  'response.text.answered':
    '[Lianxin] {department} has answered your comment on “{title}”. Read it here: {link}',
}
