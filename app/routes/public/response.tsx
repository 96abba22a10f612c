import { useLoaderData } from '@remix-run/react'
import { pageMeta } from '~/components/layout/page-meta'
import { ResponseDocument } from '~/components/response/response-document'
import { ResponseVersions } from '~/components/response/response-versions'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { AppError } from '~/domain/errors'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { everybody } from '~/policies/access'
import { findResponseTopic, getResponseDocument } from '~/queries/get-response-document.server'
import { guardedLoader } from '~/server/http/guard.server'

export const loader = guardedLoader(everybody, async ({ scope, params, url }) => {
  const id = params['responseId'] ?? ''
  scope.pageTag(`response:${id}`)
  // How many of those answered are still public stands on the page.
  scope.pageTag(`topic:${await findResponseTopic(scope, id)}`)
  const response = await getResponseDocument(scope, id, versionOf(url.searchParams.get('version')))
  return { response, now: scope.now }
})

function versionOf(text: string | null): number | undefined {
  if (!text) return undefined
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new AppError('notFound')
  return Number(text)
}

export const meta = pageMeta<typeof loader>((t, found) => {
  if (!found) return t('response.document.title')
  const { response } = found
  const { topic, department, shown, versions } = response
  const title = t('response.document.of', { department: department.name, title: topic.title })
  return {
    title,
    path: paths.responseDocument(response.id),
    article: { title, publishedAt: shown.publishedAt, source: department.name },
    // Only what holds now is to be found by strangers.
    unlisted: shown.number !== versions[0]?.number,
  }
})

export default function ResponsePage() {
  const { response, now } = useLoaderData<typeof loader>()
  const { t } = useTranslate()
  const { topic } = response
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.response(topic.id, response.id), label: t('topic.back') },
        ]}
      />
      <ResponseVersions response={response} />
      <ResponseDocument response={response} now={now} />
    </>
  )
}
