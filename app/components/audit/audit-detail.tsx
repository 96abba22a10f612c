import { describeDetail } from '~/domain/audit/describe'
import { isId } from '~/domain/shared/id'
import { useTranslate } from '~/i18n/use-translate'
import styles from './audit-detail.module.css'
import { fieldLabel, nameOf, valueText, withOffices } from './audit-words'

/**
 * What an event records, to be read: each field as it was and as it became, then what else is known in a line.
 * Ids that name nothing are left to the record as it is stored.
 */
export function AuditDetail(props: {
  detail: unknown
  names: Readonly<Record<string, string>>
  /** Already said beside it: not said again. */
  said?: string
}) {
  const { t, language } = useTranslate()
  const { names, said } = props
  const wording = { t, language, names }
  const isMute = (value: unknown) => isId(value) && nameOf(names, value) === undefined
  const { changes, facts } = describeDetail(withOffices(props.detail))
  // What was entered empty says nothing.
  const told = changes.filter(
    ({ before, after }) => (before ?? after ?? null) !== null && !isMute(after ?? before),
  )
  const known = facts
    .filter(({ value }) => !isMute(value))
    .map(({ field, value }) => ({ field, text: valueText(value, field, wording) }))
    .filter(({ text }) => text !== said)
  if (told.length === 0 && known.length === 0) return null
  return (
    <div className={styles.detail}>
      {told.length > 0 && (
        <dl>
          {told.map(({ field, before, after }) => (
            <div key={field} className={styles.change}>
              <dt className={styles.field}>{fieldLabel(t, field)}</dt>
              <dd className={styles.values}>
                {before !== undefined && (
                  <del className={after === undefined ? styles.gone : styles.before}>
                    <span className="visually-hidden">{t('audit.before')} </span>
                    <Value text={valueText(before, field, wording)} />
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
                    <Value text={valueText(after, field, wording)} />
                  </ins>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {known.length > 0 && (
        <dl className={styles.facts}>
          {known.map(({ field, text }) => (
            <div key={field} className={styles.fact}>
              <dt className={styles.name}>{fieldLabel(t, field)}</dt>
              <dd>
                <Value text={text} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

/** More than this is folded: a topic's whole background is there for who wants it. */
const LONGEST_SHOWN = 160
const SHOWN_OF_LONG = 60

/** A value, folded behind its beginning where it is long. */
function Value(props: { text: string }) {
  const { text } = props
  if (text.length <= LONGEST_SHOWN) return <>{text}</>
  return (
    <details className={styles.long}>
      <summary>{Array.from(text).slice(0, SHOWN_OF_LONG).join('')}…</summary>
      {text}
    </details>
  )
}
