/** A comment's stance on the topic: 支持, 有条件支持, 中立, 反对. Never a reason to reject. */
export const STANCES = ['support', 'conditional', 'neutral', 'oppose'] as const

export type Stance = (typeof STANCES)[number]

/** The type of expression: 意见, 建议, 咨询, 求助. */
export const COMMENT_KINDS = ['opinion', 'suggestion', 'inquiry', 'help'] as const

export type CommentKind = (typeof COMMENT_KINDS)[number]

/** Where a revision, and by its current revision a comment, stands. */
export const REVIEW_STATUSES = [
  'pending',
  'published',
  'hidden',
  'rejected',
  'returned',
  'withdrawn',
  'superseded',
] as const

export type ReviewStatus = (typeof REVIEW_STATUSES)[number]

/** The longest comment, in characters (code points) after normalisation. */
export const COMMENT_MAX_CHARACTERS = 2000
