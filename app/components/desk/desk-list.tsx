import { classNames } from '~/components/ui/class-names'
import { DateTime } from '~/components/ui/date-time'
import { MetaLine, RuledItem } from '~/components/ui/ruled-list'
import { Tag, type Tone } from '~/components/ui/tag'
import { lastDay } from '~/domain/response/due'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItem } from '~/queries/list-desk.server'
import styles from './desk-list.module.css'
import { DueMark } from './due-mark'

/** What lies on the desk, by due date, with the line of today drawn through it. */
export function DeskList(props: {
  items: readonly DeskItem[]
  now: Date
  label: string
  /** The line of today is drawn where it falls; not in lists that have no order by due date. */
  line?: {
    /** The page before ended with what is overdue, or there is none before. */
    fromStart: boolean
    /** No further page follows: the line is drawn even below the last one. */
    toEnd: boolean
  }
  /** The official works for several departments: each matter names its own. */
  namesDepartment: boolean
}) {
  const { items, now, line } = props
  const first = items.findIndex(({ dueAt }) => dueAt > now)
  const at = first >= 0 ? first : items.length
  const drawn = line && (at > 0 || line.fromStart) && (at < items.length || line.toEnd)
  return (
    <ol role="list" className={styles.list} aria-label={props.label}>
      {items.map((item, index) => [
        drawn && index === at && <TodayLine key="today" now={now} below={at > 0} />,
        <Entry
          key={`${item.assignmentId} ${item.departmentId}`}
          item={item}
          now={now}
          namesDepartment={props.namesDepartment}
        />,
      ])}
      {drawn && at === items.length && <TodayLine now={now} below />}
    </ol>
  )
}

function TodayLine(props: { now: Date; below: boolean }) {
  const { t, language } = useTranslate()
  return (
    <li className={styles.today}>
      <span className={styles.todayWords}>
        {t('desk.today', { date: formatMonthDay(props.now, language) })}
        {props.below && <span className={styles.todayNote}>{t('desk.today.above')}</span>}
      </span>
    </li>
  )
}

function Entry(props: { item: DeskItem; now: Date; namesDepartment: boolean }) {
  const { t } = useTranslate()
  const { item } = props
  const title = item.commentExcerpt ?? item.title
  return (
    <RuledItem
      margin={
        item.rating ? (
          <span>
            {t('desk.due.rateUntil')}{' '}
            <DateTime value={lastDay(item.rating.closesAt)} show="monthDay" />
          </span>
        ) : item.answeredAt ? (
          <span>
            {t('desk.due.answered')} <DateTime value={item.answeredAt} show="monthDay" />
          </span>
        ) : (
          <DueMark dueAt={item.dueAt} provisional={item.dueProvisional} now={props.now} />
        )
      }
    >
      <h3 className={classNames(styles.title, item.commentExcerpt !== null && styles.quoted)}>
        <a
          href={paths.deskAssignment(item.assignmentId, {
            department: props.namesDepartment ? item.departmentId : undefined,
          })}
        >
          {title}
        </a>
      </h3>
      {item.ofComment && (
        <p className={styles.topic}>
          {item.commentExcerpt === null
            ? t('desk.subject.gone')
            : t('desk.ofTopic', { title: item.title })}
        </p>
      )}
      <MetaLine>
        <Tag>{t(`response.part.${item.part}`)}</Tag>
        <StateTag item={item} />
        <Marks item={item} />
        {props.namesDepartment && <span>{item.department}</span>}
        <span>{t(item.ofComment ? 'desk.subject.comment' : 'desk.subject.topic')}</span>
        {!item.answeredAt && item.handler && (
          <span>{t('act.handledBy', { name: item.handler })}</span>
        )}
      </MetaLine>
    </RuledItem>
  )
}

/** 督办, 催办, 申退, 延期, 会办未写完: what makes a matter other than the rest. */
function Marks({ item }: { item: DeskItem }) {
  const { t } = useTranslate()
  return (
    <>
      {item.supervised && <Tag tone="zhu">{t('desk.supervised')}</Tag>}
      {item.rating && (
        <Tag tone={item.rating.rated > 0 ? 'zhu' : 'zhe'}>
          {t(item.rating.rated > 0 ? 'desk.mark.dissatisfied' : 'desk.mark.unrated')}
        </Tag>
      )}
      {item.acknowledgeOverdue && <Tag tone="zhu">{t('desk.mark.acknowledgeOverdue')}</Tag>}
      {item.answeredAt && item.responseStatus === 'awaitingSignOff' && (
        <Tag>{t('desk.mark.correction')}</Tag>
      )}
      {item.request && <Tag tone="zhe">{t(`desk.mark.${item.request}Asked`)}</Tag>}
      {!item.answeredAt && item.reminders > 0 && (
        <Tag tone="zhu">{t('desk.mark.reminded', { n: item.reminders })}</Tag>
      )}
      {item.extensions > 0 && <Tag>{t('desk.mark.extended')}</Tag>}
      {!item.answeredAt && item.unfinishedJoint > 0 && (
        <Tag tone="zhe">{t('desk.mark.jointUnfinished', { n: item.unfinishedJoint })}</Tag>
      )}
    </>
  )
}

function StateTag({ item }: { item: DeskItem }) {
  const { t } = useTranslate()
  const { tone, word } = stateOf(item)
  return <Tag tone={tone}>{t(word)}</Tag>
}

function stateOf(item: DeskItem): { tone: Tone; word: `desk.state.${StateWord}` } {
  if (item.forMySignature) return { tone: 'dai', word: 'desk.state.forMySignature' }
  if (item.responseStatus === 'awaitingSignOff') {
    return { tone: 'zhe', word: 'desk.state.awaitingSignOff' }
  }
  if (item.answeredAt) return { tone: 'song', word: 'desk.state.published' }
  if (item.responseStatus === 'scheduled') return { tone: 'song', word: 'desk.state.scheduled' }
  if (!item.acknowledgedAt) return { tone: 'zhe', word: 'desk.state.unacknowledged' }
  if (item.responseStatus === 'drafting') return { tone: 'dai', word: 'desk.state.drafting' }
  return { tone: 'dai', word: 'desk.state.handling' }
}

type StateWord =
  | 'unacknowledged'
  | 'handling'
  | 'drafting'
  | 'awaitingSignOff'
  | 'scheduled'
  | 'published'
  | 'forMySignature'
