/** 协商成果: the outcome summary and its editor. */
export const summary = {
  'summary.text.cited':
    '【连心桥】议题“{title}”的协商成果已经发布，其中引用了您的意见。查看：{link}',
  'summary.missing.noIntroduction': '还没有写引言。',
  'summary.missing.noPoints': '还没有任何要点，请至少写一条。',
  'summary.missing.pointWithoutText': '第 {n} 条要点还没有写内容。',
  'summary.missing.pointWithoutCitation':
    '第 {n} 条要点还没有引用意见，请至少引用一条已发布的意见。',
  'summary.missing.pointCitesOnlyWithdrawn':
    '第 {n} 条要点引用的意见都已撤回，请再引用一条仍在公开的意见。',
  'summary.point.consensus': '共识',
  'summary.point.suggestion': '建议',
  'summary.point.dissent': '保留意见',
} as const
