import {
  formatDate,
  formatDateTime,
  formatMonthDay,
  shanghaiDate,
} from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'

/** A point in time, absolute, as the clock in Shanghai shows it: to the minute, or its day alone. */
export function DateTime(props: {
  /** A date, or its ISO form as it came from a loader. */
  value: Date | string
  show?: 'minute' | 'day' | 'monthDay'
}) {
  const { language } = useTranslate()
  const instant = typeof props.value === 'string' ? new Date(props.value) : props.value
  if (props.show === 'day' || props.show === 'monthDay') {
    const format = props.show === 'day' ? formatDate : formatMonthDay
    return <time dateTime={shanghaiDate(instant)}>{format(instant, language)}</time>
  }
  return <time dateTime={instant.toISOString()}>{formatDateTime(instant, language)}</time>
}
