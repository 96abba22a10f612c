import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { lastDay } from '~/domain/response/due'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnAnswer } from '~/queries/list-own-answers.server'

/** Answers to what the reader raised, each with the way to rate it while that is open. */
export function OwnAnswers(props: {
  answers: readonly OwnAnswer[]
  now: Date
  /** The answers are of several topics: each names its own. */
  namesTopic?: boolean
}) {
  const { t, language } = useTranslate()
  return (
    <RuledList>
      {props.answers.map((answer) => {
        const { responseId, topicId, department } = answer
        const open = answer.closesAt > props.now
        const until = t('rating.toRate.until', {
          date: formatMonthDay(lastDay(answer.closesAt), language),
        })
        return (
          <RuledItem key={responseId}>
            {props.namesTopic && (
              <h3>
                <a href={paths.topic(topicId)}>{answer.title}</a>
              </h3>
            )}
            <MetaLine>
              <a href={paths.response(topicId, responseId)}>
                {t('rating.answers.read', { department })}
              </a>
              {answer.rated && <span>{t('rating.answers.rated')}</span>}
              {open ? (
                <a href={paths.rateResponse(responseId)}>
                  {t(answer.rated ? 'rating.revise' : 'rating.toRate.item', { department })}
                </a>
              ) : (
                !answer.rated && <span>{t('rating.answers.closed')}</span>
              )}
              {open && <span>{until}</span>}
            </MetaLine>
          </RuledItem>
        )
      })}
    </RuledList>
  )
}
