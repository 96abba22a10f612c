import { AttachedFiles } from '~/components/attachment/attached-files'
import { fileLines } from '~/components/attachment/file-lines'
import { Disclosure } from '~/components/ui/disclosure'
import type { Loaded } from '~/components/ui/loaded'
import { MetaLine } from '~/components/ui/ruled-list'
import { Tag } from '~/components/ui/tag'
import type { CommentKind, Stance } from '~/domain/comment/comment'
import { useTranslate } from '~/i18n/use-translate'
import type { AttachedFile } from '~/queries/attached-files'
import styles from './sent-text.module.css'

/** The words as they were sent, with their type and stance. */
export function SentText(props: {
  html: string
  /** What was typed, where parts of it are hidden. */
  typed: string | null
  lang: string
  kind: CommentKind
  stance: Stance | null
  files: readonly Loaded<AttachedFile>[]
}) {
  const { t } = useTranslate()
  return (
    <div className={styles.sent}>
      <MetaLine>
        {props.stance && <Tag>{t(`stance.${props.stance}`)}</Tag>}
        <Tag>{t(`kind.${props.kind}`)}</Tag>
      </MetaLine>
      <div className="prose" lang={props.lang} dangerouslySetInnerHTML={{ __html: props.html }} />
      <AttachedFiles files={fileLines(props.files, t)} />
      {props.typed !== null && (
        <Disclosure summary={t('receipt.text.typed')}>
          <p>{t('receipt.text.masked')}</p>
          <p className={styles.typed} lang={props.lang}>
            {props.typed}
          </p>
        </Disclosure>
      )}
    </div>
  )
}
