import type { DraftCheck as Check } from '~/domain/response/draft-check'
import { useTranslate } from '~/i18n/use-translate'
import { checkLines } from './check-lines'
import styles from './draft-check.module.css'

/** What a draft still lacks, told gently: a list that stops nobody. The script renews it at each pause. */
export function DraftCheck(props: { check: Check }) {
  const { t } = useTranslate()
  return (
    <section className={styles.check} aria-labelledby="check-title">
      <h3 id="check-title" className={styles.title}>
        {t('answer.check.title')}
      </h3>
      <p className={styles.lede}>{t('answer.check.lede')}</p>
      <ul
        role="list"
        className={styles.lines}
        data-check
        data-check-good={t('answer.check.good')}
        data-check-hint={t('answer.check.hint')}
      >
        {checkLines(props.check, t).map(({ good, words }) => (
          <li key={words} data-good={good ? 'yes' : 'no'}>
            <span className={styles.mark}>
              {t(good ? 'answer.check.good' : 'answer.check.hint')}
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
