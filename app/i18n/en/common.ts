import type { common as source } from '../zh-hans/common'

export const common: Record<keyof typeof source, string> = {
  'common.siteName': 'Lianxin',
  'common.toHome': 'To the home page',
  'common.requestId': 'If you contact us, please give this number: {id}',
}
