export const stance = {
  'stance.support': '支持',
  'stance.conditional': '有条件支持',
  'stance.neutral': '中立',
  'stance.oppose': '反对',
} as const
