import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { approveMasked } from '~/commands/approve-masked.server'
import { escalateTask } from '~/commands/escalate-task.server'
import { forwardComment } from '~/commands/forward-comment.server'
import { leaseTask } from '~/commands/lease-task.server'
import { approveComment } from '~/commands/approve-comment.server'
import type { ReviewedText as SeenText } from '~/commands/write-decision.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { returnComment } from '~/commands/return-comment.server'
import { pageMeta } from '~/components/layout/page-meta'
import { BulkForm } from '~/components/moderation/bulk-form'
import { REVIEW_DEEDS, type ReviewDeed } from '~/components/moderation/decision-forms'
import {
  DidNotice,
  DoneNotice,
  type DecisionConflict,
} from '~/components/moderation/decision-notices'
import { ItemColumn, type RefusedDecision } from '~/components/moderation/item-column'
import { ModerationWays } from '~/components/moderation/moderation-ways'
import { QueueKeys } from '~/components/moderation/queue-keys'
import { QueueList } from '~/components/moderation/queue-list'
import { ReviewColumns } from '~/components/moderation/review-columns'
import { ReviewContext } from '~/components/moderation/review-context'
import { QueueFilters } from '~/components/moderation/queue-filters'
import { QueueNews } from '~/components/moderation/queue-news'
import { SkipTargets } from '~/components/moderation/skip-targets'
import { UsualWaitWords } from '~/components/receipt/usual-wait-words'
import { LinkTabs } from '~/components/ui/link-tabs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { AppError, isAppError } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { isFiltered, reviewFilter } from '~/domain/moderation/review-filter'
import { REVIEW_VIEWS, reviewView, taskKindOf } from '~/domain/moderation/review-view'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import {
  escalateSchema,
  forwardSchema,
  maskSchema,
  reasonTextField,
  rejectSchema,
  returnSchema,
  reviewedTextSchema,
} from '~/forms/review'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { canKeepScreening } from '~/policies/screening'
import { isSeniorReviewer, moderators } from '~/policies/moderation'
import { countReviewQueue } from '~/queries/count-review-queue.server'
import { getNextReview } from '~/queries/get-next-review.server'
import { getOwnDecision } from '~/queries/get-own-decision.server'
import { getQueueCounts } from '~/queries/get-queue-counts.server'
import { getQueueRecount } from '~/queries/get-queue-recount.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { getSecondLook } from '~/queries/get-second-look.server'
import { countContested } from '~/queries/list-contested.server'
import { hasAnotherReviewer } from '~/queries/has-another-reviewer.server'
import { getUsualWait } from '~/queries/get-usual-wait.server'
import { listForwardDepartments } from '~/queries/list-forward-departments.server'
import { listRejectionReasons } from '~/queries/list-rejection-reasons.server'
import { listReviewChoices } from '~/queries/list-review-choices.server'
import { listReviewQueue, type ReviewEntry } from '~/queries/list-review-queue.server'
import { countSanctions } from '~/queries/list-sanctions.server'
import { countWaitingRatings } from '~/queries/list-waiting-ratings.server'
import { listSavedFilters } from '~/queries/list-saved-filters.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

export const handle = { wide: true }

export const meta = pageMeta((t) => ({ title: t('moderation.title'), unlisted: true }))

/** What the page says of itself. */
const DID = [
  'filterSaved',
  'filterRemoved',
  'filterTooMany',
  'filterUnnamed',
  'undone',
  'undoLate',
  'escalated',
  'secondLooked',
  'paused',
  'resumed',
  'veiled',
  'unveiled',
] as const

function placeOf(url: URL) {
  const query = url.searchParams
  return {
    view: reviewView(query.get('view')),
    filter: reviewFilter((field) => query.get(field)),
    after: query.get('after') || undefined,
    item: query.get('item') || undefined,
  }
}

