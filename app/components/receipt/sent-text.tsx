import { MetaLine } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import { useTranslate } from '~/i18n/use-translate'
import styles from './sent-text.module.css'

/** The words as they were sent, with their type and stance. */
export function SentText(props: {
  html: string
  lang: string
  kind: CommentKind
  stance: Stance | null
}) {
  const { t } = useTranslate()
  return (
    <div className={styles.sent}>
      <MetaLine>
        {props.stance && <Tag>{t(`stance.${props.stance}`)}</Tag>}
        <Tag>{t(`kind.${props.kind}`)}</Tag>
      </MetaLine>
      <div className="prose" lang={props.lang} dangerouslySetInnerHTML={{ __html: props.html }} />
    </div>
  )
}
