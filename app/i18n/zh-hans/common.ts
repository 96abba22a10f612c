export const common = {
  'common.siteName': '连心桥',
  'common.toHome': '回到首页',
  'common.requestId': '如需联系我们，请告知编号：{id}',
} as const
