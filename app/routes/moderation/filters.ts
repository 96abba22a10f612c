import { redirect } from '@remix-run/node'
import { removeFilter, saveFilter } from '~/commands/save-filter.server'
import { isAppError } from '~/domain/errors'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** Keeps or forgets a filter of the queue, and leads back to it. */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  const remove = form.get('remove')
  if (remove !== undefined) {
    await removeFilter(scope, remove)
    return redirect(paths.moderation({ did: 'filterRemoved' }), 303)
  }
  const query = form.get('query') ?? ''
  const back = (did: string) =>
    redirect(`${paths.moderationSaved(query)}&${new URLSearchParams({ did })}`, 303)
  try {
    await saveFilter(scope, { name: form.get('name') ?? '', query })
    return back('filterSaved')
  } catch (error) {
    if (!isAppError(error) || error.params['field'] !== 'name') throw error
    return back(error.params['problem'] === 'tooMany' ? 'filterTooMany' : 'filterUnnamed')
  }
})

// A page, so that a form that arrives without its session leads to the page for signing in.
export default function Page() {
  return null
}
