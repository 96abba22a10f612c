/** Light of the page: day, night, or as the reader's system has it. */
export const THEMES = ['day', 'night', 'auto'] as const

export type Theme = (typeof THEMES)[number]

/** How this reader reads: the root element carries it as `data-theme` and `data-elder`. */
export interface ReadingMode {
  theme: Theme
  /** 长辈版: larger type, more space, high contrast. */
  elder: boolean
}
