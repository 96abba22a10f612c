import { Notice } from '~/components/ui/notice'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import type { FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { SanctionItem } from '~/queries/get-sanction.server'
import { BarNotice } from './bar-notice'
import { DecideAppealForm } from './sanction-forms'
import styles from './sanction.module.css'

/** What the person brings forward against a sanction, and what became of it or is to. */
export function SanctionAppeal({ item, form }: { item: SanctionItem; form?: FormState }) {
  const { t, language } = useTranslate()
  const { appeal } = item
  if (!appeal) return null
  const { result } = appeal
  const at = (date: Date) => formatDateTime(date, language)
  const open = !result && item.standing !== 'lifted'
  return (
    <section className={styles.part} aria-labelledby="appeal-title" id="appeal">
      <h2 id="appeal-title">{t('sanction.appeal.title')}</h2>
      {open && (
        <p className={styles.hint}>
          {t(appeal.overdue ? 'sanction.appeal.overdue' : 'sanction.appeal.filed', {
            at: at(appeal.createdAt),
            due: at(appeal.dueAt),
          })}
        </p>
      )}
      <blockquote className={styles.said}>{appeal.text}</blockquote>
      {result && (
        <Notice
          kind="success"
          title={t(`sanction.appeal.result.${result.result}`, {
            who: result.by,
            at: at(result.at),
          })}
        >
          <p>{result.explanation}</p>
        </Notice>
      )}
      {open &&
        (item.appealBar ? (
          <BarNotice bar={item.appealBar} />
        ) : (
          <DecideAppealForm item={item} form={form} />
        ))}
    </section>
  )
}
