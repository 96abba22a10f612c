import { Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import type { SignInStep } from '~/domain/account/sign-in-step'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { CarriedForm } from '~/server/http/error-response.server'
import { AccountPage } from './account-page'
import { CarriedField, KeptText, ResubmitForm } from './carried-form'

/** The page after a step of signing in with a form on its way: the next step, or the form itself. */
export function CarryOn(props: { step: SignInStep; carried: CarriedForm }) {
  const { t } = useTranslate()
  const { step, carried } = props
  if (step === 'done') {
    return (
      <AccountPage
        title={t('account.carried.resume.title')}
        lede={t('account.carried.resume.text')}
      >
        <KeptText carried={carried} />
        <ResubmitForm carried={carried} />
      </AccountPage>
    )
  }
  const begin = step === 'setUp'
  return (
    <AccountPage
      title={t('account.carried.secondFactor.title')}
      lede={t('account.carried.secondFactor.text')}
    >
      <PostForm action={begin ? paths.secondFactorSetup() : paths.secondFactor()}>
        <input type="hidden" name="intent" value="show" />
        <CarriedField carried={carried} />
        <Button wide>
          {t(begin ? 'account.setUp.begin' : 'account.carried.secondFactor.action')}
        </Button>
      </PostForm>
      <KeptText carried={carried} />
    </AccountPage>
  )
}
