/** The front page. */
export const home = {
  'home.title': '有事好商量，办了有回音',
  'home.lede': '身边的事，在这里一起商量。说过的话看得到去处，办没办成也看得到结果。',
  'home.totals': '已有 {voices} 人次在 {topics} 个议题里发言，{answers} 件得到公开答复。',
  'home.open.title': '现在可以说的',
  'home.open.more': '全部议题',
  'home.open.empty': '眼下没有正在征集意见的议题',
  'home.open.empty.text': '新议题由各委员工作室的召集人提出，公开后会出现在这里。',
  'home.answers.title': '最近的答复',
  'home.answers.more': '更多答复',
  'home.answers.empty': '还没有公开的答复。承办单位答复后，会连同所答的问题一起出现在这里。',
  'home.outcomes.title': '商量出了什么',
  'home.outcomes.points': '{n} 条要点',
  'home.outcomes.empty': '还没有发布的协商成果。',
  'home.studios.title': '各街道的委员工作室',
  'home.studios.more': '全部工作室和工作站',
} as const
