import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import type { Verdict } from '~/domain/topic/stage'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './answer-item.module.css'

/** What a topic came to: agreement or none, said the same way. */
export function OutcomeItem(props: {
  outcome: {
    topicId: string
    topicTitle: string
    lang: string
    verdict: Verdict
    publishedAt: Date | string
    excerpt: string
    points: number
  }
}) {
  const { t } = useTranslate()
  const { outcome } = props
  return (
    <RuledItem
      margin={
        <>
          <strong>{t(`verdict.${outcome.verdict}`)}</strong>
          <span>{t('home.outcomes.points', { n: outcome.points })}</span>
        </>
      }
    >
      <h3 className={styles.question} lang={outcome.lang}>
        <a href={paths.topicSummary(outcome.topicId)}>{outcome.topicTitle}</a>
      </h3>
      <p className={styles.excerpt} lang={outcome.lang}>
        {outcome.excerpt}
      </p>
      <MetaLine>
        <DateTime value={outcome.publishedAt} show="day" />
      </MetaLine>
    </RuledItem>
  )
}
