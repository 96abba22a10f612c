import { noonOf } from '~/domain/shared/day'
import { formatDate, formatMonthDay, shanghaiDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'

/** The last day of a promise, without its year where that is the present one; and the day before it was moved. */
export function DueDay(props: { dueOn: string; firstDueOn?: string; now: Date }) {
  const { t, language } = useTranslate()
  const { dueOn, firstDueOn = dueOn } = props
  const year = shanghaiDate(props.now).slice(0, 4)
  const date = (day: string) =>
    (day.startsWith(year) ? formatMonthDay : formatDate)(noonOf(day), language)
  return (
    <>
      <span>{t('commitment.due', { date: date(dueOn) })}</span>
      {firstDueOn !== dueOn && <span>{t('commitment.due.moved', { date: date(firstDueOn) })}</span>}
    </>
  )
}
