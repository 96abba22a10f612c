import type { DraftCheck } from '~/domain/response/draft-check'
import type { Translate } from '~/i18n/translate'

/** A finding of the check in words, and whether it is a hint or all is there. */
export interface CheckLine {
  good: boolean
  words: string
}

/** From so many minutes on an answer is long: three are 1,200 characters, more than a printed page. */
const LONG_MINUTES = 4

/** So many points are named; that there are more says their number. */
const NAMED_POINTS = 5

/** What the check of a draft says, for the page and for the script that renews it at each pause. */
export function checkLines(check: DraftCheck, t: Translate): CheckLine[] {
  const { unmet, points } = check
  const list = unmet
    .slice(0, NAMED_POINTS)
    .map(({ author, words }) => t('answer.check.point', { author, words }))
    .join(t('ui.listSeparator'))
  return [
    {
      good: unmet.length === 0,
      words:
        unmet.length === 0
          ? t('answer.check.points.all', { n: points })
          : t('answer.check.points.some', { n: points, unmet: unmet.length, list }),
    },
    {
      good: check.hasDate,
      words: t(check.hasDate ? 'answer.check.date.yes' : 'answer.check.date.no'),
    },
    {
      good: check.hasContact,
      words: t(check.hasContact ? 'answer.check.contact.yes' : 'answer.check.contact.no'),
    },
    {
      good: check.readingMinutes < LONG_MINUTES,
      words: t(check.readingMinutes < LONG_MINUTES ? 'answer.check.reading' : 'answer.check.long', {
        n: check.readingMinutes,
      }),
    },
    ...(check.vague.length > 0
      ? [
          {
            good: false,
            words: t('answer.check.vague', { list: check.vague.join(t('ui.listSeparator')) }),
          },
        ]
      : []),
  ]
}
