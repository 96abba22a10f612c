import { Section } from '~/components/ui/section'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine } from '~/components/ui/ruled-list'
import type { Verdict } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './outcome-teaser.module.css'

/** On a topic's page: that there is an outcome, what it came to, and the way to it. */
export function OutcomeTeaser(props: {
  topicId: string
  summary: { verdict: Verdict; points: number; publishedAt: Date | string; excerpt: string }
  lang: string
}) {
  const { t } = useTranslate()
  const { topicId, summary } = props
  return (
    <Section id="outcome" title={t('topic.summary.title')}>
      <p className={styles.verdict}>{t(`verdict.${summary.verdict}`)}</p>
      <p className={styles.excerpt} lang={props.lang}>
        {summary.excerpt}
      </p>
      <MetaLine>
        <DateTime value={summary.publishedAt} show="day" />
        <a href={paths.topicSummary(topicId)} className={styles.read}>
          {t('topic.summary.read', { n: summary.points })}
        </a>
      </MetaLine>
    </Section>
  )
}
