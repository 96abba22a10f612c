import { classNames } from '~/components/ui/class-names'
import { formatMonthDay } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import styles from './year-calendar.module.css'

/** A day that differs from the week, or bears a name. */
export interface MarkedDay {
  date: string
  working: boolean
  name: string | null
}

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** A year at a glance: twelve months as tables, days off and make-up days marked by a word and a shape. */
export function YearCalendar(props: {
  year: number
  today: string
  days: readonly MarkedDay[]
  /** Every day leads to its correction. */
  editable: boolean
}) {
  const byDate = new Map(props.days.map((day) => [day.date, day]))
  return (
    <div className={styles.year}>
      {MONTHS.map((month) => (
        <Month key={month} {...props} month={month} byDate={byDate} />
      ))}
    </div>
  )
}

function Month(props: {
  year: number
  month: number
  today: string
  byDate: ReadonlyMap<string, MarkedDay>
  editable: boolean
}) {
  const { t } = useTranslate()
  const { year, month } = props
  const weekdays = t('admin.calendar.weekdays').split(',')
  return (
    <table className={styles.month}>
      <caption className={styles.caption}>{t('admin.calendar.month', { month })}</caption>
      <thead>
        <tr>
          {weekdays.map((weekday, index) => (
            <th key={index} scope="col" className={styles.weekday}>
              <span className="visually-hidden">{t('admin.calendar.weekdayPrefix')}</span>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          <tr key={index}>
            {week.map((date, column) =>
              date ? (
                <Day
                  key={date}
                  date={date}
                  weekend={column > 4}
                  today={date === props.today}
                  marked={props.byDate.get(date)}
                  editable={props.editable}
                />
              ) : (
                <td key={column} className={styles.blank} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day(props: {
  date: string
  weekend: boolean
  today: boolean
  marked: MarkedDay | undefined
  editable: boolean
}) {
  const { t, language } = useTranslate()
  const { date, marked, weekend, today } = props
  const working = marked?.working ?? !weekend
  const kind = working === !weekend ? null : working ? 'work' : 'off'
  // A named day off on a weekend belongs to its holiday as well.
  const off = kind === 'off' || (marked?.name && !working)
  const spoken = formatMonthDay(new Date(`${date}T00:00:00+08:00`), language)
  const label = marked?.name
    ? t(working ? 'admin.calendar.day.work' : 'admin.calendar.day.off', {
        date: spoken,
        name: marked.name,
      })
    : t(working ? 'admin.calendar.day.workPlain' : 'admin.calendar.day.offPlain', {
        date: spoken,
      })
  const words = (
    <>
      <span className={styles.number} aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      {(off || kind === 'work') && (
        <span className={styles.mark} aria-hidden="true">
          {t(off ? 'admin.calendar.mark.off' : 'admin.calendar.mark.work')}
        </span>
      )}
      <span className="visually-hidden">
        {label}
        {today && ` ${t('admin.calendar.today')}`}
      </span>
    </>
  )
  return (
    <td
      className={classNames(
        styles.cell,
        weekend && styles.weekend,
        off && styles.off,
        kind === 'work' && styles.work,
        today && styles.today,
      )}
    >
      {props.editable ? (
        <a className={styles.day} href={dayHref(date)} title={marked?.name ?? undefined}>
          {words}
        </a>
      ) : (
        <span className={styles.day}>{words}</span>
      )}
    </td>
  )
}

function dayHref(date: string): string {
  return `${paths.adminCalendar({ year: Number(date.slice(0, 4)), day: date })}#day`
}

/** The weeks of a month from Monday on; null for days of the neighbouring months. */
function weeksOf(year: number, month: number): Array<Array<string | null>> {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const blank = (first.getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const cells = [
    ...Array.from({ length: blank }, () => null),
    ...Array.from(
      { length },
      (_, day) => `${year}-${String(month).padStart(2, '0')}-${String(day + 1).padStart(2, '0')}`,
    ),
  ]
  const weeks: Array<Array<string | null>> = []
  for (let start = 0; start < cells.length; start += 7) {
    const week: Array<string | null> = cells.slice(start, start + 7)
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)])
  }
  return weeks
}
