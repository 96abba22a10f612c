import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { everybody } from '~/policies/access'
import { getStatistics, statisticsPlace, type Statistics } from '~/queries/get-statistics.server'
import { guardedLoader } from '~/server/http/guard.server'

/** The statistics for programs: what stands on the page, under the names of `docs/responses.md`. */
export const loader = guardedLoader(everybody, async ({ scope, url }) => {
  const { period, filter } = statisticsPlace(url.searchParams)
  const statistics = await getStatistics(scope, period, filter)
  return new Response(JSON.stringify(dataOf(statistics, scope.now), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="statistics-${shanghaiDate(scope.now)}-${period}m.json"`,
      'cache-control': 'private, no-store',
    },
  })
})

function dataOf(statistics: Statistics, now: Date) {
  const { months, filter, choices, whole, before, each, overdueNow, departments, recount } =
    statistics
  const { carriedUntil } = statistics
  return {
    at: now,
    from: months[0],
    to: months.at(-1),
    department: choices.departments.find(({ id }) => id === filter.departmentId) ?? null,
    district: choices.districts.find(({ id }) => id === filter.districtId) ?? null,
    category: choices.categories.find(({ id }) => id === filter.categoryId) ?? null,
    whole,
    before,
    overdueNow,
    months: each.map((figures, index) => ({ month: months[index], ...figures })),
    departments,
    carriedUntil,
    recount,
  }
}
