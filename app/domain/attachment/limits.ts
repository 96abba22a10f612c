/** What may be attached, in one place. */

const MEGABYTE = 1024 * 1024

export const MAX_FILE_MEGABYTES = 10
export const MAX_FILE_BYTES = MAX_FILE_MEGABYTES * MEGABYTE

export const MAX_FILES_PER_COMMENT = 4
export const MAX_FILES_PER_RESPONSE = 8

/** Files in one form; and all of its fields besides them. */
export const MAX_FILES_PER_FORM = 4
export const MAX_FORM_BYTES = 256 * 1024

/**
 * What is received of a form with files. More than they may have together: who chose a video is told so beside its field,
 * for which its form has to arrive. What is too large is read past, not kept.
 */
export const MAX_UPLOAD_BYTES = 128 * MEGABYTE

/** An image is stored no larger than this along its longer side; the small one no larger than that. */
export const MAX_IMAGE_SIDE = 2560
export const MAX_THUMBNAIL_SIDE = 480

/** More pixels than any telephone's camera takes; a file of a few bytes can claim any number. */
export const MAX_PIXELS = 60_000_000
export const MAX_PIXELS_A_SIDE = 20_000

export const MAX_ALT_CHARACTERS = 200
export const MAX_NAME_CHARACTERS = 120
