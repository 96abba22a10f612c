import { askReopening } from '~/commands/ask-reopening.server'
import { decideReopening } from '~/commands/decide-reopening.server'
import { rateResponse } from '~/commands/rate-response.server'
import { reviewRatingText } from '~/commands/review-rating-text.server'
import type { Container } from '~/server/container.server'
import { momentToDate, officeMomentToDate } from './content/moments'
import type { RatingSeed } from './content/types'
import { moderatorsOf, named, scopeAt, type DemoCast, type DemoEvent } from './demo-cast.server'

const HOUR_MS = 60 * 60_000

/** A resident rates an answer; a moderator reads their words; whoever assigns decides what they ask for. */
export function ratingEvents(
  container: Container,
  cast: DemoCast,
  seed: RatingSeed,
  now: Date,
  responseId: () => string,
): DemoEvent[] {
  const at = momentToDate(seed, now)
  const rater = scopeAt(container, named(cast.people, seed.author), at)
  const rating = { id: '', version: 1 }
  const events: DemoEvent[] = [
    {
      at,
      run: async () => {
        const { ratingId } = await rateResponse(rater, {
          responseId: responseId(),
          version: 0,
          resolution: seed.resolution,
          attitude: seed.attitude,
          speed: seed.speed,
          reason: seed.cause ?? null,
          text: seed.reason ?? '',
        })
        rating.id = ratingId
      },
    },
  ]
  if (seed.reason && !seed.unread) {
    const readAt = new Date(Math.min(at.getTime() + HOUR_MS, now.getTime()))
    events.push({
      at: readAt,
      run: () =>
        reviewRatingText(scopeAt(container, moderatorsOf(cast)[0] ?? null, readAt), {
          ratingId: rating.id,
          version: rating.version,
          outcome: 'publish',
        }),
    })
  }
  const { reopening } = seed
  if (!reopening) return events
  let reopeningId = ''
  events.push({
    at,
    run: async () => {
      const asked = await askReopening(rater, {
        responseId: responseId(),
        reason: reopening.reason,
      })
      reopeningId = asked.reopeningId
    },
  })
  const { decided } = reopening
  if (decided) {
    // On a weekend offices decide on the Friday before, unless nobody had asked by then.
    const decidedAt = new Date(
      Math.max(officeMomentToDate(decided, now).getTime(), at.getTime() + HOUR_MS),
    )
    events.push({
      at: decidedAt,
      run: async () => {
        await decideReopening(scopeAt(container, named(cast.people, decided.by), decidedAt), {
          reopeningId,
          version: 1,
          outcome: decided.outcome,
          explanation: decided.explanation,
        })
      },
    })
  }
  return events
}
