import { AppError } from '~/domain/errors'
import { DAYS_MEASURE, MEASURES, type Measure, type RateFact } from '~/domain/response/rate-facts'
import {
  monthsUntil,
  rateFigures,
  ratePeriod,
  type RateFigures,
  type RatePeriod,
} from '~/domain/response/rates'
import { isId } from '~/domain/shared/id'
import { shanghaiDayNumber, shanghaiMonth } from '~/domain/shared/shanghai-time'
import type { Scope } from '~/server/scope.server'
import { listTopicFilters } from './list-topics.server'

/** What the figures are narrowed to; null for all. */
export interface StatisticsFilter {
  departmentId: string | null
  districtId: string | null
  categoryId: string | null
}

interface Choice {
  id: string
  name: string
}

/** A department's figures, beside those of the same number of months before. */
export interface DepartmentFigures extends Choice {
  now: RateFigures
  before: RateFigures
}

export interface Statistics {
  period: RatePeriod
  filter: StatisticsFilter
  choices: { departments: Choice[]; districts: Choice[]; categories: Choice[] }
  /** The months of the period, oldest first, as `2026-11`; this one is not over. */
  months: string[]
  whole: RateFigures
  /** Of the same number of months before. */
  before: RateFigures
  each: RateFigures[]
  /** Owed past the term, also from before the period. */
  overdueNow: number
  /** In the order of their entry, those that had anything to do; none where one was chosen. */
  departments: DepartmentFigures[]
  /** The last month of which there are sums brought over from a system used before. */
  carriedUntil: string | null
  /** When everything was last counted anew, and how many tallies were wrong. */
  recount: { at: Date; drift: number } | null
}

/** What an address asks for. */
export function statisticsPlace(query: URLSearchParams): {
  period: RatePeriod
  filter: StatisticsFilter
} {
  const known = (name: string) => {
    const id = query.get(name)
    return isId(id) ? id : null
  }
  return {
    period: ratePeriod(query.get('months')),
    filter: {
      departmentId: known('department'),
      districtId: known('district'),
      categoryId: known('category'),
    },
  }
}

/**
 * The three rates of a period by month, and of each department beside its own past: from what is kept a month, so that
 * no site is too large for it.
 *
 * @throws AppError notFound for a department, district or category that is not there
 */
export async function getStatistics(
  scope: Pick<Scope, 'db' | 'now'>,
  period: RatePeriod,
  filter: StatisticsFilter,
): Promise<Statistics> {
  const today = shanghaiDayNumber(scope.now)
  const both = monthsUntil(shanghaiMonth(scope.now), 2 * period)
  const months = both.slice(period)
  const [since = '', from = ''] = [both[0], months[0]]
  const [facts, departments, choices, recount, carried] = await Promise.all([
    readFacts(scope, filter, since),
    readDepartments(scope, filter, since, from),
    readChoices(scope, filter),
    scope.db.rateRecount.findFirst({
      orderBy: { at: 'desc' },
      select: { at: true, drift: true },
    }),
    scope.db.carriedRate.findFirst({ orderBy: { month: 'desc' }, select: { month: true } }),
  ])
  const figures = (some: readonly RateFact[]) => rateFigures(some, today)
  return {
    period,
    filter,
    choices,
    months,
    // What is owed in months to come is not yet due in this period.
    whole: figures(facts.filter(({ month }) => month >= from)),
    before: figures(facts.filter(({ month }) => month >= since && month < from)),
    each: months.map((month) => figures(facts.filter((each) => each.month === month))),
    overdueNow: figures(facts.filter(({ measure }) => measure === 'open')).response.overdue,
    departments: departments.map(({ facts: own, ...department }) => ({
      ...department,
      now: figures(own.filter(({ month }) => month >= from)),
      before: figures(own.filter(({ month }) => month < from)),
    })),
    carriedUntil: carried?.month ?? null,
    recount,
  }
}

async function readFacts(
  { db }: Pick<Scope, 'db'>,
  filter: StatisticsFilter,
  since: string,
): Promise<RateFact[]> {
  return db.$queryRaw<RateFact[]>`
    SELECT "measure", "month", "value", "count" FROM "rate_tallies"
     WHERE "districtId" = ${filter.districtId ?? ''} AND "categoryId" = ${filter.categoryId ?? ''}
       AND "departmentId" = ${filter.departmentId ?? ''} AND "measure" = ANY(${[...MEASURES]})
       AND ("month" >= ${since} OR "measure" = 'open') AND "count" <> 0`
}

/** Without how long answers took: the histograms of all departments would be most of what is read. */
const OF_DEPARTMENTS: readonly Measure[] = MEASURES.filter((measure) => measure !== DAYS_MEASURE)

/** The first month of what is summed stands for all of its half. */
async function readDepartments(
  { db }: Pick<Scope, 'db'>,
  filter: StatisticsFilter,
  since: string,
  from: string,
): Promise<Array<Choice & { facts: RateFact[] }>> {
  if (filter.departmentId !== null) return []
  const rows = await db.$queryRaw<Array<RateFact & Choice>>`
    SELECT d."id", d."name", s."measure", s."month", s."value", s."count"
      FROM (SELECT "departmentId", "measure", CASE WHEN "month" >= ${from} THEN ${from} ELSE ${since} END AS "month",
                   "value", sum("count")::int AS "count"
              FROM "rate_tallies"
             WHERE "districtId" = ${filter.districtId ?? ''} AND "categoryId" = ${filter.categoryId ?? ''}
               AND "measure" = ANY(${[...OF_DEPARTMENTS]}) AND "departmentId" <> '' AND "month" >= ${since}
             GROUP BY 1, 2, 3, 4) s
      JOIN "departments" d ON d."id" = s."departmentId"
     WHERE s."count" <> 0 ORDER BY d."id"`
  const departments = new Map<string, Choice & { facts: RateFact[] }>()
  for (const { id, name, ...fact } of rows) {
    const department = departments.get(id) ?? { id, name, facts: [] }
    department.facts.push(fact)
    departments.set(id, department)
  }
  return [...departments.values()]
}

async function readChoices({ db }: Pick<Scope, 'db'>, filter: StatisticsFilter) {
  const { departmentId, districtId, categoryId } = filter
  const [departments, places] = await Promise.all([
    db.department.findMany({
      where: { OR: [{ active: true }, { id: departmentId ?? '' }] },
      orderBy: { id: 'asc' },
      select: { id: true, name: true },
    }),
    listTopicFilters({ db }),
  ])
  const choices = { departments, ...places }
  requireOneOf(choices.departments, departmentId)
  requireOneOf(choices.districts, districtId)
  requireOneOf(choices.categories, categoryId)
  return choices
}

function requireOneOf(choices: readonly Choice[], id: string | null): void {
  if (id !== null && !choices.some((choice) => choice.id === id)) throw new AppError('notFound')
}
