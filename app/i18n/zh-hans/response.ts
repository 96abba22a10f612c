/** The official response as the public reads it, and what authors are told. */
export const response = {
  'response.result.label': '办理结果',
  'response.result.resolved': '已解决',
  'response.result.resolving': '正在解决',
  'response.result.planned': '列入规划',
  'response.result.reference': '留作参考',
  'response.result.withLetter': '{letter} 类 · {result}',
  'response.answered.label': '回应的意见',
  'response.answered.more': '等 {n} 条',
  'response.part.lead': '主办',
  'response.part.joint': '会办',
  'response.part.parallel': '分办',
  'response.text.answered':
    '【连心桥】您在议题“{title}”下的意见已有答复：{department}已公开答复。查看答复：{link}',
} as const
