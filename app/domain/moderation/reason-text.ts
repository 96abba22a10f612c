/** The longest reason or request to an author, in characters (code points). */
export const REASON_MAX_CHARACTERS = 500

/** The longest remark to colleagues, in characters (code points). */
export const NOTE_MAX_CHARACTERS = 200

/** Whether a text has the form of a reason's code: what has not is in no list, and is not looked up. */
export function isReasonCode(text: string): boolean {
  return /^[a-z][a-z0-9-]{1,39}$/.test(text)
}
