import { MetaLine } from '~/components/ui/ruled-list'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { AnswerCommitment } from '~/queries/list-answer-commitments.server'
import styles from './answer-commitments.module.css'
import { CommitmentMark } from './commitment-mark'
import { DueDay } from './due-day'

/** What an answer promises, beside it: the sentence, who, by when, and where it stands. */
export function AnswerCommitments(props: {
  commitments: ReadonlyArray<Omit<AnswerCommitment, 'madeIn'>>
  /** Where each leads. */
  hrefOf?: (id: string) => string
  now: Date
  headingLevel: 2 | 3
}) {
  const { t } = useTranslate()
  const { commitments, hrefOf = (id) => paths.commitment(id) } = props
  if (commitments.length === 0) return null
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.promises}>
      <Heading className={styles.title}>{t('commitment.beside.title')}</Heading>
      <ul role="list" className={styles.list}>
        {commitments.map((commitment) => (
          <li key={commitment.id} className={styles.item}>
            <p className={styles.words} lang="zh-Hans">
              <a href={hrefOf(commitment.id)}>{commitment.words}</a>
            </p>
            <MetaLine>
              <CommitmentMark commitment={commitment} now={props.now} />
              <DueDay dueOn={commitment.dueOn} now={props.now} />
              <span lang="zh-Hans">{commitment.responsible}</span>
            </MetaLine>
          </li>
        ))}
      </ul>
    </div>
  )
}
