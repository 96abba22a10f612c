import pino, { type Logger } from 'pino'

export type { Logger }

/** JSON lines on standard error; whatever could carry a secret or a person's data is cut. */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: undefined,
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
