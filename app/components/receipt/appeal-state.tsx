import { Actions, ButtonLink } from '~/components/ui/button'
import { APPEAL_WITHIN_DAYS } from '~/domain/moderation/appeal'
import { lastDay } from '~/domain/response/due'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { AppealStanding } from '~/queries/get-own-appeal.server'
import styles from './receipt-slip.module.css'

/** The way to an appeal, or how it stands. */
export function AppealState({ id, appeal }: { id: string; appeal: AppealStanding }) {
  const { t, language } = useTranslate()
  const openness = (
    <p className={styles.quiet}>
      <a href={paths.openness()}>{t('appeal.receipt.openness')}</a>
    </p>
  )
  if (appeal.kind === 'none') return <p>{t('appeal.receipt.late', { n: APPEAL_WITHIN_DAYS })}</p>
  if (appeal.kind === 'possible') {
    return (
      <>
        <p>{t('appeal.receipt.offer')}</p>
        <Actions>
          <ButtonLink href={paths.appeal(id)} variant="secondary" wide>
            {t('appeal.title')}
          </ButtonLink>
        </Actions>
        {openness}
      </>
    )
  }
  const { result } = appeal
  return (
    <>
      <p>
        {t('appeal.receipt.filed', {
          at: formatDateTime(appeal.filedAt, language),
          due: formatDate(lastDay(appeal.dueAt), language),
        })}
      </p>
      {appeal.waitsForAnother && <p>{t('appeal.receipt.waits')}</p>}
      {result && (
        <>
          <p>{t(`appeal.receipt.${result.result}`, { at: formatDateTime(result.at, language) })}</p>
          <Quoted caption={t('appeal.receipt.explanation')} words={result.explanation} />
        </>
      )}
      <Quoted caption={t('appeal.receipt.yours')} words={appeal.text} />
      {openness}
    </>
  )
}

function Quoted(props: { caption: string; words: string }) {
  return (
    <figure className={styles.reason}>
      <figcaption className={styles.quiet}>{props.caption}</figcaption>
      <blockquote className={styles.words}>{props.words}</blockquote>
    </figure>
  )
}
