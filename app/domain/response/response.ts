/** How a department takes part in an assignment: 主办 leads, 会办 joins in the lead's answer, 分办 answers apart. */
export const PARTS = ['lead', 'joint', 'parallel'] as const

export type Part = (typeof PARTS)[number]

/** Where the work on an official response stands: being drafted, handed to 审签, signed for a time to come, published. */
export const RESPONSE_STATUSES = ['drafting', 'awaitingSignOff', 'scheduled', 'published'] as const

export type ResponseStatus = (typeof RESPONSE_STATUSES)[number]

/** What the department declares to have come of it, filed under the letters A to D. */
export const DECLARED_RESULTS = ['resolved', 'resolving', 'planned', 'reference'] as const

export type DeclaredResult = (typeof DECLARED_RESULTS)[number]

/** The letter a result is filed under: A 已解决, B 正在解决, C 列入规划, D 留作参考. */
export const RESULT_LETTERS = {
  resolved: 'A',
  resolving: 'B',
  planned: 'C',
  reference: 'D',
} as const satisfies Record<DeclaredResult, string>

/** The longest response, in characters (code points). */
export const RESPONSE_MAX_CHARACTERS = 8000

/** The longest remark of a signer who sends a draft back, and the longest note on an assignment. */
export const REMARK_MAX_CHARACTERS = 500

/** The longest contribution of a 会办 department, and the longest template or passage. */
export const CONTRIBUTION_MAX_CHARACTERS = 4000

/** What a department keeps to write with: whole answers to begin with, and passages to put in. */
export const PASSAGE_KINDS = ['template', 'passage'] as const

export type PassageKind = (typeof PASSAGE_KINDS)[number]

/** What a draft answers at most: an answer to more comments than that answers none in particular. */
export const MAX_ANSWERED_COMMENTS = 200

/** 文号 as offices write it: `区城市管理委答〔2026〕12号`. */
export function fileReference(file: { mark: string; year: number; number: number }): string {
  return `${file.mark}〔${file.year}〕${file.number}号`
}
