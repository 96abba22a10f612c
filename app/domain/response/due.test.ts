import { describe, expect, it } from 'vitest'
import { dueDate, dueStanding, lastDay } from './due'
import { calendarOf2025 } from './working-days.fixture'

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
