import { DateTime } from '~/components/ui/date-time'
import { Facts } from '~/components/ui/facts'
import type { Loaded } from '~/components/ui/loaded'
import { noonOf } from '~/domain/shared/day'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { CommitmentView } from '~/queries/get-commitment.server'

/** Who promised what by when, and where it was said. */
export function CommitmentFacts({ commitment }: { commitment: Loaded<CommitmentView> }) {
  const { t, language } = useTranslate()
  const { dueOn, firstDueOn, topic } = commitment
  const date = (day: string) => formatDate(noonOf(day), language)
  return (
    <Facts
      facts={[
        {
          term: t('commitment.department'),
          value: <span lang="zh-Hans">{commitment.department}</span>,
        },
        {
          term: t('commitment.responsible'),
          value: <span lang="zh-Hans">{commitment.responsible}</span>,
        },
        {
          term: t('commitment.due.on'),
          value: (
            <>
              {date(dueOn)}
              {firstDueOn !== dueOn &&
                ` · ${t('commitment.due.moved', { date: date(firstDueOn) })}`}
            </>
          ),
        },
        { term: t('commitment.madeAt'), value: <DateTime value={commitment.madeAt} show="day" /> },
        {
          term: t('commitment.topic'),
          value: (
            <a href={paths.topic(topic.id)} lang={topic.lang}>
              {topic.title}
            </a>
          ),
        },
        {
          term: t('commitment.answer'),
          value: (
            <a href={paths.responseDocument(commitment.responseId)}>
              {t('commitment.answer.open')}
            </a>
          ),
        },
      ]}
    />
  )
}
