import type { common as source } from '../zh-hans/common'

export const common: Record<keyof typeof source, string> = {
  'common.siteName': 'Lianxin',
}
