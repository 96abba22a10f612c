import { DateTime } from '~/components/ui/date-time'
import { formatDate } from '~/domain/shared/shanghai-time'
import type { TimelineFact } from '~/domain/topic/timeline'
import type { Language } from '~/i18n/languages'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './timeline.module.css'

export type TimelineItem = TimelineFact & {
  id: string
  at: Date | string
  internal?: boolean
}

/** What happened to a topic, oldest first, each fact with its day. Internal facts are marked as such. */
export function Timeline(props: { topicId: string; entries: readonly TimelineItem[] }) {
  const { t, language } = useTranslate()
  if (props.entries.length === 0) return <p>{t('timeline.empty')}</p>
  return (
    <ol role="list" className={styles.timeline} aria-label={t('timeline.label')}>
      {props.entries.map((entry) => {
        const { words, detail, link } = wordFact(entry, props.topicId, t, language)
        return (
          <li key={entry.id} className={styles.entry} data-kind={entry.kind}>
            <div className={styles.when}>
              <DateTime value={entry.at} show="day" />
            </div>
            <div className={styles.what}>
              <p>
                {entry.internal && (
                  <span className={styles.internal}>{t('timeline.internal')}</span>
                )}
                {words}
              </p>
              {detail && <p className={styles.detail}>{detail}</p>}
              {link && (
                <p>
                  <a href={link.href}>{link.label}</a>
                </p>
              )}
            </div>
          </li>
        )
      })}
    </ol>
  )
}

interface Worded {
  words: string
  detail?: string
  link?: { href: string; label: string }
}

/** A fact in words: what happened, what belongs to it, and where it can be read. */
function wordFact(fact: TimelineFact, topicId: string, t: Translate, language: Language): Worded {
  const reason = (text?: string) => (text ? t('timeline.reason', { reason: text }) : undefined)
  const day = (text: string) => formatDate(new Date(`${text}T12:00:00+08:00`), language)
  switch (fact.kind) {
    case 'opened': {
      const { studio } = fact.data
      return { words: studio ? t('timeline.openedBy', { studio }) : t('timeline.opened') }
    }
    case 'stageMoved': {
      const { from, to } = fact.data
      const detail = reason(fact.data.reason)
      if (from === 'closed') return { words: t('timeline.secondRound'), detail }
      if (to === 'closed') return { words: t('timeline.closed'), detail }
      return { words: t('timeline.stageMoved', { stage: t(`stage.${to}`) }), detail }
    }
    case 'assigned': {
      const { departments, dueOn, provisional, commentId, group, again } = fact.data
      const names = departmentNames(departments, t)
      return {
        words: t(
          again
            ? 'timeline.assignedAgain'
            : group
              ? 'timeline.assignedGroup'
              : commentId
                ? 'timeline.assignedComment'
                : 'timeline.assigned',
          { departments: names },
        ),
        detail: dueOn && isDay(dueOn) ? t(dueWords(provisional), { date: day(dueOn) }) : undefined,
        link: commentId
          ? { href: paths.comment(topicId, commentId), label: t('timeline.assigned.toComment') }
          : undefined,
      }
    }
    case 'acknowledged':
      return { words: t('timeline.acknowledged', { department: fact.data.department }) }
    case 'returnRequested':
      return {
        words: t('timeline.returnRequested', { department: fact.data.department }),
        detail: reason(fact.data.reason),
      }
    case 'returnDecided': {
      const { department, granted } = fact.data
      return {
        words: t(granted ? 'timeline.returnGranted' : 'timeline.returnRefused', { department }),
        detail: reason(fact.data.reason),
      }
    }
    case 'reassigned': {
      const { from, to, part, dueOn, provisional } = fact.data
      return {
        words: t('timeline.reassigned', {
          from,
          to: t(`timeline.assigned.${part}`, { names: to }),
        }),
        detail: dueOn && isDay(dueOn) ? t(dueWords(provisional), { date: day(dueOn) }) : undefined,
      }
    }
    case 'extensionRequested': {
      const { department, dueOn } = fact.data
      const words =
        dueOn && isDay(dueOn)
          ? t('timeline.extensionRequestedUntil', { department, date: day(dueOn) })
          : t('timeline.extensionRequested', { department })
      return { words, detail: reason(fact.data.reason) }
    }
    case 'extensionRefused':
      return {
        words: t('timeline.extensionRefused', { department: fact.data.department }),
        detail: reason(fact.data.reason),
      }
    case 'extended': {
      const { department, dueOn, provisional } = fact.data
      const words =
        dueOn && isDay(dueOn)
          ? t(provisional ? 'timeline.extendedProvisionally' : 'timeline.extendedUntil', {
              department,
              date: day(dueOn),
            })
          : t('timeline.extended', { department })
      return { words, detail: reason(fact.data.reason) }
    }
    case 'dueSettled': {
      const { department, dueOn, provisional } = fact.data
      return {
        words: t(provisional ? 'timeline.dueSettledProvisionally' : 'timeline.dueSettled', {
          department,
          date: isDay(dueOn) ? day(dueOn) : dueOn,
        }),
      }
    }
    case 'reminded': {
      const { department, count, automatic, toAcknowledge } = fact.data
      const words = toAcknowledge
        ? 'timeline.remindedToAcknowledge'
        : automatic
          ? 'timeline.remindedByClock'
          : 'timeline.reminded'
      return { words: t(words, { department, n: count }) }
    }
    case 'handedOver': {
      const { department, from, to } = fact.data
      return {
        words: from
          ? t('timeline.handedOverFrom', { department, from, to })
          : t('timeline.handedOver', { department, to }),
      }
    }
    case 'merged':
      return {
        words: t('timeline.merged', { title: fact.data.title }),
        detail: reason(fact.data.reason),
        link: { href: paths.topic(fact.data.topicId), label: t('timeline.toTopic') },
      }
    case 'tookIn':
      return {
        words: t('timeline.tookIn', { title: fact.data.title }),
        link: { href: paths.topic(fact.data.topicId), label: t('timeline.toTopic') },
      }
    case 'forwarded':
      return {
        words: t('timeline.forwarded', { department: fact.data.department }),
        detail: reason(fact.data.reason),
      }
    case 'supervised': {
      const { departments = [], text } = fact.data
      const names = departments.join(t('ui.listSeparator'))
      return {
        words: names ? t('timeline.supervisedOf', { names }) : t('timeline.supervised'),
        detail: text,
      }
    }
    case 'responsePublished': {
      const { department, joint = [], result, responseId } = fact.data
      return {
        words:
          joint.length > 0
            ? t('timeline.jointResponsePublished', {
                department,
                joint: joint.join(t('ui.listSeparator')),
              })
            : t('timeline.responsePublished', { department }),
        detail: result
          ? t('timeline.responsePublished.result', { result: t(`response.result.${result}`) })
          : undefined,
        link: { href: paths.response(topicId, responseId), label: t('timeline.toResponse') },
      }
    }
    case 'responseCorrected':
      return {
        words: t('timeline.responseCorrected', { department: fact.data.department }),
        detail: fact.data.change,
        link: {
          href: paths.responseDocument(fact.data.responseId),
          label: t('timeline.toResponse'),
        },
      }
    case 'reopeningDeclined':
      return { words: t('timeline.reopeningDeclined'), detail: reason(fact.data.reason) }
    case 'commitmentProgress':
    case 'commitmentKept':
    case 'commitmentMoveAsked':
    case 'commitmentMoveRefused':
    case 'commitmentMoved':
    case 'commitmentWithdrawn':
    case 'commitmentReminded':
    case 'commitmentEscalated':
      return {
        ...wordCommitment(fact, t, day),
        link: {
          href: paths.commitment(fact.data.commitmentId),
          label: t('timeline.toCommitment'),
        },
      }
    case 'summaryPublished': {
      const verdict = t(`verdict.${fact.data.verdict}`)
      const { number } = fact.data
      return {
        words:
          number > 1
            ? t('timeline.laterSummaryPublished', { n: number, verdict })
            : t('timeline.summaryPublished', { verdict }),
        link: { href: paths.topicSummary(topicId), label: t('timeline.toSummary') },
      }
    }
    case 'noConsensus':
      return {
        words: t('timeline.noConsensus'),
        link: { href: paths.topicSummary(topicId), label: t('timeline.toSummary') },
      }
    case 'note':
      return { words: fact.data.text }
  }
}