export const loader = guardedLoader(moderators, async ({ scope, url }) => {
  const { view, filter, after, item: named } = placeOf(url)
  const kind = taskKindOf(view) ?? undefined
  const done = url.searchParams.get('done')
  const [
    queue,
    counts,
    found,
    choices,
    saved,
    recount,
    reasons,
    departments,
    usualWait,
    ratings,
    ownDecision,
  ] = await Promise.all([
    listReviewQueue(scope, { view, filter, after }),
    getQueueCounts(scope),
    isFiltered(filter) ? countReviewQueue(scope, { view, filter }) : null,
    listReviewChoices(scope, kind, filter),
    listSavedFilters(scope),
    getQueueRecount(scope),
    listRejectionReasons(scope),
    listForwardDepartments(scope),
    getUsualWait(scope),
    countWaitingRatings(scope),
    done ? getOwnDecision(scope, done) : null,
  ])
  // Without a name the first that the viewer may decide on is there already, where there is room for it.
  // An appeal has a page of its own: what was decided is hidden there at first.
  const first = view === 'appeal' ? undefined : (queue.entries.find(isFree) ?? queue.entries[0])
  const chosen = named ?? first?.commentId
  const item = chosen
    ? await (view === 'secondLook'
        ? getSecondLook(scope, chosen)
        : getReviewItem(scope, chosen, kind))
    : null
  // Whoever has an item before them has it for a while; the others see whose it is.
  if (item?.open && item.task && item.recusal === null) {
    await leaseTask(scope, { taskId: item.task.id })
  }
  const nextId =
    item && !item.open
      ? await getNextReview(scope, { kind, filter, afterRevisionId: item.revision.id })
      : null
  const page = {
    view,
    filter,
    after: after ?? null,
    did: DID.find((did) => did === url.searchParams.get('did')) ?? null,
    named: named !== undefined,
    now: scope.now,
    queue,
    counts,
    found,
    choices,
    saved,
    reasons,
    departments,
    recount,
    usualWait,
    done: ownDecision,
    item,
    nextId,
    waitsForAnother:
      (view === 'secondLook' || view === 'appeal') && (await waitsForAnother(scope, queue.entries)),
    ways: {
      ratings,
      screening: canKeepScreening(scope.viewer),
      contested: isSeniorReviewer(scope.viewer) ? await countContested(scope) : null,
      sanctions: isSeniorReviewer(scope.viewer) ? (await countSanctions(scope)).proposed : null,
    },
  }
  return data(page, { status: named && !item ? 404 : 200 })
})

function isFree({ recusal, task }: ReviewEntry): boolean {
  return recusal === null && (!task?.lease || task.lease.mine)
}

/** Second looks and appeals that only the first moderator could take, as nobody else is on duty. */
async function waitsForAnother(scope: Scope, entries: readonly ReviewEntry[]): Promise<boolean> {
  const onlyOwn = entries.length > 0 && entries.every(({ recusal }) => recusal === 'first')
  return onlyOwn && !(await hasAnotherReviewer(scope, scope.viewer?.personId ?? ''))
}

export const action = guardedAction(moderators, async ({ scope, form, url }) => {
  const { view, filter, after } = placeOf(url)
  const seen = reviewedTextSchema.safeParse(form.toObject())
  if (!seen.success) throw new AppError('invalidInput', {}, { detail: 'no text was named' })
  const outcome = deedOf(form.get('outcome'))
  const values = Object.fromEntries(
    Object.entries(form.toObject()).filter(([name]) => name !== 'csrf'),
  )
  try {
    const refused = await decide(scope, outcome, seen.data, values)
    if (refused) {
      return data<RefusedDecision>({ returned: { outcome, form: refused } }, { status: 422 })
    }
  } catch (error) {
    if (!isAppError(error) || error.code !== 'conflict') throw error
    const { what, who, at, mine, reason, reasonText } = error.params
    const conflict = {
      what: what as DecisionConflict['what'],
      who: String(who),
      at: String(at),
      mine: mine === 1,
      reason: String(reason ?? ''),
      reasonText: String(reasonText ?? ''),
      typed: typedWords(outcome, values),
    }
    return data<RefusedDecision>(
      { conflict, returned: { outcome, form: { values, errors: {} } } },
      { status: 409 },
    )
  }
  const kind = taskKindOf(view)
  const next =
    kind && kind !== 'appeal'
      ? await getNextReview(scope, { kind, filter, afterRevisionId: seen.data.revisionId })
      : null
  const did =
    outcome === 'escalate' ? 'escalated' : seen.data.secondLookId ? 'secondLooked' : undefined
  if (did) return redirect(paths.moderation({ view, ...filter, after, item: next, did }), 303)
  const done = seen.data.commentId
  return redirect(paths.moderation({ view, ...filter, after, item: next, done }), 303)
})

