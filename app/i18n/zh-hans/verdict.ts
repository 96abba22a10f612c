export const verdict = {
  'verdict.consensus': '达成共识',
  'verdict.partialConsensus': '部分达成共识',
  'verdict.noConsensus': '未达成共识',
} as const
