import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import type { Loaded } from '~/components/ui/loaded'
import { useTranslate } from '~/i18n/use-translate'
import type { CommitmentLine } from '~/queries/list-commitments.server'
import styles from './commitment-list.module.css'
import { CommitmentMark } from './commitment-mark'
import { DueDay } from './due-day'

/** Promises as entries of the ledger: the sentence, who, by when, where it stands, and what residents say. */
export function CommitmentList(props: {
  commitments: ReadonlyArray<Loaded<CommitmentLine>>
  /** Where each leads. */
  hrefOf: (id: string) => string
  now: Date
  headingLevel: 2 | 3
  /** Every one is a promise of the reader's department. */
  ofOwn?: boolean
}) {
  const { t } = useTranslate()
  const Heading = props.headingLevel === 2 ? 'h2' : 'h3'
  return (
    <RuledList label={t('commitment.list.label')}>
      {props.commitments.map((line) => (
        <RuledItem
          key={line.id}
          margin={
            <>
              <CommitmentMark commitment={line} now={props.now} />
              <DueDay dueOn={line.dueOn} firstDueOn={line.firstDueOn} now={props.now} />
            </>
          }
        >
          <Heading className={styles.words} lang="zh-Hans">
            <a href={props.hrefOf(line.id)}>{line.words}</a>
          </Heading>
          <p className={styles.topic} lang={line.lang}>
            {t('commitment.ofTopic', { title: line.title })}
          </p>
          <MetaLine>
            {!props.ofOwn && <span lang="zh-Hans">{line.department}</span>}
            <span lang="zh-Hans">{line.responsible}</span>
          </MetaLine>
          <MetaLine>
            <span>{checksInLine(line.checks, t)}</span>
          </MetaLine>
        </RuledItem>
      ))}
    </RuledList>
  )
}

function checksInLine(
  { so, notYet, cannotSay }: CommitmentLine['checks'],
  t: ReturnType<typeof useTranslate>['t'],
): string {
  return so + notYet + cannotSay === 0
    ? t('commitment.sides.nobody')
    : t('commitment.sides.inLine', { so, notYet, cannotSay })
}
