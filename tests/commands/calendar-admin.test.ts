import { describe, expect, it } from 'vitest'
import { announceCalendarYear } from '~/commands/announce-calendar-year.server'
import { importCalendar } from '~/commands/import-calendar.server'
import { saveCalendarDay } from '~/commands/save-calendar-day.server'
import { isWorkingDay } from '~/domain/response/working-days'
import { calendarYearSchema } from '~/forms/administration'
import { parseForm } from '~/forms/form'
import { getCalendarYear } from '~/queries/get-calendar-year.server'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import { makeActor } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const admin = (displayName = '王芳') => makeActor(db(), [{ role: 'admin' }], { displayName })

// Made up, in the form of the notices, with the weekdays of 2027.
const NOTICE_2027 = `一、元旦：2026年12月31日（周四）至1月2日（周六）放假调休，共3天。1月3日（周日）上班。
二、春节：2月5日（周五）至12日（周五）放假调休，共8天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

function read(year: number, notice: string) {
  const parsed = parseForm(calendarYearSchema, { year: String(year), notice })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.state.errors))
  return parsed.data
}

describe('the working-day calendar', () => {
  it('is imported, corrected by the day and continued by the notice of the next year', async () => {
    const scope = site.scope(await admin())
    await importCalendar(scope)
    const { nextYear } = await getCalendarYear(scope, 2026)
    expect(nextYear).toBe(2027)
    expect((await getCalendarYear(scope, 2027)).announced).toBe(false)

    const holidays = read(2027, NOTICE_2027).holidays
    expect(await announceCalendarYear(scope, { year: 2028, holidays: [] })).toMatchObject({
      ok: false,
      error: { key: 'admin.calendar.yearGap', params: { year: 2027 } },
    })
    expect(await announceCalendarYear(scope, { year: 2027, holidays })).toMatchObject({ ok: true })
    expect(await announceCalendarYear(scope, { year: 2027, holidays })).toMatchObject({
      ok: false,
      error: { key: 'admin.calendar.yearThere' },
    })

    const year = await getCalendarYear(scope, 2027)
    expect(year).toMatchObject({ announced: true, publishedThrough: '2027-12-31', nextYear: 2028 })
    expect(year.days).toContainEqual({ date: '2027-10-09', working: true, name: '国庆节' })
    expect(await db().calendarDay.count({ where: { date: { gte: new Date('2027-01-01') } } })).toBe(
      365,
    )
    const calendar = await loadCalendar(site.container)
    expect(calendar.publishedThrough).toBe('2027-12-31')
    expect(isWorkingDay('2026-12-31', calendar)).toBe(false)
    expect(isWorkingDay('2027-01-03', calendar)).toBe(true)
    expect(isWorkingDay('2027-09-15', calendar)).toBe(false)
  })

  it('is corrected on the day as it was seen', async () => {
    const scope = site.scope(await admin('赵敏'))
    const seen = { working: true, name: null }
    const fields = { working: false, name: '地方节日' }
    const input = { date: '2026-12-01', seen, fields }
    expect(await saveCalendarDay(scope, input)).toEqual({ ok: true })
    expect(isWorkingDay('2026-12-01', await loadCalendar(site.container))).toBe(false)
    await expect(saveCalendarDay(site.scope(await admin()), input)).rejects.toMatchObject({
      code: 'conflict',
      params: { who: '赵敏', what: 'name,working' },
    })
    const event = await db().auditEvent.findFirstOrThrow({ where: { objectId: '2026-12-01' } })
    expect(event).toMatchObject({ action: 'calendar.changed', detail: { before: seen } })
  })

  it('is not stretched by a single day past its horizon', async () => {
    const scope = site.scope(await admin())
    const day = { working: false, name: '元旦' }
    expect(
      await saveCalendarDay(scope, { date: '2031-01-01', seen: day, fields: day }),
    ).toMatchObject({ ok: false, error: { key: 'admin.calendar.notAnnounced' } })
  })

  it('is kept by administrators alone', async () => {
    const scope = site.scope(await makeActor(db(), [{ role: 'auditor' }]))
    const day = { working: false, name: null }
    await expect(
      saveCalendarDay(scope, { date: '2026-12-02', seen: day, fields: day }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(announceCalendarYear(scope, { year: 2028, holidays: [] })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
