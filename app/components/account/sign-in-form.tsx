import { Button } from '~/components/ui/button'
import { Fields, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { CarriedForm } from '~/server/http/error-response.server'
import { CarriedField } from './carried-form'

/** Number and password. What else was being sent goes along. */
export function SignInForm(props: { next?: string; form?: FormState; carried?: CarriedForm }) {
  const { t } = useTranslate()
  const { form } = props
  return (
    <PostForm action={paths.signIn(props.next)}>
      <CarriedField carried={props.carried} />
      <Fields>
        <TextField
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="username"
          width="short"
          label={t('account.phone.label')}
          defaultValue={form?.values['phone']}
          error={fieldErrors(form, 'phone', t)}
        />
        <TextField
          name="password"
          type="password"
          autoComplete="current-password"
          width="short"
          label={t('account.password.label')}
          error={fieldErrors(form, 'password', t)}
        />
        <div>
          <Button wide>{t('account.signIn.action')}</Button>
        </div>
      </Fields>
    </PostForm>
  )
}
