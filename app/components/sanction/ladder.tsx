import { DateTime } from '~/components/ui/date-time'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { LadderEntry } from '~/queries/read-ladder.server'
import styles from './sanction.module.css'
import { StandingTag } from './standing-tag'

/** What an account has come to on the ladder, the newest first, each leading to its page. */
export function Ladder(props: { entries: readonly LadderEntry[]; current?: string }) {
  const { t, language } = useTranslate()
  if (props.entries.length === 0) return <p className={styles.small}>{t('sanction.ladder.none')}</p>
  return (
    <ol role="list" className={styles.ladder}>
      {props.entries.map(({ id, step, standing, at, until }) => (
        <li key={id} className={styles.rung}>
          {id === props.current ? (
            <span className={styles.name}>{t(`sanction.step.${step}`)}</span>
          ) : (
            <a href={paths.sanction(id)}>{t(`sanction.step.${step}`)}</a>
          )}
          <StandingTag standing={standing} />
          <span className={styles.small}>
            <DateTime value={at} />{' '}
            {until && t('sanction.ladder.until', { at: formatDateTime(until, language) })}
          </span>
        </li>
      ))}
    </ol>
  )
}
