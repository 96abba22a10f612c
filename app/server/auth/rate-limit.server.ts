import { AppError } from '~/domain/errors'
import type { Scope } from '../scope.server'

export interface RateLimit {
  /** Names what is counted: `comment`, `sign-in`. */
  name: string
  limit: number
  windowSeconds: number
}

/**
 * Counts an attempt and throws tooManyRequests past the limit. Counted in the database, so that it
 * holds across processes, in a statement of its own, so that a rollback does not forget it. `subject`
 * is a person's id or the address key.
 */
export async function limitRate(scope: Scope, rate: RateLimit, subject: string): Promise<void> {
  const windowMs = rate.windowSeconds * 1000
  const startsAt = new Date(Math.floor(scope.now.getTime() / windowMs) * windowMs)
  const [row] = await scope.db.$queryRaw<[{ count: number }]>`
    INSERT INTO "rate_windows" ("key", "startsAt", "count") VALUES (${`${rate.name}:${subject}`}, ${startsAt}, 1)
    ON CONFLICT ("key", "startsAt") DO UPDATE SET "count" = "rate_windows"."count" + 1
    RETURNING "count"`
  if (row.count <= rate.limit * scope.container.env.RATE_LIMIT_FACTOR) return
  const retryAfterSeconds = Math.ceil((startsAt.getTime() + windowMs - scope.now.getTime()) / 1000)
  throw new AppError('tooManyRequests', { retryAfterSeconds }, { detail: rate.name })
}
