import { DateTime } from '~/components/ui/date-time'
import { MetaLine } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { EarlierAnswer } from '~/queries/list-earlier-answers.server'
import styles from './writing.module.css'

/** Published answers to the like of the question, to look up what was said before. */
export function EarlierAnswers(props: { answers: readonly EarlierAnswer[] }) {
  const { t } = useTranslate()
  if (props.answers.length === 0) return <p>{t('answer.earlier.none')}</p>
  return (
    <ol role="list" className={styles.earlier}>
      {props.answers.map((answer) => (
        <li key={answer.id}>
          <a href={paths.responseDocument(answer.id)}>{answer.title}</a>
          <p className={styles.text}>{answer.excerpt}</p>
          <MetaLine>
            <span>{answer.department}</span>
            <DateTime value={answer.publishedAt} show="day" />
          </MetaLine>
        </li>
      ))}
    </ol>
  )
}
