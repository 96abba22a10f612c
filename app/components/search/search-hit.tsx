import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './search-hit.module.css'

type Kind = 'topic' | 'comment' | 'response' | 'commitment' | 'summary'

/** Something found: of which topic, how it begins, and the way to it. */
export function SearchHitItem(props: {
  hit: {
    id: string
    kind: Kind
    topicId: string
    title: string
    excerpt: string
    publishedAt: Date | string
  }
}) {
  const { t } = useTranslate()
  const { hit } = props
  return (
    <RuledItem>
      <h2 className={styles.title}>
        <a href={hrefOf(hit)}>{hit.title}</a>
      </h2>
      <p className={styles.excerpt}>{hit.excerpt}</p>
      <MetaLine>
        <Tag tone={hit.kind === 'response' ? 'zhu' : 'plain'}>{t(`search.kind.${hit.kind}`)}</Tag>
        <DateTime value={hit.publishedAt} show="day" />
      </MetaLine>
    </RuledItem>
  )
}

function hrefOf({ id, kind, topicId }: { id: string; kind: Kind; topicId: string }): string {
  switch (kind) {
    case 'topic':
      return paths.topic(topicId)
    case 'comment':
      return paths.comment(topicId, id)
    case 'response':
      return paths.response(topicId, id)
    case 'commitment':
      return paths.commitment(id)
    case 'summary':
      return paths.topicSummary(topicId)
  }
}
