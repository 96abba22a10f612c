import { useRouteLoaderData } from '@remix-run/react'
import { AccountPage, Way, Ways } from '~/components/account/account-page'
import { CarriedField, KeptText, ResubmitForm } from '~/components/account/carried-form'
import { CarryOn } from '~/components/account/carry-on'
import { SignInForm } from '~/components/account/sign-in-form'
import { Means } from '~/components/sanction/own-sanction-notices'
import { Button, ButtonLink } from '~/components/ui/button'
import { PageHeading } from '~/components/ui/page-heading'
import { PostForm } from '~/components/ui/post-form'
import type { ErrorParams } from '~/domain/errors'
import { SANCTION_STEPS } from '~/domain/moderation/sanction'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { CarriedForm, PublicError } from '~/server/http/error-response.server'

/** What happened, what was kept, what to do: for every error that reaches a page. */
export function ErrorPage({ error }: { error: PublicError }) {
  const { t } = useTranslate()
  const { code, carried } = error
  if (carried && code === 'signInRequired') return <SignInToGoOn carried={carried} />
  if (carried && code === 'secondFactorRequired') {
    return <CarryOn step="secondFactor" carried={carried} />
  }
  if (carried && code === 'stalePage') return <Stale carried={carried} />
  if (code === 'sanctioned') return <Sanctioned params={error.params} />
  return (
    <>
      <PageHeading
        title={t(`error.${error.code}.title`)}
        lede={<p>{t(`error.${error.code}.text`, error.params)}</p>}
      />
      <p>
        <ButtonLink href={paths.home()}>{t('common.toHome')}</ButtonLink>
      </p>
      {error.requestId && <p>{t('common.requestId', { id: error.requestId })}</p>}
    </>
  )
}

/** A sanction forbids it: which, until when, and where its reasons and the appeal are. */
function Sanctioned({ params }: { params: ErrorParams }) {
  const { t } = useTranslate()
  const step = SANCTION_STEPS.find((known) => known === params['step']) ?? 'limited'
  const until = params['until'] ? new Date(String(params['until'])) : null
  return (
    <>
      <PageHeading
        title={t('error.sanctioned.title')}
        lede={<Means sanction={{ step, until }} />}
      />
      <p>
        <ButtonLink href={paths.ownSanction(String(params['sanction']))}>
          {t('topic.now.toSanction')}
        </ButtonLink>
      </p>
    </>
  )
}

/** The session is over: sign-in in place, with what was being sent. */
function SignInToGoOn({ carried }: { carried: CarriedForm }) {
  const { t } = useTranslate()
  const root = useRouteLoaderData('root') as { demo?: boolean } | undefined
  return (
    <AccountPage title={t('account.carried.signIn.title')} lede={t('account.carried.signIn.text')}>
      <SignInForm carried={carried} />
      <KeptText carried={carried} />
      <Ways>
        <Way href={paths.recover()} aside>
          {t('account.signIn.forgot')}
        </Way>
      </Ways>
      {root?.demo && (
        <PostForm action={paths.signIn()}>
          <input type="hidden" name="intent" value="show" />
          <CarriedField carried={carried} />
          <Button variant="secondary">{t('account.persona.show')}</Button>
        </PostForm>
      )}
    </AccountPage>
  )
}

/** The forms by which one gets in: somebody who is in by now has nothing to send again. */
const WAYS_IN = /^\/(sign-in|sign-up|sign-out|recover|welcome)(\/|\?|$)/

/** The session has changed since the page was opened: the same form again, with a token of the present one. */
function Stale({ carried }: { carried: CarriedForm }) {
  const { t } = useTranslate()
  if (WAYS_IN.test(carried.path)) {
    return (
      <AccountPage
        title={t('account.signIn.already.title')}
        lede={t('account.signIn.already.text')}
      >
        <div>
          <ButtonLink href={carried.path.startsWith(paths.signIn()) ? carried.path : paths.home()}>
            {t('account.signIn.already.action')}
          </ButtonLink>
        </div>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('account.carried.stale.title')} lede={t('account.carried.stale.text')}>
      <KeptText carried={carried} />
      <ResubmitForm carried={carried} />
    </AccountPage>
  )
}
