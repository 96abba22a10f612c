import { GRADES, RATING_ASPECTS } from '~/domain/response/rating'
import { monthsUntil, RATES, type RateFigures } from '~/domain/response/rates'
import { DECLARED_RESULTS } from '~/domain/response/response'
import type { Translate } from '~/i18n/translate'
import type { DepartmentRates, Statistics } from '~/queries/get-statistics.server'

type Value = string | number | null

/** The measure; of a rate its numerator, denominator and share, of all else the number. */
type Row = readonly [measure: string, numerator: Value, denominator: Value, share: Value, n: Value]

/** All figures of the page as one long table, for spreadsheets: numbers as numbers, shares from 0 to 1. */
export function statisticsTable(
  statistics: Statistics,
  t: Translate,
): { head: string[]; rows: Value[][] } {
  const { period, months, whole, before, each, overdueNow, departments, filter, choices } =
    statistics
  const nameOf = (some: ReadonlyArray<{ id: string; name: string }>, id: string | null) =>
    some.find((choice) => choice.id === id)?.name ?? ''
  const department = nameOf(choices.departments, filter.departmentId)
  const place = [
    nameOf(choices.districts, filter.districtId),
    nameOf(choices.categories, filter.categoryId),
  ]
  const of = (from: string, to: string, name: string, figures: RateFigures) =>
    figureRows(figures, t).map((row) => [from, to, name, ...place, ...row])
  const [first = '', last = ''] = [months[0], months.at(-1)]
  const earlier = monthsUntil(first, period + 1)
  const [since = '', until = ''] = [earlier[0], earlier.at(-2)]
  return {
    head: (
      [
        'from',
        'to',
        'department',
        'district',
        'category',
        'measure',
        'numerator',
        'denominator',
        'share',
        'number',
      ] as const
    ).map((name) => t(`statistics.file.${name}`)),
    rows: [
      ...of(first, last, department, whole),
      ...of(since, until, department, before),
      // At this moment, of no month.
      ['', '', department, ...place, t('statistics.file.overdueNow'), null, null, null, overdueNow],
      ...each.flatMap((figures, index) => {
        const month = months[index] ?? ''
        return of(month, month, department, figures)
      }),
      ...departments.flatMap(({ name, now, before }) => [
        ...departmentRows(now, t).map((row) => [first, last, name, ...place, ...row]),
        ...departmentRows(before, t).map((row) => [since, until, name, ...place, ...row]),
      ]),
    ],
  }
}

function departmentRows(rates: DepartmentRates, t: Translate): Row[] {
  return [
    ...(['response', 'confirmed', 'attitude'] as const).map((rate): Row => {
      const { numerator, denominator, share } = rates[rate]
      return [t(`statistics.rate.${rate}`), numerator, denominator, share, null]
    }),
    [t('statistics.response.overdue'), null, null, null, rates.overdue],
  ]
}

function figureRows(
  { rates, response, declared, graded, commitments, days }: RateFigures,
  t: Translate,
): Row[] {
  const number = (measure: string, n: number | null): Row => [measure, null, null, null, n]
  const unit = (name: string, what: string) => t('statistics.file.of', { name, what })
  return [
    ...RATES.map((name): Row => {
      const { numerator, denominator, share } = rates[name]
      return [t(`statistics.rate.${name}`), numerator, denominator, share, null]
    }),
    number(t('statistics.response.inTime'), response.inTime),
    number(t('statistics.response.late'), response.late),
    number(t('statistics.response.overdue'), response.overdue),
    ...[rates.response, rates.confirmed, rates.commitments]
      .flatMap(({ excluded }) => excluded)
      .map(({ reason, count }) =>
        number(unit(t('statistics.excluded.title'), t(`statistics.excluded.${reason}`)), count),
      ),
    ...DECLARED_RESULTS.map((result) =>
      number(
        unit(t('statistics.declared.title'), t(`response.result.${result}`)),
        declared[result],
      ),
    ),
    ...RATING_ASPECTS.flatMap((aspect) =>
      GRADES.map((grade) =>
        number(
          unit(t(`rating.aspect.${aspect}`), t(`rating.grade.${grade}`)),
          graded[aspect][grade],
        ),
      ),
    ),
    number(t('statistics.commitments.kept'), commitments.kept),
    number(t('statistics.commitments.late'), commitments.late),
    number(t('statistics.commitments.overdue'), commitments.overdue),
    ...(days.answers === 0
      ? []
      : [
          number(t('statistics.time.answers'), days.answers),
          number(t('statistics.time.median'), days.median),
          number(t('statistics.time.p90'), days.p90),
        ]),
  ]
}
