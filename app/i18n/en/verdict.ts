import type { verdict as source } from '../zh-hans/verdict'

export const verdict: Record<keyof typeof source, string> = {
  'verdict.consensus': 'Consensus',
  'verdict.partialConsensus': 'Consensus in part',
  'verdict.noConsensus': 'No consensus',
}
