import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { DateTime } from '~/components/ui/date-time'
import { noonOf } from '~/domain/shared/day'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { Loaded } from '~/components/ui/loaded'
import type { CommitmentFact } from '~/queries/get-commitment.server'
import styles from './commitment-history.module.css'

/** What happened to a promise, oldest first: made, told of, moved, kept. Notes stand in the department's words. */
export function CommitmentHistory(props: {
  history: ReadonlyArray<Loaded<CommitmentFact>>
  department: string
}) {
  const { t, language } = useTranslate()
  const day = (text: string) => formatDate(noonOf(text), language)
  return (
    <ol role="list" className={styles.history}>
      {props.history.map((fact) => (
        <li key={fact.id} className={styles.fact} id={`n-${fact.id}`}>
          <p className={styles.head}>
            <DateTime value={fact.at} show="day" />
            <strong>
              {fact.kind === 'moved'
                ? t('commitment.history.moved', {
                    from: day(fact.fromOn),
                    to: day(fact.toOn),
                  })
                : fact.kind === 'escalated'
                  ? t(`commitment.history.escalated.${fact.to}`, { date: day(fact.dueOn) })
                  : t(`commitment.history.${fact.kind}`, { department: props.department })}
            </strong>
          </p>
          {'reason' in fact && <p>{t('commitment.history.reason', { reason: fact.reason })}</p>}
          {'html' in fact && (
            <div className="prose" lang="zh-Hans" dangerouslySetInnerHTML={{ __html: fact.html }} />
          )}
          {'files' in fact && <AttachedFiles files={fileLines(fact.files, t)} />}
        </li>
      ))}
    </ol>
  )
}
