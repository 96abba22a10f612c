import { ButtonLink } from '~/components/ui/button'
import { Tag } from '~/components/ui/tag'
import { isOpen } from '~/domain/response/assignment-state'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { StudioTopic } from '~/queries/get-studio-topic.server'
import styles from './topic-side.module.css'

/** What came of the topic so far: its summaries, and the departments that were asked. */
export function TopicSide(props: { topic: StudioTopic['topic']; mayWrite: boolean }) {
  const { t, language } = useTranslate()
  const { topic } = props
  const { summaries, assignments } = topic
  const draft = summaries.find(({ status }) => status === 'draft')
  return (
    <div className={styles.side}>
      <section className={styles.part} aria-labelledby="side-summary">
        <h2 id="side-summary" className={styles.title}>
          {t('studioDesk.topic.summary')}
        </h2>
        {summaries.length === 0 ? (
          <p>{t('studioDesk.topic.summary.none')}</p>
        ) : (
          <ul role="list">
            {summaries.map((summary) => (
              <li key={summary.id}>
                {t(
                  summary.status === 'draft'
                    ? 'studioDesk.topic.summary.draft'
                    : 'studioDesk.topic.summary.published',
                  {
                    n: summary.number,
                    date: formatMonthDay(summary.publishedAt ?? summary.updatedAt, language),
                  },
                )}
              </li>
            ))}
          </ul>
        )}
        {props.mayWrite ? (
          <p>
            <ButtonLink variant="secondary" href={paths.summaryEditor(topic.id)}>
              {t(
                draft
                  ? 'studioDesk.topic.summary.continue'
                  : summaries.length > 0
                    ? 'studioDesk.topic.summary.later'
                    : 'studioDesk.topic.summary.write',
              )}
            </ButtonLink>
          </p>
        ) : (
          topic.stage === 'collecting' && (
            <p className={styles.hint}>{t('studioDesk.topic.summary.later.hint')}</p>
          )
        )}
      </section>
      <section className={styles.part} aria-labelledby="side-assignments">
        <h2 id="side-assignments" className={styles.title}>
          {t('studioDesk.topic.assignments')}
        </h2>
        {assignments.length === 0 && <p>{t('studioDesk.topic.assignments.none')}</p>}
        <ul role="list" className={styles.asked}>
          {assignments.flatMap((assignment) =>
            assignment.departments.map((asked) => (
              <li key={`${assignment.id} ${asked.department.id}`}>
                <Tag>{t(`response.part.${asked.part}`)}</Tag> {asked.department.name}
                <p className={styles.hint}>
                  {asked.answeredAt
                    ? t('studioDesk.topic.assignments.answered', {
                        date: formatMonthDay(asked.answeredAt, language),
                      })
                    : t(`desk.part.${asked.state}`)}
                  {isOpen(asked) &&
                    ` · ${t('desk.due.on', {
                      date: formatMonthDay(new Date(assignment.dueAt.getTime() - 1), language),
                    })}`}
                </p>
              </li>
            )),
          )}
        </ul>
      </section>
      {!topic.mergedIntoId && (
        <section className={styles.part} aria-labelledby="side-merge">
          <h2 id="side-merge" className={styles.title}>
            {t('merge.title')}
          </h2>
          <p className={styles.hint}>{t('merge.hint')}</p>
          <p>
            <a href={paths.mergeTopic(topic.id)}>{t('merge.open')}</a>
          </p>
        </section>
      )}
    </div>
  )
}
