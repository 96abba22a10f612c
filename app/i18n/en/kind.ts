import type { kind as source } from '../zh-hans/kind'

export const kind: Record<keyof typeof source, string> = {
  'kind.opinion': 'Opinion',
  'kind.suggestion': 'Suggestion',
  'kind.inquiry': 'Question',
  'kind.help': 'Request for help',
}
