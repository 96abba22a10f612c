import type { Evidence } from '~/domain/moderation/screening/finding'
import { markedParts } from '~/domain/moderation/screening/marked-parts'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { useTranslate } from '~/i18n/use-translate'
import styles from './marked-text.module.css'

/** A text as it was typed, with what rules found marked and named. */
export function MarkedText(props: {
  text: string
  findings: ReadonlyArray<{ rule: RuleId; evidence: readonly Evidence[] }>
  lang?: string
}) {
  const { t } = useTranslate()
  return (
    <p className={styles.text} lang={props.lang}>
      {markedParts(props.text, props.findings).map(({ text, rules }, index) => {
        if (rules.length === 0) return <span key={index}>{text}</span>
        const label = rules.map((rule) => t(`screening.rule.${rule}`)).join('、')
        return (
          <mark key={index} className={styles.mark} title={label}>
            {text}
            <span className={styles.label}>{label}</span>
          </mark>
        )
      })}
    </p>
  )
}
