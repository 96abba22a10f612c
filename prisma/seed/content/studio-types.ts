import type { StudioTypeSeed } from './types'

export const studioTypes: readonly StudioTypeSeed[] = [
  { code: 'sector', name: '界别型', description: '以政协界别为依托，反映本界别群众的意见' },
  { code: 'area', name: '区域型', description: '设在街道、开发区或大型居住区，听身边人说身边事' },
  { code: 'field', name: '行业领域型', description: '围绕一个行业或专业领域，提供专业支持' },
  { code: 'theme', name: '专题型', description: '围绕一件阶段性的大事，持续协商到解决' },
  { code: 'network', name: '网络型', description: '主要在线上开展活动，联系不在一处的群众' },
]
