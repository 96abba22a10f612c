import { Disclosure } from '~/components/ui/disclosure'
import { quoteExcerpt } from '~/domain/comment/quote'
import { countCharacters } from '~/domain/shared/clean-text'
import { useTranslate } from '~/i18n/use-translate'
import styles from './comment-text.module.css'

/** Up to here a comment is shown whole in a list to pick from. */
const WHOLE_CHARACTERS = 240

/** The plain text of a comment in a list: whole, or its beginning with the rest folded under it. */
export function CommentText(props: { text: string; lang?: string }) {
  const { t } = useTranslate()
  if (countCharacters(props.text) <= WHOLE_CHARACTERS) {
    return (
      <div className={styles.text} lang={props.lang}>
        {props.text}
      </div>
    )
  }
  return (
    <div lang={props.lang}>
      <div className={styles.text}>{quoteExcerpt(props.text)}</div>
      <Disclosure summary={t('summary.picker.whole')}>
        <div className={styles.text}>{props.text}</div>
      </Disclosure>
    </div>
  )
}