function deedOf(name: string | undefined): ReviewDeed {
  const deed = REVIEW_DEEDS.find((each) => each === name)
  if (deed) return deed
  throw new AppError('invalidInput', {}, { detail: 'no such decision' })
}

/** Carries the decision out; a form with mistakes is given back. */
async function decide(
  scope: Scope,
  outcome: ReviewDeed,
  text: SeenText,
  values: Record<string, string>,
): Promise<FormState | null> {
  switch (outcome) {
    case 'approve':
      await approveComment(scope, text)
      return null
    case 'mask': {
      const parsed = parseForm(maskSchema, values)
      if (!parsed.ok) return parsed.state
      try {
        await approveMasked(scope, { ...text, phrases: parsed.data.hide })
        return null
      } catch (error) {
        if (!isAppError(error) || error.params['field'] !== 'hide') throw error
        const phrase = error.params['missing']
        return refusedForm(values, 'hide', {
          key: phrase ? 'moderation.mask.nowhere' : 'moderation.mask.tooMany',
          params: { phrase: String(phrase) },
        })
      }
    }
    case 'forward': {
      const parsed = parseForm(forwardSchema, values)
      if (!parsed.ok) return parsed.state
      try {
        await forwardComment(scope, { ...text, ...parsed.data })
        return null
      } catch (error) {
        if (!isAppError(error) || error.params['field'] !== 'departmentId') throw error
        return refusedForm(values, 'departmentId', { key: 'moderation.forward.departmentGone' })
      }
    }
    case 'escalate': {
      const parsed = parseForm(escalateSchema, values)
      if (!parsed.ok) return parsed.state
      await escalateTask(scope, { ...text, ...parsed.data })
      return null
    }
    case 'return': {
      const parsed = parseForm(returnSchema, values)
      if (!parsed.ok) return parsed.state
      await returnComment(scope, { ...text, ...parsed.data })
      return null
    }
    case 'reject': {
      const chosen = values['reason'] ?? ''
      // Where no reason is chosen there are no words to ask for yet.
      const reasonText = chosen ? (values[reasonTextField(chosen)] ?? '') : '-'
      const parsed = parseForm(rejectSchema, { ...values, reasonText })
      if (!parsed.ok) return parsed.state
      const { reason: reasonCode, ...words } = parsed.data
      try {
        await rejectComment(scope, { ...text, reasonCode, ...words })
        return null
      } catch (error) {
        if (!isAppError(error) || error.params['field'] !== 'reasonCode') throw error
        return refusedForm(values, 'reason', { key: 'moderation.reject.unknown' })
      }
    }
  }
}

/** What somebody wrote for a decision, to be shown again where its form is gone. */
function typedWords(outcome: ReviewDeed, values: Record<string, string>): string {
  if (outcome === 'approve') return ''
  const field = {
    mask: 'hide',
    return: 'request',
    reject: reasonTextField(values['reason'] ?? ''),
    forward: 'words',
    escalate: 'seniorNote',
  }[outcome]
  const words = values[field]
  return [words, values['note']].filter(Boolean).join('\n\n')
}

