import { Button } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './search-form.module.css'

/** What to look for. A plain GET: it changes nothing. */
export function SearchForm(props: { q: string }) {
  const { t } = useTranslate()
  return (
    <form action={paths.search()} method="get" role="search" className={styles.form}>
      <label htmlFor="q" className={styles.label}>
        {t('search.label')}
      </label>
      <div className={styles.line}>
        <input
          id="q"
          name="q"
          type="search"
          defaultValue={props.q}
          aria-describedby="q-hint"
          className={styles.input}
        />
        <Button>{t('search.submit')}</Button>
      </div>
      <p id="q-hint" className={styles.hint}>
        {t('search.hint')}
      </p>
    </form>
  )
}
