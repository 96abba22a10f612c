import { data } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AuditFilterForm } from '~/components/audit/audit-filter-form'
import { AuditLog } from '~/components/audit/audit-log'
import { pageMeta } from '~/components/layout/page-meta'
import { EmptyState } from '~/components/ui/empty-state'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { Pager } from '~/components/ui/pager'
import { auditFilterSchema } from '~/forms/audit'
import { allErrors, parseForm, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { auditReaders } from '~/policies/administration'
import { listAuditEvents, type AuditPage } from '~/queries/list-audit-events.server'
import { listAuditKinds } from '~/queries/list-audit-kinds.server'
import { guardedLoader } from '~/server/http/guard.server'

const FIELDS = ['actor', 'action', 'object', 'from', 'to'] as const

const NOTHING: AuditPage = { events: [], nextAfter: null, names: {}, unknownActor: false }

export const loader = guardedLoader(auditReaders, async ({ scope, url }) => {
  const values = Object.fromEntries(
    FIELDS.map((field) => [field, url.searchParams.get(field) ?? '']),
  )
  const after = url.searchParams.get('after') ?? undefined
  const kinds = await listAuditKinds(scope)
  const parsed = parseForm(auditFilterSchema, values)
  if (!parsed.ok) {
    return data(
      {
        page: NOTHING,
        filter: null,
        form: parsed.state as FormState | null,
        values,
        kinds,
        first: true,
      },
      { status: 422 },
    )
  }
  const filter = parsed.data
  const page = await listAuditEvents(scope, { ...filter, after })
  const first = after === undefined
  return data({ page, filter, form: null, values, kinds, first })
})

export const meta = pageMeta((t) => ({ title: t('audit.title'), unlisted: true }))

export default function Audit() {
  const { t } = useTranslate()
  const { page, filter, form, values, kinds, first } = useLoaderData<typeof loader>()
  const filtered = Object.values(values).some((value) => value !== '')
  const broken = page.events.filter(({ intact }) => !intact).length
  return (
    <>
      <PageHeading title={t('audit.title')} lede={<p>{t('audit.lede')}</p>} />
      <ErrorSummary errors={allErrors(form ?? undefined, t)} />
      <AuditFilterForm values={values} form={form ?? undefined} kinds={kinds} filtered={filtered} />
      {broken > 0 && (
        <Notice kind="error" title={t('audit.changed.onPage', { n: broken })}>
          <p>{t('audit.changed.text')}</p>
        </Notice>
      )}
      {page.events.length > 0 ? (
        <AuditLog page={page} filter={filter ?? {}} />
      ) : (
        !form && <NothingRecorded filtered={filtered} unknownActor={page.unknownActor} />
      )}
      <Pager
        newerHref={first ? null : paths.audit(filter ?? {})}
        newerLabel={t('audit.newest')}
        olderHref={page.nextAfter && paths.audit({ ...filter, after: page.nextAfter })}
        olderLabel={t('audit.older')}
      />
    </>
  )
}

function NothingRecorded(props: { filtered: boolean; unknownActor: boolean }) {
  const { t } = useTranslate()
  if (!props.filtered) {
    return <EmptyState title={t('audit.none.title')}>{t('audit.none.text')}</EmptyState>
  }
  return (
    <EmptyState title={t('audit.none.filtered.title')}>
      {t(props.unknownActor ? 'audit.none.unknownActor' : 'audit.none.filtered.text')}
    </EmptyState>
  )
}
