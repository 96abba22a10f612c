import { DateTime } from '~/components/ui/date-time'
import { MetaLine } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import type { WaitingReports as Reports } from '~/queries/read-reports.server'
import styles from './waiting-reports.module.css'

const DECIMALS = { maximumFractionDigits: 2 } as const

/** What residents say against the text: how many, why, and how much that weighs. Not who they are. */
export function WaitingReports(props: { reports: Reports; hidden: boolean }) {
  const { t, language } = useTranslate()
  const { reports } = props
  const number = (value: number) => new Intl.NumberFormat(language, DECIMALS).format(value)
  const left = reports.count - reports.reports.length
  return (
    <section className={styles.reports} aria-labelledby="reports-title">
      <h3 id="reports-title">{t('report.review.title', { n: reports.count })}</h3>
      <p className={styles.small}>
        {t(props.hidden ? 'report.review.hidden' : 'report.review.public')}{' '}
        {t('report.review.weight', {
          weight: number(reports.weight),
          limit: number(reports.hideAtWeight),
        })}
      </p>
      {reports.dismissedBefore > 0 && (
        <p className={styles.small}>
          {t('report.review.dismissedBefore', { n: reports.dismissedBefore })}
        </p>
      )}
      <ol role="list" className={styles.list}>
        {reports.reports.map((report) => (
          <li key={report.id} className={styles.report}>
            <MetaLine>
              <Tag tone="zhu">{t(`report.reason.${report.reason}`)}</Tag>
              <span>
                {report.weight > 0
                  ? t('report.review.one', { weight: number(report.weight) })
                  : t('report.review.none')}
              </span>
              <DateTime value={report.at} />
            </MetaLine>
            {report.text ? (
              <p className={styles.words}>{report.text}</p>
            ) : (
              <p className={styles.small}>{t('report.review.noText')}</p>
            )}
            {report.ofEarlierText && (
              <p className={styles.small}>{t('report.review.earlierText')}</p>
            )}
          </li>
        ))}
      </ol>
      {left > 0 && <p className={styles.small}>{t('report.review.more', { n: left })}</p>}
    </section>
  )
}
