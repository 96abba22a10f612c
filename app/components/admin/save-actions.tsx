import { Actions, Button } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'

/** The end of an entry's form: save, or leave it as it was. */
export function SaveActions(props: { backHref: string; save?: string }) {
  const { t } = useTranslate()
  return (
    <Actions>
      <Button>{props.save ?? t('admin.save')}</Button>
      <a href={props.backHref}>{t('admin.cancel')}</a>
    </Actions>
  )
}
