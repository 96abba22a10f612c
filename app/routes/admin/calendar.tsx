import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AdminPage } from '~/components/admin/admin-page'
import { CalendarDayForm } from '~/components/admin/calendar-day-form'
import { CalendarYears } from '~/components/admin/calendar-years'
import { FormNotices, readDone } from '~/components/admin/form-notices'
import { HolidaySummary } from '~/components/admin/holiday-summary'
import { typedValues } from '~/components/admin/typed-values'
import { YearCalendar } from '~/components/admin/year-calendar'
import { YearLegend } from '~/components/admin/year-legend'
import { pageMeta } from '~/components/layout/page-meta'
import { LinkTabs } from '~/components/ui/link-tabs'
import { Notice } from '~/components/ui/notice'
import { Section } from '~/components/ui/section'
import { announceCalendarYear } from '~/commands/announce-calendar-year.server'
import { importCalendar } from '~/commands/import-calendar.server'
import { saveCalendarDay } from '~/commands/save-calendar-day.server'
import { AppError } from '~/domain/errors'
import { formatDate, shanghaiDate } from '~/domain/shared/shanghai-time'
import { calendarDaySchema, calendarYearSchema } from '~/forms/administration'
import { isCalendarDate } from '~/forms/fields'
import { submitForm } from '~/forms/submit'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { administrators } from '~/policies/administration'
import { getCalendarYear } from '~/queries/get-calendar-year.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'

/** The year of the address, or this one. @throws AppError notFound for what is no year of this calendar */
function readYear(url: URL, now: Date): number {
  const text = url.searchParams.get('year') ?? shanghaiDate(now).slice(0, 4)
  if (!/^20\d{2}$/.test(text)) throw new AppError('notFound')
  return Number(text)
}

/** The day of the address whose correction is open. */
function readDay(url: URL, year: number): string | null {
  const day = url.searchParams.get('day')
  return day && isCalendarDate(day) && day.startsWith(`${year}-`) ? day : null
}

export const loader = guardedLoader(administrators, async ({ scope, url }) => {
  const year = readYear(url, scope.now)
  const calendar = await getCalendarYear(scope, year)
  return {
    calendar,
    day: calendar.announced ? readDay(url, year) : null,
    done: readDone(url),
  }
})

export const action = guardedAction(administrators, async ({ scope, form, url }) => {
  const year = readYear(url, scope.now)
  const values = form.toObject()
  switch (form.get('intent')) {
    case 'import': {
      const { years } = await importCalendar(scope)
      throw redirect(paths.adminCalendar({ year: years.at(-1) ?? year, done: 'imported' }), 303)
    }
    case 'announce': {
      const result = await submitForm(calendarYearSchema, values, (input) =>
        announceCalendarYear(scope, input),
      )
      if (result.ok) {
        throw redirect(paths.adminCalendar({ year: result.year, done: 'announced' }), 303)
      }
      const { status, ...returned } = result
      return data({ intent: 'announce' as const, returned }, { status })
    }
    case 'day': {
      const date = readDay(url, year)
      if (!date) throw new AppError('notFound')
      const result = await submitForm(
        calendarDaySchema,
        values,
        ({ working, name, seenWorking, seenName }) =>
          saveCalendarDay(scope, {
            date,
            seen: { working: seenWorking, name: seenName },
            fields: { working, name },
          }),
      )
      if (result.ok) throw redirect(paths.adminCalendar({ year, done: 'saved' }), 303)
      const { status, ...returned } = result
      return data({ intent: 'day' as const, returned }, { status })
    }
    default:
      throw new AppError('invalidInput', { field: 'intent' })
  }
})

export const meta = pageMeta<typeof loader>((t, loaded) => ({
  title: loaded ? t('admin.calendar.title', { year: loaded.calendar.year }) : t('admin.calendar'),
  unlisted: true,
}))

export default function Calendar() {
  const { t, language } = useTranslate()
  const { calendar, day, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { year, days, announced, publishedThrough } = calendar
  const marked = day ? days.find(({ date }) => date === day) : undefined
  const entered = day
    ? { working: marked?.working ?? !isWeekend(day), name: marked?.name ?? null }
    : null
  const through =
    publishedThrough && formatDate(new Date(`${publishedThrough}T00:00:00+08:00`), language)
  return (
    <AdminPage
      at="calendar"
      title={t('admin.calendar.title', { year })}
      lede={t('admin.calendar.lede')}
      kicker={through && t('admin.calendar.through', { date: through })}
    >
      <LinkTabs
        label={t('admin.calendar.years')}
        tabs={calendar.years.map((each) => ({
          href: paths.adminCalendar({ year: each }),
          label: t('admin.calendar.yearLabel', { year: each }),
          current: each === year,
        }))}
      />
      <FormNotices returned={answer?.returned} done={done} present={entered ?? undefined} />
      {!announced && (
        <Notice kind="warning" title={t('admin.calendar.provisional.title', { year })}>
          <p>{t('admin.calendar.provisional.text')}</p>
        </Notice>
      )}
      <CalendarYears
        calendar={calendar}
        typed={typedValues(answer?.intent === 'announce' ? answer.returned.form : undefined, t)}
      />
      {day && entered && (
        <CalendarDayForm
          date={day}
          entered={entered}
          typed={typedValues(answer?.intent === 'day' ? answer.returned.form : undefined, t)}
        />
      )}
      <YearLegend />
      <YearCalendar year={year} today={calendar.today} days={days} editable={announced} />
      <Section id="holidays" title={t('admin.calendar.summary')}>
        <HolidaySummary days={days} />
      </Section>
    </AdminPage>
  )
}

function isWeekend(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
