import { Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Fields } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import { GrantFields } from './grant-fields'
import type { TypedValues } from './typed-values'

/** Gives a person one more office; folded until it is wanted. */
export function GrantForm(props: {
  open: boolean
  typed: TypedValues
  departments: ReadonlyArray<{ id: string; name: string }>
  studios: ReadonlyArray<{ id: string; name: string }>
}) {
  const { t } = useTranslate()
  return (
    <Disclosure summary={t('admin.grant.title')} open={props.open} id="grant">
      <PostForm autoComplete="off">
        <input type="hidden" name="intent" value="grant" />
        <Fields>
          <GrantFields
            typed={props.typed}
            departments={props.departments}
            studios={props.studios}
          />
          <div>
            <Button>{t('admin.grant.submit')}</Button>
          </div>
        </Fields>
      </PostForm>
    </Disclosure>
  )
}
