import { MarkedFiles } from '~/components/screening/marked-files'
import { MarkedText } from '~/components/screening/marked-text'
import { Tag } from '~/components/ui/tag'
import { EXTERNAL_STATES } from '~/domain/moderation/screening/external'
import type { Finding } from '~/domain/moderation/screening/finding'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import type { ReviewItem } from '~/queries/get-review-item.server'
import styles from './screened-text.module.css'

/** What screening found in the text under review: the rules in words, and where, in the author's own text. */
export function ScreenedText(props: { revision: ReviewItem['revision'] }) {
  const { t } = useTranslate()
  const { findings, originalText, text, lang, fileWords } = props.revision
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
            <span>{t(wordsOf(finding), finding.params)}</span>
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
      <MarkedFiles files={fileWords} findings={findings} />
    </section>
  )
}

/** What was found in words; of the service outside, what it said. */
function wordsOf({ rule, params }: Finding): MessageKey {
  const state = EXTERNAL_STATES.find((known) => known === params['state'])
  return rule === 'external' && state
    ? `screening.external.${state}`
    : `screening.moderator.${rule}`
}
