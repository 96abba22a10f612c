import type { ReactNode } from 'react'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { PageHeading } from '~/components/ui/page-heading'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** The head of the pages behind a topic's first: which topic this is, and the way to it. */
export function TopicStub(props: {
  topic: { id: string; title: string; lang: string }
  children: ReactNode
}) {
  const { t } = useTranslate()
  const { topic } = props
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.topics(), label: t('topics.title') },
          { href: paths.topic(topic.id), label: t('topic.back') },
        ]}
      />
      <PageHeading
        topic
        title={<span lang={topic.lang}>{topic.title}</span>}
        lede={<p>{t('topic.compact')}</p>}
      />
      {props.children}
    </>
  )
}
