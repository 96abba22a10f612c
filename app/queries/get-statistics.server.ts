import { AppError } from '~/domain/errors'
import {
  MEASURES,
  UNRATED_UNTIL_MEASURE,
  type Measure,
  type RateFact,
} from '~/domain/response/rate-facts'
import {
  monthsUntil,
  rateFigures,
  ratePeriod,
  type Rate,
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

/** Of a department what can be read for all of them at once: no exclusions, and not how long answers took. */
export interface DepartmentRates extends Record<
  'response' | 'confirmed' | 'attitude',
  Omit<Rate, 'excluded'>
> {
  overdue: number
}

/** A department's figures, beside those of the same number of months before. */
export interface DepartmentFigures extends Choice {
  now: DepartmentRates
  before: DepartmentRates
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
  /** In the order of their entry, those that have any figures; none where one was chosen. */
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
    readFacts(scope, filter, since, from),
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
    departments,
    carriedUntil: carried?.month ?? null,
    recount,
  }
}

/** A fact as a row of JSON: measure, month, value, count. Thousands of rows cost more than what they say. */
type Told = [Measure, string, number, number]

function factsOf(told: readonly Told[]): RateFact[] {
  return told.map(([measure, month, value, count]) => ({ measure, month, value, count }))
}

/** The first month of the half before stands for all of it: it is told as a whole alone. */
async function readFacts(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  filter: StatisticsFilter,
  since: string,
  from: string,
): Promise<RateFact[]> {
  const [row] = await db.$queryRaw<[{ facts: Told[] | null }]>`
    SELECT json_agg(json_build_array("measure", "month", "value", "count")) AS "facts"
      FROM (SELECT "measure", "value", sum("count")::int AS "count",
                   CASE WHEN "month" >= ${since} AND "month" < ${from} THEN ${since} ELSE "month" END AS "month"
              FROM "rate_tallies"
             WHERE "districtId" = ${filter.districtId ?? ''} AND "categoryId" = ${filter.categoryId ?? ''}
               AND "departmentId" = ${filter.departmentId ?? ''} AND "measure" = ANY(${[...MEASURES]})
               AND ("month" >= ${since} OR "measure" = 'open') AND "count" <> 0
               AND ("measure" <> ${UNRATED_UNTIL_MEASURE} OR "value" >= ${shanghaiDayNumber(now)})
             GROUP BY 1, 2, 4) summed`
  return factsOf(row.facts ?? [])
}

const DEPARTMENT_MEASURES = MEASURES.filter((measure) =>
  /^(inTime|late|open|resolution\..*|attitude\..*)$/.test(measure),
)

/** The first month of what is summed stands for all of its half, and day 0 for all that have passed. */
async function readDepartments(
  { db, now }: Pick<Scope, 'db' | 'now'>,
  filter: StatisticsFilter,
  since: string,
  from: string,
): Promise<DepartmentFigures[]> {
  if (filter.departmentId !== null) return []
  const today = shanghaiDayNumber(now)
  const rows = await db.$queryRaw<Array<Choice & { facts: Told[] }>>`
    SELECT d."id", d."name", s."facts"
      FROM (SELECT "departmentId", json_agg(json_build_array("measure", "month", "value", "count")) AS "facts"
              FROM (SELECT "departmentId", "measure", CASE WHEN "month" >= ${from} THEN ${from} ELSE ${since} END AS "month",
                           CASE WHEN "value" < ${today} THEN 0 ELSE "value" END AS "value", sum("count")::int AS "count"
                      FROM "rate_tallies"
                     WHERE "districtId" = ${filter.districtId ?? ''} AND "categoryId" = ${filter.categoryId ?? ''}
                       AND "measure" = ANY(${[...DEPARTMENT_MEASURES]}) AND "departmentId" <> '' AND "month" >= ${since}
                     GROUP BY 1, 2, 3, 4) summed
             GROUP BY 1) s
      JOIN "departments" d ON d."id" = s."departmentId" ORDER BY d."id"`
  return rows.flatMap(({ id, name, facts }) => {
    const told = factsOf(facts)
    const present = departmentRates(
      told.filter(({ month }) => month >= from),
      today,
    )
    const before = departmentRates(
      told.filter(({ month }) => month < from),
      today,
    )
    return [present, before].some(hasFigures) ? [{ id, name, now: present, before }] : []
  })
}

function departmentRates(facts: readonly RateFact[], today: number): DepartmentRates {
  const { rates, response } = rateFigures(facts, today)
  const plain = ({ numerator, denominator, share }: Rate) => ({ numerator, denominator, share })
  return {
    response: plain(rates.response),
    confirmed: plain(rates.confirmed),
    attitude: plain(rates.attitude),
    overdue: response.overdue,
  }
}

/** Who only joined in the answers of others, or owes nothing yet, has no figures of its own. */
function hasFigures({ response, confirmed }: DepartmentRates): boolean {
  return response.denominator + confirmed.denominator > 0
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
