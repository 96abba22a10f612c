import type { theme as source } from '../zh-hans/theme'

export const theme: Record<keyof typeof source, string> = {
  'theme.day': 'Day',
  'theme.night': 'Night',
  'theme.auto': 'As the system',
  'theme.elder.on': 'Large type',
  'theme.elder.off': 'Standard type',
}
