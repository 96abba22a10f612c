export const theme = {
  'theme.day': '日间',
  'theme.night': '夜间',
  'theme.auto': '随系统',
  'theme.elder.on': '长辈版',
  'theme.elder.off': '标准版',
} as const
