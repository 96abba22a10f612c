import { Button } from '~/components/ui/button'
import { DataTable } from '~/components/ui/data-table'
import { DateTime } from '~/components/ui/date-time'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import { zhHans, type MessageKey } from '~/i18n/zh-hans'
import type { Failed } from '~/queries/list-failed.server'

/** What was given up, each with the way to try it again. */
export function FailedTable(props: { kind: 'job' | 'message'; failed: readonly Failed[] }) {
  const { t } = useTranslate()
  const { kind, failed } = props
  const nameOf = (name: string) => {
    const key = `admin.jobs.name.${name}`
    return Object.hasOwn(zhHans, key) ? t(key as MessageKey) : name
  }
  return (
    <DataTable
      caption={t(`admin.jobs.caption.${kind}`)}
      columns={[
        {
          id: 'name',
          header: t('admin.jobs.name'),
          rowHeader: true,
          cell: (row) => nameOf(row.name),
        },
        { id: 'at', header: t('admin.jobs.at'), cell: (row) => <DateTime value={row.at} /> },
        {
          id: 'attempts',
          header: t('admin.jobs.attempts'),
          numeric: true,
          cell: (row) => row.attempts,
        },
        { id: 'error', header: t('admin.jobs.error'), cell: (row) => <code>{row.error}</code> },
        {
          id: 'retry',
          header: t('admin.jobs.act'),
          cell: (row) => (
            <PostForm>
              <input type="hidden" name={kind} value={row.id} />
              <Button
                variant="quiet"
                aria-label={t('admin.jobs.retry.of', { name: nameOf(row.name) })}
              >
                {t('admin.jobs.retry')}
              </Button>
            </PostForm>
          ),
        },
      ]}
      rows={failed}
      rowKey={(row) => row.id}
    />
  )
}