export default function Queue() {
  const page = useLoaderData<typeof loader>()
  const refused: RefusedDecision | undefined = useActionData<typeof action>()
  const { t, language } = useTranslate()
  const { view, filter, after, queue, item, named } = page
  const place = { view, ...filter, after }
  const firstHref = paths.moderation({ ...place, after: null })
  const done = page.done && !refused && <DoneNotice done={page.done} />
  const showsItem = named && item !== null
  return (
    <ReviewColumns
      shown={showsItem ? 'item' : 'list'}
      heading={
        <>
          <PageHeading title={t('moderation.title')} />
          <QueueKeys />
          <ModerationWays open={page.ways} />
        </>
      }
      head={
        <>
          <p>
            <UsualWaitWords usual={page.usualWait} />{' '}
            {page.recount &&
              t(page.recount.drift === 0 ? 'moderation.recount.true' : 'moderation.recount.drift', {
                at: formatDateTime(page.recount.at, language),
                n: page.recount.drift,
              })}
          </p>
          <SkipTargets hasItem={item !== null} decides={item?.open ?? false} />
          {!showsItem && done}
          {page.did && <DidNotice words={t(`moderation.did.${page.did}`)} />}
          {named && !item && (
            <Notice kind="warning" title={t('moderation.missing.title')}>
              <p>{t('moderation.missing.text')}</p>
            </Notice>
          )}
          <LinkTabs
            label={t('moderation.view.label')}
            tabs={REVIEW_VIEWS.map((each) => ({
              href: paths.moderation({ view: each, ...filter }),
              label: t(`moderation.view.${each}`),
              count: each === 'mine' ? undefined : page.counts[each],
              current: each === view,
            }))}
          />
        </>
      }
      list={
        <section aria-labelledby="list-title">
          <h2 id="list-title" className="visually-hidden">
            {t('moderation.list.title')}
          </h2>
          <QueueFilters
            view={view}
            filter={filter}
            choices={page.choices}
            saved={page.saved}
            found={page.found}
            plainHref={paths.moderation({ view })}
          />
          {page.waitsForAnother && (
            <Notice kind="info" title={t('secondLook.waits.title')}>
              <p>{t(view === 'appeal' ? 'appeal.waits.text' : 'secondLook.waits.text')}</p>
            </Notice>
          )}
          {taskKindOf(view) && (
            <QueueNews
              eventsHref={paths.moderationEvents({
                view,
                since: page.now.toISOString(),
                ...filter,
              })}
              href={paths.moderation({ view, ...filter })}
            />
          )}
          {view === 'pending' && queue.entries.length > 0 && (
            <BulkForm reasons={page.reasons} back={paths.moderation(place)} />
          )}
          <QueueList
            view={view}
            filtered={isFiltered(filter)}
            tickable={view === 'pending'}
            entries={queue.entries}
            now={page.now}
            currentId={item?.id ?? null}
            hrefOf={(id) =>
              view === 'appeal'
                ? paths.moderationAppeal(id)
                : paths.moderation({ ...place, item: id })
            }
            firstHref={after ? firstHref : null}
          />
          <Pager
            newerHref={after && queue.entries.length > 0 ? firstHref : null}
            newerLabel={t('moderation.list.first')}
            olderHref={queue.nextAfter && paths.moderation({ ...place, after: queue.nextAfter })}
            olderLabel={t('moderation.list.next')}
          />
        </section>
      }
      item={
        item ? (
          <ItemColumn
            item={item}
            now={page.now}
            reasons={page.reasons}
            departments={page.departments}
            action={paths.moderation({ ...place, item: item.id })}
            backHref={paths.moderation(place)}
            nextHref={page.nextId && paths.moderation({ ...place, item: page.nextId })}
            notice={showsItem && done}
            refused={refused}
          />
        ) : (
          view === 'appeal' && queue.entries.length > 0 && <p>{t('appeal.choose')}</p>
        )
      }
      context={item && <ReviewContext item={item} now={page.now} place={place} />}
    />
  )
}
