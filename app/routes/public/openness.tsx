import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { PlainWords } from '~/components/layout/plain-words'
import { waitWords } from '~/components/receipt/wait-words'
import { APPEAL_TERM_WORKING_DAYS, APPEAL_WITHIN_DAYS } from '~/domain/moderation/appeal'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { getOpenness } from '~/queries/get-openness.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, ({ scope }) => {
  scope.pageTag('site')
  scope.pageTag('appeals')
  return getOpenness(scope)
})

export const meta = pageMeta((t) => ({
  title: t('openness.title'),
  description: t('openness.lede'),
  path: paths.openness(),
}))

/** How review is done and how often it was wrong: for everybody to read. */
export default function OpennessPage() {
  const { t } = useTranslate()
  const { days, usualWait, publicKey, appeals } = useLoaderData<typeof loader>()
  const { rate } = appeals
  return (
    <PlainWords
      title={t('openness.title')}
      lede={t('openness.lede')}
      parts={[
        {
          id: 'rules',
          title: t('openness.rules.title'),
          texts: [t('openness.rules.stance'), t('openness.rules.reason'), t('openness.rules.part')],
        },
        {
          id: 'time',
          title: t('openness.time.title'),
          texts: [
            usualWait === 'tooFew'
              ? t('receipt.usual.tooFew')
              : t('receipt.usual.text', {
                  median: waitWords(usualWait.medianMinutes, t),
                  p90: waitWords(usualWait.p90Minutes, t),
                }),
          ],
        },
        {
          id: 'appeals',
          title: t('openness.appeals.title'),
          texts: [
            t('openness.appeals.how', { within: APPEAL_WITHIN_DAYS, n: APPEAL_TERM_WORKING_DAYS }),
            t('openness.appeals.waiting', { n: appeals.waiting }),
            rate === null
              ? t('openness.appeals.none', { days })
              : t('openness.appeals.rate', {
                  days,
                  decided: appeals.decided,
                  overturned: appeals.overturned,
                  percent: Math.round(rate * 100),
                }),
          ],
        },
        {
          id: 'key',
          title: t('verify.key.title'),
          texts: [t('verify.key.about')],
          after: (
            <>
              <p>
                <code>{publicKey}</code>
              </p>
              <p>
                <a href={paths.verifyReceipt()}>{t('verify.title')}</a>
              </p>
            </>
          ),
        },
      ]}
    />
  )
}
