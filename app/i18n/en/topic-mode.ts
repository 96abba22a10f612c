import type { topicMode as source } from '../zh-hans/topic-mode'

export const topicMode: Record<keyof typeof source, string> = {
  'topicMode.preModeration': 'Reviewed before publication',
  'topicMode.postModeration': 'Reviewed after publication',
  'topicMode.readOnly': 'Reading only',
}
