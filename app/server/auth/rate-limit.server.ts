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
  await limitRates(scope, [{ rate, subject }])
}

/** Counts an attempt against several limits in one statement, and throws for the first that is passed. */
export async function limitRates(
  scope: Scope,
  limits: ReadonlyArray<{ rate: RateLimit; subject: string }>,
): Promise<void> {
  const nowMs = scope.now.getTime()
  const windows = limits.map(({ rate, subject }) => {
    const windowMs = rate.windowSeconds * 1000
    const startsMs = Math.floor(nowMs / windowMs) * windowMs
    return { rate, key: `${rate.name}:${subject}`, startsMs, endsMs: startsMs + windowMs }
  })
  const { rows } = await scope.container.database.query<{ key: string; count: number }>(COUNT, [
    windows.map(({ key }) => key),
    windows.map(({ startsMs }) => new Date(startsMs).toISOString()),
  ])
  const counts = new Map(rows.map(({ key, count }) => [key, count]))
  for (const { rate, key, endsMs } of windows) {
    if ((counts.get(key) ?? 0) <= rate.limit * scope.container.env.RATE_LIMIT_FACTOR) continue
    const retryAfterSeconds = Math.ceil((endsMs - nowMs) / 1000)
    throw new AppError('tooManyRequests', { retryAfterSeconds }, { detail: rate.name })
  }
}

// In one order for everybody, so that two attempts never wait for one another's second row. Nobody waits for
// the disk: what a crash forgets of these counts is forgiven.
const COUNT = `
  WITH "soon" AS (SELECT set_config('synchronous_commit', 'off', true))
  INSERT INTO "rate_windows" AS w ("key", "startsAt", "count")
  SELECT l."key", l."startsAt", 1
    FROM "soon", unnest($1::text[], $2::timestamptz[]) AS l("key", "startsAt")
   ORDER BY l."key"
  ON CONFLICT ("key", "startsAt") DO UPDATE SET "count" = w."count" + 1
  RETURNING "key", "count"`
