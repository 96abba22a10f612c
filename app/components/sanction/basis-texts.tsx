import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import type { BasisText } from '~/queries/get-account-record.server'
import styles from './sanction.module.css'

/** The texts that a sanction rests on, each with what was decided on it. */
export function BasisTexts(props: { texts: readonly BasisText[]; linked: boolean }) {
  const { t, language } = useTranslate()
  return (
    <section className={styles.part} aria-labelledby="basis-title">
      <h2 id="basis-title">{t('sanction.basis.title')}</h2>
      {props.texts.length === 0 && <p className={styles.small}>{t('sanction.basis.none')}</p>}
      <RuledList>
        {props.texts.map(({ commentId, topic, excerpt, at, decision }) => (
          <RuledItem key={commentId}>
            <p className={styles.excerpt}>{excerpt}</p>
            <MetaLine>
              <span>{topic}</span>
              <DateTime value={at} />
              {decision && (
                <span>
                  {t('sanction.basis.decided', {
                    outcome:
                      t(`moderation.outcome.${decision.outcome}` as MessageKey) +
                      (decision.reason ? ` · ${decision.reason}` : ''),
                    at: formatDateTime(decision.at, language),
                  })}
                </span>
              )}
              {props.linked && (
                <a href={paths.moderation({ item: commentId })}>{t('sanction.basis.open')}</a>
              )}
            </MetaLine>
          </RuledItem>
        ))}
      </RuledList>
    </section>
  )
}
