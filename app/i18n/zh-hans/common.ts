export const common = {
  'common.siteName': '连心桥',
} as const
