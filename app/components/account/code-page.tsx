import type { ReactNode } from 'react'
import { Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextField } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { PHONE_CODE_MINUTES } from '~/domain/account/phone-code'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { PhoneCodeView } from '~/queries/get-phone-code.server'
import { AccountPage, Stack } from './account-page'

/**
 * The page on which a code from a text message is typed in, or sent again. It is the same whether or not
 * the number has an account: only the text message tells.
 */
export function CodePage(props: {
  code: PhoneCodeView
  form?: FormState
  /** Another code has just been sent. */
  resent: boolean
  title: string
  /** The button's words. */
  action: string
  /** What to do when the text message says that there is nothing to confirm. */
  known: string
  /** What is said once the code was used. */
  used: string
  below?: 'account'
  /** Fields besides the code. */
  fields?: ReactNode
  /** Ways to other pages. */
  children?: ReactNode
}) {
  const { t } = useTranslate()
  const { code, form, below } = props
  if (code.state === 'used') {
    return (
      <AccountPage title={t('account.code.used.title')} lede={props.used} below={below}>
        {props.children}
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={props.title}
      lede={t('account.code.sent', { phone: code.phone })}
      below={below}
    >
      <ErrorSummary errors={allErrors(form, t)} />
      {props.resent && !form && (
        <Notice kind="success" live>
          <p>{t('account.code.resent')}</p>
        </Notice>
      )}
      {code.state === 'over' && !form && (
        <Notice kind="warning">
          <p>{t('account.code.over')}</p>
        </Notice>
      )}
      {code.demoText !== null && (
        <Notice kind="info" title={t('account.demo.title')}>
          <p>{t('account.demo.text')}</p>
          <p>{code.demoText}</p>
        </Notice>
      )}
      <PostForm>
        <Fields>
          <TextField
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            width="code"
            label={t('account.code.label')}
            hint={t('account.code.hint', { minutes: PHONE_CODE_MINUTES })}
            error={fieldErrors(form, 'code', t)}
          />
          {props.fields}
          <div>
            <Button wide>{props.action}</Button>
          </div>
        </Fields>
      </PostForm>
      <Section
        id="resend"
        title={t('account.code.resend.title')}
        lede={t('account.code.resend.text')}
      >
        <Stack>
          {/* A form of its own: what stands in the other one stays there. */}
          <PostForm>
            <input type="hidden" name="intent" value="resend" />
            <Button variant="secondary">{t('account.code.resend.action')}</Button>
          </PostForm>
          <p>{props.known}</p>
          {props.children}
        </Stack>
      </Section>
    </AccountPage>
  )
}
