export const topicMode = {
  'topicMode.preModeration': '先审后发',
  'topicMode.postModeration': '先发后审',
  'topicMode.readOnly': '只读',
} as const
