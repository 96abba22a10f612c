export const kind = {
  'kind.opinion': '意见',
  'kind.suggestion': '建议',
  'kind.inquiry': '咨询',
  'kind.help': '求助',
} as const
