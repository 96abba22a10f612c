import { DateTime } from '~/components/ui/date-time'
import { Section } from '~/components/ui/section'
import { FEWEST_FOR_SHARE } from '~/domain/response/rates'
import { formatMonth } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { Statistics } from '~/queries/get-statistics.server'
import styles from './statistics.module.css'

/** Where the figures come from, whether they agreed when all was counted anew, and the same figures as files. */
export function HowCounted({ statistics }: { statistics: Statistics }) {
  const { t, language } = useTranslate()
  const { recount, carriedUntil, period, filter } = statistics
  const query = {
    months: period,
    department: filter.departmentId,
    district: filter.districtId,
    category: filter.categoryId,
  }
  return (
    <Section id="how" title={t('statistics.how.title')}>
      <div className="prose">
        <ul>
          <li>{t('statistics.how.kept')}</li>
          <li>
            {recount === null ? (
              t('statistics.how.never')
            ) : (
              <>
                {t(recount.drift === 0 ? 'statistics.how.agrees' : 'statistics.how.drift', {
                  n: recount.drift,
                })}
                <DateTime value={recount.at} />
              </>
            )}
          </li>
          {carriedUntil !== null && (
            <li>{t('statistics.how.carried', { month: formatMonth(carriedUntil, language) })}</li>
          )}
          <li>{t('statistics.how.few', { n: FEWEST_FOR_SHARE })}</li>
          <li>{t('statistics.how.again')}</li>
          <li>{t('statistics.how.present')}</li>
        </ul>
      </div>
      <p className={styles.files}>
        {/* Files, not pages. */}
        <a href={paths.statisticsTable(query)} download>
          {t('statistics.file')}
        </a>
        <a href={paths.statisticsData(query)} download>
          {t('statistics.data')}
        </a>
      </p>
    </Section>
  )
}
