export const request = {
  'request.longAddress': '网址太长，无法打开。请从首页重新进入。',
  'request.badAddress': '网址里有无法识别的字符，无法打开。请从首页重新进入。',
} as const
