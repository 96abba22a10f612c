import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  type WorkingCalendar,
} from './working-days'
import { calendarOf2025, calendarOf2026 } from './working-days.fixture'

const plainWeek: WorkingCalendar = { publishedThrough: '2099-12-31', days: new Map() }

const dates = fc
  .date({
    min: new Date('2025-01-01T00:00:00Z'),
    max: new Date('2025-11-30T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10))

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

describe('the working days of 2025', () => {
  test('number 248, as the announcement leaves them', () => {
    let working = 0
    for (let date = '2025-01-01'; date <= '2025-12-31'; date = dayAfter(date)) {
      if (isWorkingDay(date, calendarOf2025)) working += 1
    }
    expect(working).toBe(248)
  })

  test('leave out weekends, holidays on weekdays, and keep make-up days', () => {
    expect(isWorkingDay('2025-07-14', calendarOf2025)).toBe(true) // a Monday
    expect(isWorkingDay('2025-07-12', calendarOf2025)).toBe(false) // a Saturday
    expect(isWorkingDay('2025-10-08', calendarOf2025)).toBe(false) // a Wednesday
    expect(isWorkingDay('2025-10-11', calendarOf2025)).toBe(true) // a Saturday
  })
})

describe('the working days of 2026', () => {
  test('number 248, as the announcement leaves them', () => {
    expect(countWorkingDays('2025-12-31', '2026-12-31', calendarOf2026)).toBe(248)
  })

  test.each([
    // Friday the 13th; the make-up Saturday follows, nine days off, and another make-up Saturday.
    ['the Friday before Spring Festival', '2026-02-13', 1, '2026-02-14'],
    ['the Friday before Spring Festival', '2026-02-13', 2, '2026-02-24'],
    ['the Friday before Spring Festival', '2026-02-13', 6, '2026-02-28'],
    ['the Friday before Spring Festival', '2026-02-13', 7, '2026-03-02'],
    ['the make-up Saturday before Spring Festival', '2026-02-14', 1, '2026-02-24'],
    ['the make-up Saturday after Spring Festival', '2026-02-28', 1, '2026-03-02'],
    ['within Spring Festival', '2026-02-18', 1, '2026-02-24'],
    // By the week alone it would end on the 17th, within the festival.
    ['a Tuesday whose term ends within Spring Festival', '2026-02-10', 5, '2026-02-24'],
    ['the Friday before the make-up Sunday of National Day', '2026-09-18', 1, '2026-09-20'],
    ['the eve of Mid-Autumn', '2026-09-24', 1, '2026-09-28'],
    ['the eve of Mid-Autumn, past National Day', '2026-09-24', 4, '2026-10-08'],
    ['the eve of Mid-Autumn, to the make-up Saturday', '2026-09-24', 6, '2026-10-10'],
    ['the eve of Mid-Autumn, past the make-up Saturday', '2026-09-24', 7, '2026-10-12'],
    ['the make-up Saturday after National Day', '2026-10-10', 1, '2026-10-12'],
    ['September, with fifteen days over both holidays', '2026-09-18', 15, '2026-10-15'],
  ])('lead a term from %s (%s, %i days) to %s', (_what, from, days, end) => {
    expect(addWorkingDays(from, days, calendarOf2026)).toEqual({ date: end, provisional: false })
  })
})

describe('countWorkingDays', () => {
  test('counts the days that a term has, and none backwards', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const { date } = addWorkingDays(from, days, calendarOf2025)
        const begun = isWorkingDay(from, calendarOf2025) || days > 0 ? days : 1
        expect(countWorkingDays(from, date, calendarOf2025)).toBe(begun)
      }),
    )
    expect(countWorkingDays('2026-02-24', '2026-02-13', calendarOf2026)).toBe(0)
  })
})

describe('addWorkingDays', () => {
  const add = (from: string, days: number) => addWorkingDays(from, days, calendarOf2025).date

  test('does not count the day on which the period begins', () => {
    expect(add('2025-07-14', 1)).toBe('2025-07-15')
    expect(add('2025-07-14', 7)).toBe('2025-07-23')
  })

  test('passes over Spring Festival and counts the make-up Sunday and Saturday around it', () => {
    expect(add('2025-01-24', 1)).toBe('2025-01-26') // Friday to the make-up Sunday
    expect(add('2025-01-24', 2)).toBe('2025-01-27')
    expect(add('2025-01-24', 3)).toBe('2025-02-05') // the eight days off lie between
    expect(add('2025-01-24', 6)).toBe('2025-02-08') // the make-up Saturday
    expect(add('2025-01-24', 7)).toBe('2025-02-10')
  })

  test('passes over National Day and counts the make-up days before and after', () => {
    expect(add('2025-09-26', 1)).toBe('2025-09-28') // the make-up Sunday
    expect(add('2025-09-30', 1)).toBe('2025-10-09')
    expect(add('2025-09-30', 3)).toBe('2025-10-11') // the make-up Saturday
    expect(add('2025-09-30', 4)).toBe('2025-10-13')
    expect(add('2025-09-26', 7)).toBe('2025-10-13')
  })

  test('may begin on a day off', () => {
    expect(add('2025-10-04', 1)).toBe('2025-10-09')
    expect(add('2025-07-12', 1)).toBe('2025-07-14')
  })

  test('of no days is the day itself, or the next that offices work', () => {
    expect(add('2025-07-14', 0)).toBe('2025-07-14')
    expect(add('2025-10-01', 0)).toBe('2025-10-09')
  })

  test('is provisional only past what has been announced', () => {
    expect(addWorkingDays('2025-12-30', 1, calendarOf2025)).toEqual({
      date: '2025-12-31',
      provisional: false,
    })
    expect(addWorkingDays('2025-12-30', 2, calendarOf2025)).toEqual({
      date: '2026-01-01', // announced as a holiday only later: that is what provisional says
      provisional: true,
    })
  })

  test('always ends on a working day with so many working days behind it', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 1, max: 20 }), (from, days) => {
        const { date } = addWorkingDays(from, days, calendarOf2025)
        let counted = 0
        for (let day = dayAfter(from); day <= date; day = dayAfter(day)) {
          if (isWorkingDay(day, calendarOf2025)) counted += 1
        }
        expect(isWorkingDay(date, calendarOf2025)).toBe(true)
        expect(counted).toBe(days)
      }),
    )
  })

  test('takes five days for a week where nothing was announced', () => {
    expect(addWorkingDays('2030-01-01', 5, plainWeek).date).toBe('2030-01-08')
  })

  test('ends even where a calendar declares every day a holiday for months', () => {
    const days = new Map<string, boolean>()
    for (let date = '2025-01-01'; date < '2025-06-01'; date = dayAfter(date)) days.set(date, false)
    expect(addWorkingDays('2025-01-01', 1, { publishedThrough: '2025-12-31', days }).date).toBe(
      '2025-06-02',
    )
  })

  test.each(['2025-02-30', '2025-13-01', '2025-7-1', '', 'today', '2025-07-14T00:00:00Z'])(
    'refuses %j as a date',
    (from) => {
      expect(() => addWorkingDays(from, 1, calendarOf2025)).toThrow(RangeError)
    },
  )

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1001])(
    'refuses %s as a number of days',
    (days) => {
      expect(() => addWorkingDays('2025-07-14', days, calendarOf2025)).toThrow(RangeError)
    },
  )
})
