import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { PlainWords } from '~/components/layout/plain-words'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, ({ scope }) => {
  scope.pageTag('site')
  const { SITE_OPERATOR, SITE_TELEPHONE } = scope.container.env
  return { sponsor: SITE_OPERATOR, telephone: SITE_TELEPHONE }
})

export const meta = pageMeta((t) => ({
  title: t('privacy.title'),
  description: t('privacy.lede'),
  path: paths.privacy(),
}))

const WHAT = [
  'phone',
  'name',
  'district',
  'comments',
  'files',
  'mail',
  'push',
  'password',
  'log',
  'not',
] as const
const TIME = ['account', 'codes', 'notices', 'log', 'comments'] as const
const RIGHTS = ['see', 'correct', 'withdraw', 'delete', 'complain'] as const
const ONE_TEXT = ['children', 'cookies', 'change'] as const

export default function Privacy() {
  const { t } = useTranslate()
  const answerable = useLoaderData<typeof loader>()
  return (
    <PlainWords
      title={t('privacy.title')}
      kicker={t('privacy.version', { version: PRIVACY_VERSION })}
      lede={t('privacy.lede')}
      parts={[
        {
          id: 'who',
          title: t('privacy.who.title'),
          texts: [t('privacy.who.text', answerable)],
        },
        {
          id: 'what',
          title: t('privacy.what.title'),
          texts: WHAT.map((point) => t(`privacy.what.${point}`)),
        },
        { id: 'public', title: t('privacy.public.title'), texts: [t('privacy.public.text')] },
        { id: 'share', title: t('privacy.share.title'), texts: [t('privacy.share.text')] },
        {
          id: 'time',
          title: t('privacy.time.title'),
          texts: TIME.map((point) => t(`privacy.time.${point}`)),
        },
        {
          id: 'rights',
          title: t('privacy.rights.title'),
          texts: RIGHTS.map((point) => t(`privacy.rights.${point}`)),
        },
        ...ONE_TEXT.map((part) => ({
          id: part,
          title: t(`privacy.${part}.title`),
          texts: [t(`privacy.${part}.text`)],
        })),
      ]}
    />
  )
}
