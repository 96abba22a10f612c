import { describeDetail } from '~/domain/audit/describe'
import { useTranslate } from '~/i18n/use-translate'
import styles from './audit-detail.module.css'
import { fieldLabel, valueText } from './audit-words'

/** What an event records, to be read: each field as it was and as it became, then what else is known. */
export function AuditDetail(props: {
  detail: unknown
  names: Readonly<Record<string, string>>
  /** Fields that the page leaves out. */
  without?: readonly string[]
}) {
  const { t, language } = useTranslate()
  const wording = { t, language, names: props.names }
  const shown = ({ field }: { field: string }) => !props.without?.includes(field)
  const described = describeDetail(props.detail)
  // What was entered empty says nothing.
  const changes = described.changes.filter(
    (change) => shown(change) && (change.before ?? change.after ?? null) !== null,
  )
  const facts = described.facts.filter(shown)
  if (changes.length === 0 && facts.length === 0) return null
  return (
    <dl className={styles.detail}>
      {changes.map(({ field, before, after }) => (
        <div key={`change ${field}`} className={styles.row}>
          <dt className={styles.field}>{fieldLabel(t, field)}</dt>
          <dd className={styles.change}>
            {before !== undefined && (
              <del className={styles.before}>
                <span className="visually-hidden">{t('audit.before')} </span>
                {valueText(before, field, wording)}
              </del>
            )}
            {before !== undefined && after !== undefined && (
              <span className={styles.arrow} aria-hidden="true">
                →
              </span>
            )}
            {after !== undefined && (
              <ins className={styles.after}>
                <span className="visually-hidden">{t('audit.after')} </span>
                {valueText(after, field, wording)}
              </ins>
            )}
          </dd>
        </div>
      ))}
      {facts.map(({ field, value }) => (
        <div key={`fact ${field}`} className={styles.row}>
          <dt className={styles.field}>{fieldLabel(t, field)}</dt>
          <dd>{valueText(value, field, wording)}</dd>
        </div>
      ))}
    </dl>
  )
}
