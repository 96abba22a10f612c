import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { PlainWords } from '~/components/layout/plain-words'
import { ButtonLink } from '~/components/ui/button'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, ({ scope, context }) => {
  scope.pageTag('site')
  return { telephone: scope.container.env.SITE_TELEPHONE, elder: context.mode.elder }
})

export const meta = pageMeta((t) => ({
  title: t('accessibility.title'),
  description: t('accessibility.lede'),
  path: paths.accessibility(),
}))

const SEE = ['contrast', 'zoom', 'words'] as const
const USE = ['keyboard', 'script', 'time', 'motion'] as const

export default function Accessibility() {
  const { t } = useTranslate()
  const { telephone, elder } = useLoaderData<typeof loader>()
  const switchElder = paths.preferences({ elder: elder ? '0' : '1', back: paths.accessibility() })
  return (
    <PlainWords
      title={t('accessibility.title')}
      lede={t('accessibility.lede')}
      parts={[
        {
          id: 'elder',
          title: t('accessibility.elder.title'),
          texts: [t('accessibility.elder.text')],
          after: (
            <p>
              <ButtonLink href={switchElder} variant="secondary">
                {t(elder ? 'accessibility.elder.off' : 'accessibility.elder.on')}
              </ButtonLink>
            </p>
          ),
        },
        {
          id: 'see',
          title: t('accessibility.see.title'),
          texts: SEE.map((point) => t(`accessibility.see.${point}`)),
        },
        {
          id: 'hear',
          title: t('accessibility.hear.title'),
          texts: [t('accessibility.hear.text')],
        },
        {
          id: 'use',
          title: t('accessibility.use.title'),
          texts: USE.map((point) => t(`accessibility.use.${point}`)),
        },
        {
          id: 'language',
          title: t('accessibility.language.title'),
          texts: [t('accessibility.language.text')],
        },
        {
          id: 'known',
          title: t('accessibility.known.title'),
          texts: [t('accessibility.known.text')],
        },
        {
          id: 'contact',
          title: t('accessibility.contact.title'),
          texts: [t('accessibility.contact.text', { telephone })],
        },
      ]}
    />
  )
}
