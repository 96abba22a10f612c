import { DateTime } from '~/components/ui/date-time'
import { MetaLine } from '~/components/ui/ruled-list'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { AppealItem } from '~/queries/get-appeal.server'
import styles from './appeal.module.css'

/** What the author brings forward, since when, and until when it is to be answered. */
export function AppealWords({ appeal }: { appeal: AppealItem }) {
  const { t, language } = useTranslate()
  return (
    <section className={styles.words} aria-labelledby="appeal-title" id="appeal">
      <h3 id="appeal-title">{t('appeal.review.words')}</h3>
      <MetaLine>
        <span>
          {t('appeal.review.filed')} <DateTime value={appeal.createdAt} />
        </span>
        {!appeal.result && (
          <span>
            {t(appeal.overdue ? 'moderation.item.overdue' : 'moderation.item.due', {
              at: formatDateTime(appeal.dueAt, language),
            })}
          </span>
        )}
      </MetaLine>
      <blockquote className={styles.said}>{appeal.text}</blockquote>
    </section>
  )
}