type CommitmentFact = Extract<TimelineFact, { kind: `commitment${string}` }>

/** What became of a promise. */
function wordCommitment(fact: CommitmentFact, t: Translate, day: (text: string) => string): Worded {
  const { department } = fact.data
  const date = (text: string) => (isDay(text) ? day(text) : '')
  const reason = (text?: string) => (text ? t('timeline.reason', { reason: text }) : undefined)
  switch (fact.kind) {
    case 'commitmentProgress':
    case 'commitmentWithdrawn':
      return { words: t(`timeline.${fact.kind}`, { department }) }
    case 'commitmentKept':
      return {
        words: t(`timeline.commitmentKept.${fact.data.late ? 'late' : 'inTime'}`, { department }),
      }
    case 'commitmentMoveAsked':
      return {
        words: t('timeline.commitmentMoveAsked', { department, date: date(fact.data.to) }),
        detail: reason(fact.data.reason),
      }
    case 'commitmentMoveRefused':
      return {
        words: t('timeline.commitmentMoveRefused', { department }),
        detail: reason(fact.data.reason),
      }
    case 'commitmentMoved':
      return {
        words: t('timeline.commitmentMoved', {
          department,
          from: date(fact.data.from),
          to: date(fact.data.to),
        }),
        detail: reason(fact.data.reason),
      }
    case 'commitmentReminded':
      return {
        words: t('timeline.commitmentReminded', { department, date: date(fact.data.dueOn) }),
      }
    case 'commitmentEscalated':
      return {
        words: t(`timeline.commitmentEscalated.${fact.data.to}`, {
          department,
          date: date(fact.data.dueOn),
        }),
      }
  }
}

function dueWords(provisional?: boolean) {
  return provisional ? 'timeline.assigned.dueProvisional' : 'timeline.assigned.due'
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))
}

/** 甲主办、乙和丙会办: the departments asked, by their part. */
function departmentNames(
  departments: ReadonlyArray<{ name: string; part: 'lead' | 'joint' | 'parallel' }>,
  t: Translate,
): string {
  const separator = t('ui.listSeparator')
  return (['lead', 'joint', 'parallel'] as const)
    .flatMap((part) => {
      const names = departments.filter((each) => each.part === part).map((each) => each.name)
      if (names.length === 0) return []
      return [t(`timeline.assigned.${part}`, { names: names.join(separator) })]
    })
    .join(separator)
}
