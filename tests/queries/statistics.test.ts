import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { editTopic } from '~/commands/edit-topic.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { rateResponse } from '~/commands/rate-response.server'
import { statisticsTable } from '~/components/statistics/statistics-table'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { getStatistics, type StatisticsFilter } from '~/queries/get-statistics.server'
import { makeAnswered } from '#tests/factories/answered'
import { makeAssignment } from '#tests/factories/desk'
import { makeActor, makeCategory, makeDistrict } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))
beforeEach(() => {
  site.now = TEST_NOW
})

const ALL: StatisticsFilter = { departmentId: null, districtId: null, categoryId: null }
const read = (filter: Partial<StatisticsFilter> = {}, months: 3 | 6 | 12 = 12) =>
  getStatistics(site.scope(), months, { ...ALL, ...filter })

/** One answered and rated matter and one that is owed, both of one department. */
async function makeMatters() {
  const answered = await makeAnswered(site)
  await rateResponse(site.scope(answered.resident), {
    responseId: answered.responseId,
    version: 0,
    resolution: 'dissatisfied',
    attitude: 'satisfied',
    speed: 'mostlySatisfied',
    reason: 'result',
    text: '',
  })
  const departmentId = answered.office.department.id
  const owed = await makeAssignment(site, {
    departments: [{ departmentId, part: 'lead' }],
    workingDays: 5,
  })
  return { ...answered, departmentId, owed }
}

describe('the statistics', () => {
  it('tell of a department what it answered, what is owed and what residents say', async () => {
    const { departmentId } = await makeMatters()
    const { whole, each, months } = await read({ departmentId })
    expect(whole.response).toEqual({ inTime: 1, late: 0, overdue: 0 })
    expect(whole.rates.response.excluded).toContainEqual({ reason: 'notYetDue', count: 1 })
    expect(whole.declared).toMatchObject({ resolving: 1, resolved: 0 })
    expect(whole.rates.confirmed).toMatchObject({ numerator: 0, denominator: 1, share: null })
    expect(whole.rates.speed).toMatchObject({ numerator: 1, denominator: 1 })
    expect(whole.rates.confirmed.excluded).toContainEqual({ reason: 'evaluationOpen', count: 1 })
    expect(months.at(-1)).toBe('2026-11')
    expect(each.at(-1)?.response.inTime).toBe(1)
    expect(each.at(-2)?.response.inTime).toBe(0)
  })

  it('follow the clock: what was not due is overdue, what could be rated was not', async () => {
    const { departmentId, owed } = await makeMatters()
    site.now = new Date(owed.dueAt.getTime() - 1)
    expect((await read({ departmentId })).overdueNow).toBe(0)
    site.now = owed.dueAt
    expect((await read({ departmentId })).overdueNow).toBe(1)
    site.advance(20 * DAY_MS)
    const { whole } = await read({ departmentId })
    expect(whole.rates.response).toMatchObject({ numerator: 1, denominator: 2 })
    expect(whole.rates.confirmed.excluded).toContainEqual({ reason: 'notRated', count: 1 })
  })

  it('stand beside those of the same time before, for each department too', async () => {
    const { departmentId } = await makeMatters()
    site.advance(100 * DAY_MS)
    const { whole, before, departments, overdueNow } = await read({}, 3)
    expect(whole.response.inTime).toBe(0)
    expect(before.response.inTime).toBeGreaterThan(0)
    expect(departments.find(({ id }) => id === departmentId)).toMatchObject({
      now: { response: { numerator: 0 } },
      before: { response: { numerator: 1 } },
    })
    expect(overdueNow).toBeGreaterThan(0)
    site.advance(200 * DAY_MS)
    // Owed since before the period: in none of its rates, and not forgotten.
    const later = await read({ departmentId }, 3)
    expect(later.before.response.overdue + later.whole.response.overdue).toBe(0)
    expect(later.overdueNow).toBe(1)
  })

  it('go with a topic into the category and district that it is put into', async () => {
    const { topic } = await makeMatters()
    const [category, district] = [await makeCategory(db()), await makeDistrict(db())]
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const before = await read({ categoryId: topic.categoryId })
    expect(before.whole.response.inTime).toBe(1)
    const { version, title, question, background, tags, closesAt, mode } =
      await db().topic.findUniqueOrThrow({ where: { id: topic.id } })
    await editTopic(site.scope(admin), {
      topicId: topic.id,
      version,
      title,
      question,
      background,
      tags,
      closesAt,
      mode,
      categoryId: category.id,
      districtId: district.id,
    })
    const after = await read({ categoryId: category.id, districtId: district.id })
    expect(after.whole.response.inTime).toBe(1)
    expect(after.whole.graded.attitude.satisfied).toBe(1)
    await expect(read({ categoryId: 'nobody' })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('stand in the file as on the page', async () => {
    const { departmentId } = await makeMatters()
    const { head, rows } = statisticsTable(
      await read({ departmentId }),
      translator(CATALOGUES['zh-Hans']),
    )
    for (const row of rows) expect(row).toHaveLength(head.length)
    const whole = rows.filter(([from, to]) => from === '2025-12' && to === '2026-11')
    const of = (measure: string) => whole.find((row) => row[5] === measure)?.slice(6)
    expect(of('按期答复率')).toEqual([1, 1, null, null])
    expect(of('没有算进去的：期限未到')).toEqual([null, null, null, 1])
    expect(of('答复件数')).toEqual([null, null, null, 1])
    expect(rows.filter(([from, to]) => from === '2026-11' && to === '2026-11')).toHaveLength(
      whole.length,
    )
  })

  it('are compared in the file with the months before, as on the page', async () => {
    const { departmentId } = await makeMatters()
    site.advance(200 * 24 * 60 * 60 * 1000)
    const t = translator(CATALOGUES['zh-Hans'])
    const of = async (filter: Partial<StatisticsFilter>, name: string, measure: string) => {
      const { rows } = statisticsTable(await read(filter, 6), t)
      return rows
        .filter((row) => row[2] === name && row[5] === measure)
        .map((row) => [row[0], row[1], ...row.slice(6)])
    }
    const { name } = await db().department.findUniqueOrThrow({ where: { id: departmentId } })
    // Half a year later: what was answered in November lies in the six months before.
    expect(await of({}, name, '按期答复率')).toEqual([
      ['2027-01', '2027-06', 0, 0, null, null],
      ['2026-07', '2026-12', 1, 2, null, null],
    ])
    expect((await of({ departmentId }, name, '按期答复率')).slice(0, 2)).toEqual([
      ['2027-01', '2027-06', 0, 0, null, null],
      ['2026-07', '2026-12', 1, 2, null, null],
    ])
    expect(await of({ departmentId }, name, '此刻逾期还没答复（不论哪个月到期）')).toEqual([
      ['', '', null, null, null, 1],
    ])
  })
})
