/** Why a file is not taken. Each has words beside the field (`attachment.problem.<problem>`). */
export const FILE_PROBLEMS = [
  'tooLarge',
  'tooMany',
  'empty',
  /** Neither an image nor a document of the kinds that are taken. */
  'unknownType',
  /** HEIC, which the server cannot read. */
  'heic',
  /** It begins like a file of its kind and cannot be read as one. */
  'broken',
  'tooManyPixels',
  'macros',
  'infected',
  /** A description of an image that is too long. */
  'altTooLong',
] as const

export type FileProblem = (typeof FILE_PROBLEMS)[number]

/** A file of a form that is not taken. */
export interface RefusedFile {
  /** The field of the form that it came in. */
  field: string
  problem: FileProblem
}
