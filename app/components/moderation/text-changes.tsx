import type { TextPart } from '~/domain/moderation/text-difference'
import type { MessageKey } from '~/i18n/zh-hans'
import { useTranslate } from '~/i18n/use-translate'
import styles from './text-changes.module.css'

/** A text with what was taken out and put in, told by lines and, to those who hear it, by words. */
export function TextChanges(props: {
  parts: readonly TextPart[]
  lang: string
  /** What is said where the words are the same. */
  unchanged?: MessageKey
}) {
  const { t } = useTranslate()
  if (props.parts.every((part) => part.kind === 'same')) {
    return <p>{t(props.unchanged ?? 'moderation.item.unchanged')}</p>
  }
  return (
    <p className={styles.text} lang={props.lang}>
      {props.parts.map((part, index) => {
        if (part.kind === 'same') return <span key={index}>{part.text}</span>
        const Change = part.kind === 'removed' ? 'del' : 'ins'
        return (
          <Change key={index} className={styles[part.kind]}>
            <span className="visually-hidden">{t(`moderation.item.${part.kind}`)}</span>
            {part.text}
          </Change>
        )
      })}
    </p>
  )
}
