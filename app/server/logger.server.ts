import pino, { type Logger } from 'pino'

export type { Logger }

/** JSON lines on standard error; whatever could carry a secret or a person's data is cut. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
      serializers: { err: describeError, cause: describeError },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          '*.password',
          '*.code',
          '*.phone',
          '*.secret',
          'headers.cookie',
          'headers.authorization',
        ],
        censor: '[cut]',
      },
    },
    pino.destination({ dest: 2, sync: false, minLength: level === 'debug' ? 0 : 4096 }),
  )
}

/** What a log needs of an error: drivers hang whole connections on theirs. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? { kind: String(error.code) } : {}
  return { type: error.name, ...code, message: error.message, stack: error.stack }
}
