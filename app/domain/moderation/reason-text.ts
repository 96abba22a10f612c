/** The longest reason or request to an author, in characters (code points). */
export const REASON_MAX_CHARACTERS = 500

/** The longest remark to colleagues, in characters (code points). */
export const NOTE_MAX_CHARACTERS = 200
