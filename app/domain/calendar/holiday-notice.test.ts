import { describe, expect, test } from 'vitest'
import { announcedDays } from '~/server/calendar/announced-days.server'
import { daysOfYear, readHolidayNotice } from './holiday-notice'

// The notices as they were published; the dates are compared with those of another source.
const NOTICES: Record<number, string> = {
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2025年元旦、春节、清明节、劳动节、端午节、国庆节和中秋节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作，遇有重大突发事件，要按规定及时报告并妥善处置。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。三、清明节：4月4日（周六）至6日（周一）放假，共3天。四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。五、端午节：6月19日（周五）至21日（周日）放假，共3天。六、中秋节：9月25日（周五）至27日（周日）放假，共3天。七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
}

const notice = (year: number) => NOTICES[year] ?? ''

describe('the notice of a year', () => {
  test.each([2024, 2025, 2026])('of %i gives the working days that are known for it', (year) => {
    const { holidays, problems } = readHolidayNotice(notice(year), year)
    expect(problems).toEqual([])
    const read = daysOfYear(year, holidays).map(({ date, working }) => ({ date, working }))
    const known = (announcedDays(year) ?? []).map(({ date, working }) => ({ date, working }))
    expect(known.length).toBeGreaterThan(364)
    expect(read).toEqual(known)
  })

  test('names days off and the days worked for them', () => {
    const { holidays } = readHolidayNotice(notice(2025), 2025)
    expect(holidays.map(({ name }) => name)).toEqual([
      ...['元旦', '春节', '清明节', '劳动节', '端午节', '国庆节、中秋节'],
    ])
    expect(holidays[1]).toEqual({
      name: '春节',
      from: '2025-01-28',
      to: '2025-02-04',
      makeUpDays: ['2025-01-26', '2025-02-08'],
    })
    const day = daysOfYear(2025, holidays).find(({ date }) => date === '2025-02-08')
    expect(day).toEqual({ date: '2025-02-08', working: true, name: '春节' })
  })

  test.each(['2025年12月31日至2026年1月2日', '2025年12月31日（周三）至1月2日'])(
    'may begin in the year before: %s',
    (written) => {
      const text = notice(2026).replace('1月1日（周四）至3日（周六）', written)
      const { holidays, problems } = readHolidayNotice(text, 2026)
      expect(problems).toEqual([])
      expect(holidays[0]).toMatchObject({ from: '2025-12-31', to: '2026-01-02' })
      expect(daysOfYear(2026, holidays)[0]).toEqual({
        date: '2025-12-31',
        working: false,
        name: '元旦',
      })
    },
  )

  test('is read with figures and signs of any width, and with numbers for headings', () => {
    const text = notice(2026).replaceAll('（', '(').replaceAll('：', ':').replace('一、', '1.')
    expect(readHolidayNotice(text, 2026).problems).toEqual([])
    const wide = notice(2026).replace('10月1日', '１０月１日')
    expect(readHolidayNotice(wide, 2026).problems).toEqual([])
  })
})

describe('a notice that does not hold together', () => {
  const problems = (text: string, year = 2026) =>
    readHolidayNotice(text, year).problems.map(({ kind, where }) => `${kind} ${where}`)

  test('is that of another year: its weekdays do not fit', () => {
    expect(problems(notice(2025), 2026)).toContain('wrongWeekday 2026-01-01')
    expect(problems(notice(2024), 2026)).toContain('wrongWeekday 2026-02-04')
  })

  test('leaves out a holiday', () => {
    const text = notice(2026).replace(/五、端午节[^。]+。/u, '')
    expect(problems(text)).toEqual(['holidayMissing 端午'])
    expect(problems('一、元旦：1月1日（周四）放假。')).toEqual([
      'holidayMissing 春节、清明、劳动、端午、中秋、国庆',
    ])
  })

  test('has dates that are none, or run backwards', () => {
    expect(problems(notice(2026).replace('4月4日（周六）至6日', '4月31日（周六）至6日'))).toContain(
      'notADate 4月31日(周六)',
    )
    expect(problems(notice(2026).replace('5月1日（周五）至5日（周二）', '5月9日至5日'))).toContain(
      'rangeBackwards 2026-05-09 2026-05-05',
    )
  })

  test('asks for work on a day that is worked anyway', () => {
    expect(problems(notice(2026).replace('5月9日（周六）上班', '5月11日上班'))).toEqual([
      'makeUpOnWeekday 2026-05-11',
    ])
  })

  test('says nothing, or nothing of days off', () => {
    expect(problems('')).toEqual(['nothingRead 2026'])
    expect(problems('今年好好休息。')).toEqual(['nothingRead 2026'])
    expect(problems('一、元旦：待定。')).toContain('noDays 元旦')
  })

  test('is read in time that grows with its length', () => {
    const started = performance.now()
    readHolidayNotice('一、元旦：1月1日至'.repeat(20_000), 2026)
    readHolidayNotice('1月'.repeat(20_000), 2026)
    readHolidayNotice(' '.repeat(100_000), 2026)
    expect(performance.now() - started).toBeLessThan(500)
  })
})
