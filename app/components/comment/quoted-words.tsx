import { useTranslate } from '~/i18n/use-translate'
import styles from './quoted-words.module.css'

/** What a new comment quotes, above its form, with a way to let it go. */
export function QuotedWords(props: {
  quote: { authorName: string; excerpt: string; lang: string }
  withoutHref: string
}) {
  const { t } = useTranslate()
  const { quote } = props
  return (
    <figure className={styles.figure}>
      <figcaption>
        {t('comment.form.quoted', { name: quote.authorName })}
        <a href={props.withoutHref}>{t('comment.form.withoutQuote')}</a>
      </figcaption>
      <blockquote lang={quote.lang}>{quote.excerpt}</blockquote>
    </figure>
  )
}
