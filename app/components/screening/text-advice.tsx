import { Notice } from '~/components/ui/notice'
import { useTranslate } from '~/i18n/use-translate'
import type { TextAdvice as Advice } from '~/queries/get-text-advice.server'
import { MarkedFiles } from './marked-files'
import { MarkedText } from './marked-text'
import styles from './text-advice.module.css'

/** Told before a text is sent: what in it should be looked at. Within the form: it carries the confirmation. */
export function TextAdvice({ advice }: { advice: Advice }) {
  const { t } = useTranslate()
  const rules = advice.findings.map(({ rule }) => rule)
  return (
    <>
      <Notice kind="warning" title={t('screening.notices')} live>
        <div className={styles.advice}>
          <ul>
            {rules.map((rule) => (
              <li key={rule}>
                <b>{t(`screening.rule.${rule}`)}</b> {t(`screening.author.${rule}`)}
              </li>
            ))}
          </ul>
          <MarkedText text={advice.text} findings={advice.findings} />
          <MarkedFiles files={advice.files} findings={advice.findings} />
          <p>{t(advice.refused ? 'screening.notices.refused' : 'screening.notices.text')}</p>
        </div>
      </Notice>
      {!advice.refused && <input type="hidden" name="confirmed" value={advice.confirmation} />}
    </>
  )
}
