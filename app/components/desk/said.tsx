import { Speaker } from '~/components/moderation/speaker'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import { useTranslate } from '~/i18n/use-translate'
import styles from './said.module.css'

/** A published comment in its author's own words, as those read it who answer or assign it. */
export function Said(props: {
  comment: {
    authorName: string
    voice: Voice
    authorTitle: string | null
    kind: CommentKind
    stance: Stance | null
    lang: string
    createdAt: Date
    html: string
  }
}) {
  const { t } = useTranslate()
  const { comment } = props
  return (
    <blockquote className={styles.said}>
      <MetaLine>
        <strong>
          <Speaker
            author={{ name: comment.authorName, voice: comment.voice, title: comment.authorTitle }}
          />
        </strong>
        <DateTime value={comment.createdAt} />
        <Tag>{t(`kind.${comment.kind}`)}</Tag>
        {comment.stance && <span>{t(`stance.${comment.stance}`)}</span>}
      </MetaLine>
      <div
        className="prose"
        lang={comment.lang}
        dangerouslySetInnerHTML={{ __html: comment.html }}
      />
    </blockquote>
  )
}
