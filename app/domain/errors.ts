/**
 * What can go wrong on purpose. A code has an HTTP status here and a public text in the catalogues
 * (`error.<code>.title`, `error.<code>.text`); what only the log may know travels in `detail` and
 * `cause`.
 */
export const ERROR_CODES = [
  /** There is nothing at this address, or nothing this reader may know of. */
  'notFound',
  /** Signed in, but without the right. */
  'forbidden',
  'signInRequired',
  /** Staff who have not shown their second factor in this session. */
  'secondFactorRequired',
  /** 后台实名: the account has no confirmed telephone number yet. */
  'verificationRequired',
  /** A sanction is in force; the params name its `step`, its `sanction` and, where it ends, `until` (ISO). */
  'sanctioned',
  /** Someone else was faster: the version this was decided on is no longer the present one. */
  'conflict',
  /** A page address whose cursor was changed by hand or cut off. */
  'invalidCursor',
  'invalidInput',
  /** Screening takes in no such text; the params name the rule. */
  'textRefused',
  'tooLarge',
  'tooManyRequests',
  /** An unsafe request that another site sent, by Origin or Sec-Fetch-Site. */
  'crossSite',
  /** A form from another session or an older state of the page: its token no longer holds. */
  'stalePage',
  'databaseAway',
  /** Something this needs does not answer, such as the gateway for text messages. */
  'unavailable',
  'internal',
  /** What was here has been withdrawn; its place stays. */
  'goneWithdrawn',
  /** The topic takes in nothing at present. */
  'readOnly',
  'methodNotAllowed',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** The HTTP status of each code. */
export const ERROR_STATUS = {
  notFound: 404,
  forbidden: 403,
  signInRequired: 401,
  secondFactorRequired: 401,
  verificationRequired: 403,
  sanctioned: 403,
  conflict: 409,
  invalidCursor: 400,
  invalidInput: 400,
  textRefused: 422,
  tooLarge: 413,
  tooManyRequests: 429,
  crossSite: 403,
  stalePage: 409,
  databaseAway: 503,
  unavailable: 503,
  internal: 500,
  goneWithdrawn: 410,
  readOnly: 403,
  methodNotAllowed: 405,
} as const satisfies Record<ErrorCode, number>

/** What a page may show of an error besides its text. Public: nothing the log alone should know. */
export type ErrorParams = Readonly<Record<string, string | number>>

/** An error with a public face. Whatever else is thrown is answered as `internal`. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly params: ErrorParams

  /**
   * @param params public facts, for example who was faster
   * @param options.detail for the log only
   * @param options.cause the error behind this one, for the log only
   */
  constructor(
    code: ErrorCode,
    params: ErrorParams = {},
    options: { detail?: string; cause?: unknown } = {},
  ) {
    const message = options.detail === undefined ? code : `${code}: ${options.detail}`
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.params = params
  }

  /** The HTTP status to answer with. */
  get status(): number {
    return ERROR_STATUS[this.code]
  }
}

/**
 * Whether something thrown is an AppError. By name, not by class: the server and Remix's build each
 * bundle this file.
 */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error
}
