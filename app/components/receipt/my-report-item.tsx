import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { Tag, type Tone } from '~/components/ui/tag'
import type { ReportResult } from '~/domain/moderation/report'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { MyReport } from '~/queries/list-my-reports.server'
import styles from './my-report-item.module.css'

const TONES: Record<ReportResult, Tone> = { upheld: 'song', dismissed: 'plain', lapsed: 'plain' }

/** A report of one's own: what was reported and why, and what came of it. */
export function MyReportItem({ report }: { report: MyReport }) {
  const { t, language } = useTranslate()
  const { topic, words, result, dueAt } = report
  return (
    <RuledItem id={`report-${report.id}`}>
      <MetaLine>
        {result ? (
          <Tag tone={TONES[result.result]}>{t(`report.result.${result.result}`)}</Tag>
        ) : (
          <Tag tone="zhe">{t('report.mine.waits')}</Tag>
        )}
        <span>{t('report.mine.reported', { at: formatDateTime(report.at, language) })}</span>
      </MetaLine>
      <h3 className={styles.topic}>
        <a href={paths.topic(topic.id)}>{topic.title}</a>
      </h3>
      {words ? (
        <p className={styles.words} lang={words.lang}>
          {words.excerpt}
        </p>
      ) : (
        <p className={styles.quiet}>{t('report.mine.gone')}</p>
      )}
      {words?.changed && <p className={styles.quiet}>{t('report.mine.changed')}</p>}
      <p>
        <b>{t('report.mine.reason')}</b>
        {t(`report.reason.${report.reason}`)}
      </p>
      {report.text && (
        <p className={styles.said}>
          <b>{t('report.mine.said')}</b>
          {report.text}
        </p>
      )}
      {dueAt && <p>{t('report.mine.waitsUntil', { at: formatDateTime(dueAt, language) })}</p>}
      {result && <Outcome result={result} />}
      {words && (
        <p className={styles.way}>
          <a href={paths.comment(topic.id, report.commentId)}>{t('report.mine.look')}</a>
        </p>
      )}
    </RuledItem>
  )
}

function Outcome({ result }: { result: NonNullable<MyReport['result']> }) {
  const { t, language } = useTranslate()
  const { outcome, rule } = result
  const what = result.result === 'upheld' ? (outcome ?? 'reject') : result.result
  return (
    <div className={styles.outcome}>
      <p>{t(`report.outcome.${what}`, { at: formatDateTime(result.at, language) })}</p>
      {rule && <p>{t('report.outcome.rule', { label: rule.label, text: rule.text })}</p>}
    </div>
  )
}
