import { describe, expect, it } from 'vitest'
import {
  acknowledgeOverdueBefore,
  acknowledgeUntil,
  dueDate,
  dueStanding,
  extendedDue,
  isProvisional,
  lastDay,
  settledDue,
} from './due'
import { calendarOf2025, calendarOf2026 } from './working-days.fixture'

const at = (text: string) => new Date(`${text}+08:00`)

describe('a due date', () => {
  it('is midnight at the end of the working day on which the term ends', () => {
    // From Friday 26 September 2025: Sunday the 28th is a make-up day, 1 to 8 October are holidays.
    const due = dueDate(at('2025-09-26T17:59:00'), 5, calendarOf2025)
    expect(due).toEqual({ dueAt: at('2025-10-11T00:00:00'), provisional: false })
    expect(lastDay(due.dueAt).toISOString().slice(0, 10)).toBe('2025-10-10')
  })

  it('counts from the day in Shanghai, whatever the day in UTC', () => {
    const early = dueDate(at('2025-07-14T00:30:00'), 1, calendarOf2025)
    const late = dueDate(at('2025-07-14T23:30:00'), 1, calendarOf2025)
    expect(early).toEqual(late)
    expect(early.dueAt).toEqual(at('2025-07-16T00:00:00'))
  })

  it('is provisional past what was announced', () => {
    expect(dueDate(at('2025-12-30T09:00:00'), 1, calendarOf2025).provisional).toBe(false)
    expect(dueDate(at('2025-12-30T09:00:00'), 2, calendarOf2025).provisional).toBe(true)
  })
})

describe('a due date around the holidays of 2026', () => {
  it('begins with the day of the assignment, also late on the eve of the holiday', () => {
    // Half past eleven at night on the make-up Saturday before Spring Festival.
    const due = dueDate(at('2026-02-14T23:30:00'), 1, calendarOf2026)
    expect(due).toEqual({ dueAt: at('2026-02-25T00:00:00'), provisional: false })
    expect(dueDate(at('2026-02-15T00:30:00'), 1, calendarOf2026)).toEqual(due)
  })

  it('is extended past the holiday, and over the make-up day after it', () => {
    const due = dueDate(at('2026-09-24T09:00:00'), 3, calendarOf2026).dueAt
    expect(due).toEqual(at('2026-10-01T00:00:00')) // the end of 30 September
    expect(extendedDue(due, 1, calendarOf2026).dueAt).toEqual(at('2026-10-09T00:00:00'))
    expect(extendedDue(due, 3, calendarOf2026).dueAt).toEqual(at('2026-10-11T00:00:00'))
  })

  it('is certain through the last announced day and provisional from the next', () => {
    expect(isProvisional(at('2027-01-01T00:00:00'), calendarOf2026)).toBe(false)
    expect(isProvisional(at('2027-01-02T00:00:00'), calendarOf2026)).toBe(true)
  })
})

describe('the day for 签收', () => {
  it('is the next working day, and told alike from the assignment and from today', () => {
    for (let hour = 0; hour < 24 * 60; hour += 7) {
      const now = new Date(at('2026-09-20T00:00:00').getTime() + hour * 3_600_000)
      const before = acknowledgeOverdueBefore(now, calendarOf2026)
      expect(acknowledgeUntil(new Date(before.getTime() - 1), calendarOf2026) <= now).toBe(true)
      expect(acknowledgeUntil(before, calendarOf2026) > now).toBe(true)
    }
    // The eve of National Day: until the end of the first working day after it.
    expect(acknowledgeUntil(at('2026-09-30T17:00:00'), calendarOf2026)).toEqual(
      at('2026-10-09T00:00:00'),
    )
  })
})

describe('a provisional due date', () => {
  // Both years, as they are known once the second has been announced.
  const announced = {
    publishedThrough: calendarOf2026.publishedThrough,
    days: new Map([...calendarOf2025.days, ...calendarOf2026.days]),
  }

  it('has as many working days when the holidays are announced', () => {
    const from = at('2025-12-08T10:00:00')
    const before = dueDate(from, 50, calendarOf2025)
    expect(before).toEqual({ dueAt: at('2026-02-17T00:00:00'), provisional: true })
    const settled = settledDue(from, before.dueAt, calendarOf2025, announced)
    expect(settled).toEqual(dueDate(from, 50, announced).dueAt)
    expect(settled).toEqual(at('2026-02-25T00:00:00'))
  })

  it('is not moved to an earlier day by a make-up day', () => {
    // Monday 5 January by the week; the Sunday before it is worked, but 1 and 2 January are off.
    const from = at('2025-12-31T10:00:00')
    const before = dueDate(from, 3, calendarOf2025)
    expect(before.dueAt).toEqual(at('2026-01-06T00:00:00'))
    const onlyMakeUp = { ...announced, days: new Map([['2026-01-04', true]]) }
    expect(settledDue(from, before.dueAt, calendarOf2025, onlyMakeUp)).toEqual(before.dueAt)
  })
})

describe('how a due date stands', () => {
  const dueAt = at('2025-07-17T00:00:00')
  it.each([
    ['2025-07-18T00:00:00', { kind: 'overdue', days: 2 }],
    ['2025-07-17T00:00:00', { kind: 'overdue', days: 1 }],
    ['2025-07-16T23:59:59', { kind: 'today' }],
    ['2025-07-15T12:00:00', { kind: 'soon', days: 1 }],
    ['2025-07-13T00:00:00', { kind: 'soon', days: 3 }],
    ['2025-07-12T23:59:59', { kind: 'later', days: 4 }],
  ])('on %s', (now, standing) => {
    expect(dueStanding(dueAt, at(now))).toEqual(standing)
  })
})
