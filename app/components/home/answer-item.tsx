import { RoleMark } from '~/components/person/role-mark'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './answer-item.module.css'

/** An official answer under the question that it answers. */
export function AnswerItem(props: {
  answer: {
    id: string
    topicId: string
    topicTitle: string
    lang: string
    department: string
    publishedAt: Date | string
    result: 'resolved' | 'resolving' | 'planned' | 'reference'
    excerpt: string
  }
}) {
  const { t } = useTranslate()
  const { answer } = props
  return (
    <RuledItem>
      <h3 className={styles.question} lang={answer.lang}>
        <a href={paths.response(answer.topicId, answer.id)}>{answer.topicTitle}</a>
      </h3>
      <div className={styles.answer}>
        <p className={styles.by}>
          <RoleMark voice="official" word={answer.department} />
        </p>
        <p lang={answer.lang}>{answer.excerpt}</p>
        <MetaLine>
          <span>{t(`response.result.${answer.result}`)}</span>
          <DateTime value={answer.publishedAt} show="day" />
        </MetaLine>
      </div>
    </RuledItem>
  )
}
