import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AccountPage, Stack, Way, Ways } from '~/components/account/account-page'
import { pageMeta } from '~/components/layout/page-meta'
import { Button, ButtonLink } from '~/components/ui/button'
import { DateTime } from '~/components/ui/date-time'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { Tag } from '~/components/ui/tag'
import { giveConsent } from '~/commands/give-consent.server'
import { withdrawConsent } from '~/commands/withdraw-consent.server'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import { AppError } from '~/domain/errors'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { accountOwner } from '~/policies/second-factor'
import { getOwnAccount } from '~/queries/get-own-account.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

const DONE = ['given', 'withdrawn'] as const

export const loader = guardedLoader(accountOwner, async ({ scope, url }) => {
  const { consents, consented, confirmed } = await getOwnAccount(scope)
  const done = DONE.find((known) => known === url.searchParams.get('done')) ?? null
  return { consents, consented, confirmed, done }
})

export const action = guardedAction(accountOwner, async ({ scope, form }) => {
  if (form.get('intent') === 'withdraw') {
    await withdrawConsent(scope)
    throw redirect(paths.consents({ done: 'withdrawn' }), 303)
  }
  // Consent is given by the button that says so, and by nothing else.
  if (form.get('intent') !== 'give') throw new AppError('invalidInput')
  await giveConsent(scope)
  throw redirect(paths.consents({ done: 'given' }), 303)
})

export const meta = pageMeta((t) => ({ title: t('account.consents.title'), unlisted: true }))

export default function Consents() {
  const { t } = useTranslate()
  const { consents, consented, confirmed, done } = useLoaderData<typeof loader>()
  const version = PRIVACY_VERSION
  const mayWithdraw = consents.some((consent) => consent.withdrawnAt === null)
  return (
    <AccountPage
      title={t('account.consents.title')}
      lede={t('account.consents.lede')}
      below="account"
    >
      {done && (
        <Notice kind="success" live>
          <p>{t(`account.consents.done.${done}`)}</p>
        </Notice>
      )}
      {done === 'given' && !confirmed && (
        <div>
          <ButtonLink href={paths.changePhone()}>{t('account.consents.confirmPhone')}</ButtonLink>
        </div>
      )}
      <Section id="record" title={t('account.consents.list')}>
        {consents.length === 0 && <p>{t('account.consents.none')}</p>}
        <RuledList>
          {consents.map((consent) => (
            <RuledItem
              key={consent.version}
              margin={
                <Tag tone={consent.withdrawnAt ? 'plain' : 'song'}>
                  {t(consent.withdrawnAt ? 'account.consents.over' : 'account.consents.inForce')}
                </Tag>
              }
            >
              <p>{t('account.consents.item', { version: consent.version })}</p>
              <MetaLine>
                <span>
                  {t('account.consents.given')} <DateTime value={consent.givenAt} />
                </span>
                {consent.withdrawnAt && (
                  <span>
                    {t('account.consents.withdrawn')} <DateTime value={consent.withdrawnAt} />
                  </span>
                )}
              </MetaLine>
            </RuledItem>
          ))}
        </RuledList>
        <Ways>
          <Way href={paths.privacy()}>{t('account.consent.link')}</Way>
        </Ways>
      </Section>
      {!consented && (
        <Section
          id="give"
          title={t('account.consents.give.title')}
          lede={t('account.consents.give.text', { version })}
        >
          <Stack>
            <PostForm>
              <input type="hidden" name="intent" value="give" />
              <Button wide>{t('account.consents.give.action', { version })}</Button>
            </PostForm>
          </Stack>
        </Section>
      )}
      {mayWithdraw && (
        <Section
          id="withdraw"
          title={t('account.consents.withdraw.title')}
          lede={t('account.consents.withdraw.text')}
        >
          <Stack>
            <PostForm>
              <input type="hidden" name="intent" value="withdraw" />
              <Button variant="danger" wide>
                {t('account.consents.withdraw.action')}
              </Button>
            </PostForm>
          </Stack>
        </Section>
      )}
    </AccountPage>
  )
}
