import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AssignedList } from '~/components/desk/assigned-list'
import { BelowHeading } from '~/components/desk/below-heading'
import { DeskList } from '~/components/desk/desk-list'
import { RequestList } from '~/components/desk/request-list'
import { UnassignedList } from '~/components/desk/unassigned-list'
import { ReopeningList } from '~/components/rating/reopening-list'
import { pageMeta } from '~/components/layout/page-meta'
import { EmptyState } from '~/components/ui/empty-state'
import { LinkTabs } from '~/components/ui/link-tabs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { Section } from '~/components/ui/section'
import { COUNT_BOUND } from '~/domain/response/desk-bound'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { assignableDepartments, deskDepartments } from '~/policies/assignment'
import type { DeskCounts } from '~/queries/count-desk.server'
import { listAssigned } from '~/queries/list-assigned.server'
import {
  DESK_VIEWS,
  listDesk,
  listForSignature,
  type DeskItem,
  type DeskView,
} from '~/queries/list-desk.server'
import { listReopenings } from '~/queries/list-reopenings.server'
import { listRequests } from '~/queries/list-requests.server'
import { listUnassigned } from '~/queries/list-unassigned.server'
import { guardedLoader } from '~/server/http/guard.server'

export const meta = pageMeta((t) => ({ title: t('desk.title'), unlisted: true }))

const ASSIGNER_VIEWS = ['unassigned', 'requests', 'assigned', 'reopenings'] as const

const DONE = ['assigned', 'declined', 'reassign', 'decide-return'] as const

export const loader = guardedLoader(
  staff('official:draft', 'official:sign', 'official:assign'),
  async ({ scope, url }) => {
    const departments = deskDepartments(scope.viewer)
    const views = [
      ...(departments.length > 0 ? DESK_VIEWS : []),
      ...(assignableDepartments(scope.viewer) === null ? [] : ASSIGNER_VIEWS),
    ]
    const wanted = url.searchParams.get('view')
    const view = views.find((each) => each === wanted) ?? views[0] ?? 'open'
    const after = url.searchParams.get('after') || undefined
    const page = {
      now: scope.now,
      views,
      after: after ?? null,
      done: url.searchParams.get('done'),
      severalDepartments: departments.length > 1,
    }
    if (view === 'unassigned') {
      return { ...page, view, unassigned: await listUnassigned(scope, { after }) }
    }
    if (view === 'requests') {
      return { ...page, view, requests: await listRequests(scope, { after }) }
    }
    if (view === 'assigned') {
      return { ...page, view, assigned: await listAssigned(scope, { after }) }
    }
    if (view === 'reopenings') {
      return { ...page, view, reopenings: await listReopenings(scope, { after }) }
    }
    const [desk, forSignature] = await Promise.all([
      listDesk(scope, { view, after }),
      view === 'open' && !after ? listForSignature(scope) : [],
    ])
    return { ...page, view, desk, forSignature }
  },
)

export default function DeskPage() {
  const { t, language } = useTranslate()
  const page = useLoaderData<typeof loader>()
  const { view, views } = page
  const said = DONE.find((each) => each === page.done)
  const counts = 'desk' in page ? page.desk.counts : undefined
  const ofDesk = views.some((each) => each === 'open')
  return (
    <>
      <PageHeading
        title={t('desk.title')}
        lede={
          <p>
            {t(ofDesk ? 'desk.lede' : 'desk.ledeAssigner', {
              date: formatDate(page.now, language),
            })}
          </p>
        }
      />
      <BelowHeading>
        {said && <Notice kind="success" title={t(`desk.done.${said}`)} live />}
      </BelowHeading>
      <LinkTabs
        label={t('desk.views.label')}
        tabs={views.map((each) => ({
          href: paths.desk({ view: each === views[0] ? undefined : each }),
          label: t(`desk.view.${each}`),
          count: countOf(counts, each),
          current: each === view,
        }))}
      />
      {'unassigned' in page && (
        <>
          <UnassignedList list={page.unassigned} paged={page.after !== null} />
          <Pager
            newerHref={page.after && paths.desk({ view })}
            newerLabel={t('desk.list.toFirst')}
            olderHref={page.unassigned.next && paths.desk({ view, after: page.unassigned.next })}
            olderLabel={t('desk.unassigned.older')}
          />
        </>
      )}
      {'requests' in page && (
        <>
          <RequestList items={page.requests.items} />
          <Pager
            newerHref={page.after && paths.desk({ view })}
            newerLabel={t('desk.list.toFirst')}
            olderHref={page.requests.next && paths.desk({ view, after: page.requests.next })}
            olderLabel={t('desk.list.later')}
          />
        </>
      )}
      {'assigned' in page && (
        <>
          <AssignedList items={page.assigned.items} now={page.now} />
          <Pager
            newerHref={page.after && paths.desk({ view })}
            newerLabel={t('desk.list.toFirst')}
            olderHref={page.assigned.next && paths.desk({ view, after: page.assigned.next })}
            olderLabel={t('desk.list.later')}
          />
        </>
      )}
      {'reopenings' in page && (
        <>
          <ReopeningList items={page.reopenings.items} />
          <Pager
            newerHref={page.after && paths.desk({ view })}
            newerLabel={t('desk.list.toFirst')}
            olderHref={page.reopenings.next && paths.desk({ view, after: page.reopenings.next })}
            olderLabel={t('desk.list.later')}
          />
        </>
      )}
      {'desk' in page && (
        <Matters
          view={page.view}
          items={page.desk.items}
          forSignature={page.forSignature}
          next={page.desk.next}
          after={page.after}
          now={page.now}
          severalDepartments={page.severalDepartments}
        />
      )}
      <p>
        <a href={paths.deskCommitments()}>{t('commitment.desk.title')}</a>
      </p>
      {ofDesk && (
        <p>
          <a href={paths.delegation()}>{t('delegation.link')}</a>
        </p>
      )}
      {ofDesk && (
        <p>
          <a href={paths.deskCalendar()}>{t('calendar.link')}</a>
        </p>
      )}
    </>
  )
}

