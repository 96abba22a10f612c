import type { DistrictSeed } from './types'

/** The fictional city of 云澜 with its districts, and the streets of 望川区. */
export const districts: readonly DistrictSeed[] = [
  { code: 'yunlan', name: '云澜市', level: 'city' },
  { code: 'wangchuan', name: '望川区', level: 'district', parent: 'yunlan' },
  { code: 'luming', name: '鹿鸣区', level: 'district', parent: 'yunlan' },
  { code: 'cangping', name: '沧屏区', level: 'district', parent: 'yunlan' },
  { code: 'wutongli', name: '梧桐里街道', level: 'street', parent: 'wangchuan' },
  { code: 'huaian', name: '槐安街道', level: 'street', parent: 'wangchuan' },
  { code: 'qinghe', name: '青禾街道', level: 'street', parent: 'wangchuan' },
  { code: 'huilan', name: '回澜街道', level: 'street', parent: 'wangchuan' },
  { code: 'nanyuanqiao', name: '南苑桥街道', level: 'street', parent: 'wangchuan' },
  { code: 'liudi', name: '柳堤街道', level: 'street', parent: 'wangchuan' },
  { code: 'kaifaqu', name: '经济技术开发区', level: 'street', parent: 'wangchuan' },
]
