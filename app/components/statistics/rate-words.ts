import {
  FEWEST_FOR_SHARE,
  type Rate,
  type RateFigures,
  type RateName,
} from '~/domain/response/rates'
import { formatMonth, formatShortMonth, type DateLanguage } from '~/domain/shared/shanghai-time'
import type { ChartSeries } from '~/components/chart/chart-figure'
import type { Translate } from '~/i18n/translate'

/** A rate with what it is made of: numbers alone where they are too few for a percentage. */
export function rateWords(rate: Rate, t: Translate): string {
  const { numerator, denominator, share } = rate
  if (denominator === 0) return t('chart.none')
  if (share === null) {
    return t('statistics.rate.few', { numerator, denominator, fewest: FEWEST_FOR_SHARE })
  }
  return t('statistics.rate', { numerator, denominator, percent: percent(share) })
}

/** A rate where many stand in a table: the percentage, or the numbers. */
export function shortRateWords(
  { numerator, denominator, share }: Omit<Rate, 'excluded'>,
  t: Translate,
): string {
  if (denominator === 0) return t('chart.none')
  return share === null ? `${numerator}/${denominator}` : `${percent(share)}%`
}

/** Days as a number with their unit, half days too. */
export function dayWords(days: number | null, t: Translate): string {
  return days === null ? t('chart.none') : t('statistics.days', { n: days })
}

/** A rate over time, as a chart takes it. */
export function rateSeries(
  name: RateName,
  each: readonly RateFigures[],
  t: Translate,
): ChartSeries {
  const rates = each.map(({ rates: all }) => all[name])
  return {
    id: name,
    name: t(`statistics.rate.${name}`),
    values: rates.map(({ share }) => (share === null ? null : percent(share))),
    words: rates.map((rate) => rateWords(rate, t)),
  }
}

/** The months of a chart; the last of them is not over. */
export function monthColumns(months: readonly string[], language: DateLanguage, t: Translate) {
  return months.map((month, index) => ({
    key: month,
    label:
      index === months.length - 1
        ? t('statistics.month.present', { month: formatMonth(month, language) })
        : formatMonth(month, language),
    short: formatShortMonth(month, language),
  }))
}

function percent(share: number): number {
  return Math.round(share * 100)
}
