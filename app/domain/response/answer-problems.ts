/** What a draft lacks before it can be signed, in the parameter `problem` of the error. */
export type SubmitProblem =
  /** No result is declared. */
  | 'noResult'
  /** A 会办 department has not finished its paragraphs, and nobody has said to go on without. */
  | 'unfinished'
  /** A correction says what it changes, and changes something. */
  | 'noChangeNote'
  | 'nothingChanged'

/** Why an answer is not published with its promises: a sentence is no longer in it, or a day has passed. */
export type PromisesProblem = 'promiseNotInDraft' | 'promisePast'
