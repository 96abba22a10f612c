import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import styles from './holiday-summary.module.css'
import type { MarkedDay } from './year-calendar'

interface Holiday {
  name: string
  off: string[]
  work: string[]
}

/** The holidays of a year in words: when, how long, which days are worked for them. */
export function HolidaySummary(props: { days: readonly MarkedDay[] }) {
  const { t, language } = useTranslate()
  const day = (date: string) => formatMonthDay(new Date(`${date}T00:00:00+08:00`), language)
  const holidays = holidaysOf(props.days)
  if (holidays.length === 0) return <p>{t('admin.calendar.summary.none')}</p>
  return (
    <dl className={styles.holidays}>
      {holidays.map(({ name, off, work }) => {
        const [first = '', last = first] = [off[0], off.at(-1)]
        return (
          <div key={`${name} ${first}`} className={styles.holiday}>
            <dt className={styles.name}>{name}</dt>
            <dd>
              {off.length > 0 && (
                <span>
                  {first === last ? day(first) : `${day(first)}–${day(last)}`}
                  <span className={styles.days}>{t('admin.calendar.days', { n: off.length })}</span>
                </span>
              )}
              {work.length > 0 && (
                <span className={styles.work}>
                  {t('audit.pair', {
                    field: t('admin.calendar.legend.work'),
                    value: work.map(day).join(t('ui.listSeparator')),
                  })}
                </span>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

/** Named days by their holiday, in the order of the year. */
function holidaysOf(days: readonly MarkedDay[]): Holiday[] {
  const holidays = new Map<string, Holiday>()
  for (const { date, working, name } of days) {
    if (!name) continue
    const holiday = holidays.get(name) ?? { name, off: [], work: [] }
    ;(working ? holiday.work : holiday.off).push(date)
    holidays.set(name, holiday)
  }
  return [...holidays.values()]
}
