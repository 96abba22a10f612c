import { describe, expect, it } from 'vitest'
import { importCalendar, importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { isWorkingDay } from '~/domain/response/working-days'
import { announcedDays, announcedYears } from '~/server/calendar/announced-days.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import { transact } from '~/server/transact.server'
import { CALENDAR_TAG } from '~/server/calendar/load-calendar.server'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

describe('the announced days', () => {
  it('are known for 2026, make-up days included, and for no year after it', () => {
    const days = announcedDays(2026)
    expect(days).toHaveLength(365)
    expect(days?.find(({ date }) => date === '2026-10-10')).toEqual({
      date: '2026-10-10',
      working: true,
      name: '国庆节',
    })
    expect(days?.find(({ date }) => date === '2026-10-05')?.working).toBe(false)
    expect(announcedDays(2027)).toBeNull()
    expect(announcedYears(2024, TEST_NOW)).toEqual([2024, 2025, 2026])
  })
})

describe('the calendar', () => {
  it('is provisional throughout while nothing was imported', async () => {
    const calendar = await loadCalendar(site.container)
    expect(calendar.publishedThrough).toBe('1970-01-01')
  })

  it('is filled at start, once, up to the last announced day', async () => {
    await importCalendarIfEmpty(site.container)
    const calendar = await loadCalendar(site.container)
    expect(calendar.publishedThrough).toBe('2026-12-31')
    expect(isWorkingDay('2026-10-10', calendar)).toBe(true)
    expect(isWorkingDay('2026-10-01', calendar)).toBe(false)
    const events = await db().auditEvent.count({ where: { action: 'calendar.imported' } })
    await importCalendarIfEmpty(site.container)
    expect(await db().auditEvent.count({ where: { action: 'calendar.imported' } })).toBe(events)
  })

  it('keeps what an administrator corrected, and is read anew when its tag moves', async () => {
    await transact(site.scope(), async (tx) => {
      await tx.db.calendarDay.update({
        where: { date: new Date('2026-12-18T00:00:00Z') },
        data: { working: false, name: '停工' },
      })
      tx.touch(CALENDAR_TAG)
    })
    expect(isWorkingDay('2026-12-18', await loadCalendar(site.container))).toBe(false)
    expect(await importCalendar(site.scope())).toEqual({ years: [] })
    expect(isWorkingDay('2026-12-18', await loadCalendar(site.container))).toBe(false)
  })
})
