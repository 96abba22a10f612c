import { MarkedText } from '~/components/screening/marked-text'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import type { ReviewItem } from '~/queries/get-review-item.server'
import styles from './screened-text.module.css'

/** What screening found in the text under review: the rules in words, and where, in the author's own text. */
export function ScreenedText(props: { revision: ReviewItem['revision'] }) {
  const { t } = useTranslate()
  const { findings, originalText, text, lang } = props.revision
  if (findings.length === 0) return null
  const marked = findings.some(({ evidence }) => evidence.length > 0)
  return (
    <section className={styles.screened} aria-labelledby="screening-title">
      <h3 id="screening-title">{t('screening.title')}</h3>
      <ul role="list" className={styles.findings}>
        {findings.map((finding) => (
          <li key={finding.rule} className={styles.finding}>
            <Tag tone={finding.trial || finding.asks === 'watch' ? 'plain' : 'zhe'}>
              {t(`screening.rule.${finding.rule}`)}
            </Tag>
            <span>{t(`screening.moderator.${finding.rule}`, finding.params)}</span>
            {finding.trial && <span className={styles.aside}>{t('screening.trial')}</span>}
          </li>
        ))}
      </ul>
      {marked && (
        <figure className={styles.original}>
          <figcaption className={styles.aside}>{t('screening.original')}</figcaption>
          <MarkedText text={originalText ?? text} findings={findings} lang={lang} />
        </figure>
      )}
    </section>
  )
}
