import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import styles from './remove-entry.module.css'

/** Takes an entry off a list that nothing refers to; the command refuses all others. */
export function RemoveEntry() {
  const { t } = useTranslate()
  return (
    <PostForm>
      <input type="hidden" name="intent" value="remove" />
      <div className={styles.remove}>
        <Button variant="danger">{t('admin.remove')}</Button>
        <span className={styles.hint}>{t('admin.remove.hint')}</span>
      </div>
    </PostForm>
  )
}
