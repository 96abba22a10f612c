import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { appealSanction } from '~/commands/appeal-sanction.server'
import { pageMeta } from '~/components/layout/page-meta'
import { OwnAppeal } from '~/components/sanction/own-appeal'
import { Means } from '~/components/sanction/own-sanction-notices'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Facts } from '~/components/ui/facts'
import { PageHeading } from '~/components/ui/page-heading'
import { Section } from '~/components/ui/section'
import { isAppError } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { appealSchema } from '~/forms/appeal'
import { parseForm } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { signedIn } from '~/policies/access'
import { getOwnSanction } from '~/queries/get-own-sanction.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(signedIn, async ({ scope, params }) => ({
  sanction: await getOwnSanction(scope, params['id'] ?? ''),
}))

export const action = guardedAction(signedIn, async ({ scope, params, form }) => {
  const { id: sanctionId } = await getOwnSanction(scope, params['id'] ?? '')
  const parsed = parseForm(appealSchema, form.toObject())
  if (!parsed.ok) return data({ form: parsed.state }, { status: 422 })
  try {
    await appealSanction(scope, { sanctionId, ...parsed.data })
  } catch (error) {
    // It was sent twice, or the matter has moved on: the page tells how it stands.
    if (!isAppError(error) || error.params['problem'] === undefined) throw error
  }
  return redirect(`${paths.ownSanction(sanctionId)}#appeal`, 303)
})

export const meta = pageMeta((t) => ({ title: t('sanction.title'), unlisted: true }))

export default function OwnSanction() {
  const { t, language } = useTranslate()
  const { sanction } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form
  const { standing, until, lifted } = sanction
  const at = (date: Date) => formatDateTime(date, language)
  return (
    <>
      <Breadcrumbs trail={[{ href: paths.me(), label: t('me.title') }]} />
      <PageHeading
        title={t(`sanction.own.${sanction.step}`)}
        lede={
          standing === 'inForce' ? (
            <Means sanction={sanction} />
          ) : (
            <p>
              {standing === 'ended' && until && t('sanction.own.over.ended', { at: at(until) })}
              {standing === 'lifted' &&
                lifted &&
                t('sanction.own.over.lifted', { at: at(lifted.at) })}
            </p>
          )
        }
      />
      <Facts
        facts={[
          { term: t('sanction.own.reason'), value: sanction.reason },
          { term: t('sanction.own.from'), value: at(sanction.from) },
          {
            term: t('sanction.own.until'),
            value: until ? at(until) : t('sanction.own.until.none'),
          },
          { term: t('sanction.own.lifted'), value: lifted?.reason },
        ]}
      />
      {sanction.texts.length > 0 && (
        <Section id="texts" title={t('sanction.own.texts')}>
          <ul>
            {sanction.texts.map((text) => (
              <li key={text.commentId}>
                <a href={paths.receipt(text.commentId)}>
                  {t('sanction.own.text', { topic: text.topic, at: at(text.at) })}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        id="appeal"
        title={t('sanction.appeal.title')}
        more={{ href: paths.ownData(), label: t('sanction.own.data') }}
      >
        <OwnAppeal sanction={sanction} form={form} />
      </Section>
    </>
  )
}
