import type { FileWords } from '~/domain/moderation/screening/file-words'
import type { FilePlace } from '~/domain/moderation/screening/finding'
import type { RuleId } from '~/domain/moderation/screening/rules'
import { useTranslate } from '~/i18n/use-translate'
import { MarkedText } from './marked-text'
import styles from './marked-files.module.css'

const PARTS = ['name', 'alt'] as const

/** The names and descriptions of files in which rules found something, as they were typed, with that marked. */
export function MarkedFiles(props: {
  files: readonly FileWords[]
  findings: ReadonlyArray<{ rule: RuleId; files?: readonly FilePlace[] | undefined }>
}) {
  const { t } = useTranslate()
  const marked = props.files.flatMap((words, file) =>
    PARTS.flatMap((part) => {
      const findings = props.findings.flatMap(({ rule, files = [] }) => {
        const evidence = files.filter((place) => place.file === file && place.part === part)
        return evidence.length > 0 ? [{ rule, evidence }] : []
      })
      return findings.length > 0 ? [{ key: `${file} ${part}`, file, part, words, findings }] : []
    }),
  )
  if (marked.length === 0) return null
  return (
    <dl className={styles.files}>
      {marked.map(({ key, file, part, words, findings }) => (
        <div key={key}>
          <dt>{t(`screening.file.${part}`, { n: file + 1 })}</dt>
          <dd>
            <MarkedText text={words[part]} findings={findings} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
