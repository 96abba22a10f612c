/** How long a code in a text message is good for. */
export const PHONE_CODE_MINUTES = 10

/** How often a code may be typed wrongly: 5 guesses at one of a million. */
export const PHONE_CODE_ATTEMPTS = 5