/** What lies on the desk in one view; on the first page of all, what waits for the reader's signature comes before it. */
function Matters(props: {
  view: DeskView
  items: readonly DeskItem[]
  forSignature: readonly DeskItem[]
  next: string | null
  after: string | null
  now: Date
  severalDepartments: boolean
}) {
  const { t } = useTranslate()
  const { view, items, forSignature, next, after, now } = props
  const order = view === 'answered' || view === 'followUp' ? view : 'owed'
  // Corrections wait to be signed, too: of what is answered, whose date says no more.
  const drawsToday = order === 'owed' && view !== 'awaitingSignOff'
  const list = { now, namesDepartment: props.severalDepartments }
  return (
    <>
      {forSignature.length > 0 && (
        <Section
          id="for-signature"
          title={t('desk.forSignature.title')}
          lede={t('desk.forSignature.lede')}
        >
          <DeskList {...list} items={forSignature} label={t('desk.forSignature.title')} />
        </Section>
      )}
      {items.length === 0 ? (
        <EmptyState
          title={t(`desk.empty.${view}.title`)}
          action={after && <a href={paths.desk({ view })}>{t('desk.list.toFirst')}</a>}
        >
          <p>{t(`desk.empty.${view}.text`)}</p>
        </EmptyState>
      ) : (
        <Titled title={t(`desk.view.${view}`)} shown={forSignature.length > 0}>
          <DeskList
            {...list}
            items={items}
            label={t(LABELS[order])}
            line={
              drawsToday
                ? { fromStart: !after || beganOverdue(after, now), toEnd: next === null }
                : undefined
            }
          />
        </Titled>
      )}
      <Pager
        newerHref={after && paths.desk({ view })}
        newerLabel={t('desk.list.toFirst')}
        olderHref={next && paths.desk({ view, after: next })}
        olderLabel={t(OLDER[order])}
      />
    </>
  )
}

/** In which order a list of the desk is, and what comes after its page. */
const LABELS = {
  owed: 'desk.list.label',
  answered: 'desk.list.answeredLabel',
  followUp: 'desk.list.followUpLabel',
} as const

const OLDER = {
  owed: 'desk.list.later',
  answered: 'desk.list.earlier',
  followUp: 'desk.list.ratedLater',
} as const

/** The list under its title, which is only heard where the tab above it says the same. */
function Titled(props: { title: string; shown: boolean; children: ReactNode }) {
  if (props.shown) {
    return (
      <Section id="matters" title={props.title}>
        {props.children}
      </Section>
    )
  }
  return (
    <>
      <h2 className="visually-hidden">{props.title}</h2>
      {props.children}
    </>
  )
}

/** The page before ended with something overdue: its cursor begins with that due date, in milliseconds. */
function beganOverdue(after: string, now: Date): boolean {
  return Number(after.split('.', 1)[0]) <= now.getTime()
}

function countOf(
  counts: DeskCounts | undefined,
  view: DeskView | (typeof ASSIGNER_VIEWS)[number],
): string | undefined {
  const count = counts && view in counts ? counts[view as keyof DeskCounts] : undefined
  if (counts === undefined || count === undefined) return undefined
  // What is owed past the bound is in none of the views' counts.
  const more = view === 'followUp' ? count > COUNT_BOUND : counts.open > COUNT_BOUND
  return more ? `${Math.min(count, COUNT_BOUND)}+` : String(count)
}
