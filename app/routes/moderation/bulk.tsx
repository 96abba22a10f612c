import { data, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import type { z } from 'zod'
import { decideMany, TOGETHER_MAX, type ManyVerdict } from '~/commands/decide-many.server'
import { pageMeta } from '~/components/layout/page-meta'
import { BulkOutcome } from '~/components/moderation/bulk-outcome'
import { AppError, isAppError } from '~/domain/errors'
import { bulkSchema } from '~/forms/review'
import { paths } from '~/paths'
import { moderators } from '~/policies/moderation'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import { localPath } from '~/server/http/local-path'

export const meta = pageMeta((t) => ({ title: t('moderation.bulk.title'), unlisted: true }))

// After an action the loader runs, too: only who comes by the address is led on.
export const loader = guardedLoader(moderators, ({ context }) =>
  context.acted ? null : redirect(paths.moderation()),
)

/** One decision for the entries that were ticked in the queue. */
export const action = guardedAction(moderators, async ({ scope, form }) => {
  const parsed = bulkSchema.safeParse({ ...form.toObject(), text: form.getAll('text') })
  if (!parsed.success) throw new AppError('invalidInput', {}, { detail: 'no such texts' })
  const { text: texts, outcome } = parsed.data
  const back = localPath(form.get('back') ?? paths.moderation())
  if (texts.length === 0) return data({ back, problem: 'none' as const }, { status: 422 })
  if (texts.length > TOGETHER_MAX) {
    return data({ back, problem: 'tooMany' as const }, { status: 422 })
  }
  const verdict = verdictOf(parsed.data)
  try {
    const done = await decideMany(scope, { texts, verdict })
    return data({ back, outcome, ...done })
  } catch (error) {
    if (!isAppError(error) || error.code !== 'invalidInput') throw error
    return data({ back, problem: 'reason' as const }, { status: 422 })
  }
})

function verdictOf(form: z.infer<typeof bulkSchema>): ManyVerdict {
  const { outcome, reason, reasonText, sameAsId } = form
  if (outcome === 'approve') return { outcome }
  if (outcome === 'reject') return { outcome, reasonCode: reason, reasonText }
  if (!sameAsId) throw new AppError('invalidInput', {}, { detail: 'nothing to join' })
  return { outcome, sameAsId }
}

export default function Bulk() {
  const done = useActionData<typeof action>()
  return done ? <BulkOutcome done={done} /> : null
}
