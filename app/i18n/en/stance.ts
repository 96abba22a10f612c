import type { stance as source } from '../zh-hans/stance'

export const stance: Record<keyof typeof source, string> = {
  'stance.support': 'In favour',
  'stance.conditional': 'In favour, with conditions',
  'stance.neutral': 'Neutral',
  'stance.oppose': 'Against',
}
