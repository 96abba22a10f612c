export const voice = {
  'voice.resident': '居民',
  'voice.member': '委员',
  'voice.expert': '专家',
  'voice.official': '承办单位',
  'voice.convener': '召集人',
  'voice.onSite': '现场录入',
  'voice.mark.member': '委',
  'voice.mark.expert': '专',
  'voice.mark.official': '答',
  'voice.mark.convener': '召',
  'voice.mark.onSite': '录',
} as const
