import { AppError } from '~/domain/errors'
import { reviewFilter } from '~/domain/moderation/review-filter'
import { reviewView } from '~/domain/moderation/review-view'
import { moderators } from '~/policies/moderation'
import { countNewInQueue } from '~/queries/count-review-queue.server'
import { guardedLoader } from '~/server/http/guard.server'
import { eventStream } from '~/server/live/event-stream.server'

/**
 * How much has come into a view since a page of it was made, told whenever something in the queue changes. The page
 * asks anew when its reader is there: a stream that came back by itself would keep an idle session open.
 */
export const loader = guardedLoader(moderators, ({ scope, url, request }) => {
  const query = url.searchParams
  const since = new Date(query.get('since') ?? '')
  if (Number.isNaN(since.getTime())) throw new AppError('invalidInput', {}, { detail: 'since' })
  const view = reviewView(query.get('view'))
  const filter = reviewFilter((field) => query.get(field))
  return eventStream(scope.container, request.signal, async () => {
    const n = await countNewInQueue(scope, { view, filter, since })
    return { event: 'news', data: String(n) }
  })
})
