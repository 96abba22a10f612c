import type { voice as source } from '../zh-hans/voice'

export const voice: Record<keyof typeof source, string> = {
  'voice.resident': 'Resident',
  'voice.member': 'Member',
  'voice.expert': 'Expert',
  'voice.official': 'Department',
  'voice.convener': 'Convener',
  'voice.onSite': 'Entered on site',
  'voice.mark.member': 'M',
  'voice.mark.expert': 'E',
  'voice.mark.official': 'A',
  'voice.mark.convener': 'C',
  'voice.mark.onSite': 'S',
}
