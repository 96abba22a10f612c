import type { Agreement } from '~/domain/moderation/cohens-kappa'
import { BACKLOG_AGES } from '~/domain/moderation/figures'
import type { Translate } from '~/i18n/translate'
import type { ModerationFigures } from '~/queries/get-moderation-figures.server'
import { categoryWords, ruleWords } from './figure-words'

/** What the figure is of, what of it, which measure, and the value. */
type Row = readonly [of: string, what: string, measure: string, value: string | number | null]

/** All figures of the page as one long table, for spreadsheets: numbers as numbers, shares from 0 to 1. */
export function figuresTable(
  figures: ModerationFigures,
  t: Translate,
): { head: string[]; rows: ReadonlyArray<ReadonlyArray<string | number | null>> } {
  const from = date(figures.buckets[0]?.first)
  const to = date(figures.buckets.at(-1)?.last)
  const rows = [
    ...backlogRows(figures, t),
    ...paceRows(figures, t),
    ...outcomeRows(figures, t),
    ...agreementRows(figures, t),
    ...personRows(figures, t),
  ]
  return {
    head: (['from', 'to', 'of', 'what', 'measure', 'value'] as const).map((name) =>
      t(`figures.file.${name}`),
    ),
    rows: rows.map((row) => [from, to, ...row]),
  }
}

function date(day: Date | undefined): string {
  return day?.toISOString().slice(0, 10) ?? ''
}

function backlogRows({ backlog }: ModerationFigures, t: Translate): Row[] {
  return backlog.flatMap(({ kind, ages }) =>
    BACKLOG_AGES.map(({ id }): Row => [
      t('figures.backlog.title'),
      t(`figures.kind.${kind}`),
      t(`figures.age.${id}`),
      ages[id],
    ]),
  )
}

function paceRows(figures: ModerationFigures, t: Translate): Row[] {
  const of = t('figures.pace.title')
  return figures.buckets.flatMap(({ first }, index): Row[] => {
    const day = date(first)
    const waits = figures.waits.each[index]
    return [
      [of, day, t('figures.pace.decided'), figures.decisions.each[index] ?? 0],
      [of, day, t('figures.file.median'), waits?.median ?? null],
      [of, day, t('figures.file.p90'), waits?.p90 ?? null],
    ]
  })
}

function outcomeRows(
  { outcomes, rules, appeals, reasons }: ModerationFigures,
  t: Translate,
): Row[] {
  return [
    ...outcomes.map(({ category, count }): Row => [
      t('figures.outcomes.title'),
      categoryWords(category, reasons, t),
      t('figures.outcomes.count'),
      count,
    ]),
    ...rules.flatMap((each): Row[] => {
      const of = t('figures.rules.title')
      const what = ruleWords(each, t)
      return [
        [of, what, t('figures.rules.held'), each.held],
        [of, what, t('figures.rules.passed'), each.passed],
        [of, what, t('figures.rules.precision'), each.precision],
      ]
    }),
    [t('figures.pace.appeals'), '', t('figures.file.decided'), appeals.decided],
    [t('figures.pace.appeals'), '', t('figures.file.overturned'), appeals.overturned],
  ]
}

function agreementRows({ agreement, reasons }: ModerationFigures, t: Translate): Row[] {
  const of = t('figures.agreement.title')
  return [
    ...comparedRows(of, t('figures.agreement.all'), agreement.pairs, agreement.overall, t),
    ...agreement.categories.flatMap(({ category, used, agreement: own }) =>
      comparedRows(of, categoryWords(category, reasons, t), used, own, t),
    ),
  ]
}

function personRows({ people }: ModerationFigures, t: Translate): Row[] {
  if (!people) return []
  return [
    ...people.pace.flatMap(({ name, decisions, hours, perHour }): Row[] => {
      const of = t('figures.people.pace')
      return [
        [of, name, t('figures.people.decisions'), decisions],
        [of, name, t('figures.people.hours'), hours],
        [of, name, t('figures.people.perHour'), perHour],
      ]
    }),
    ...people.agreement.flatMap(({ name, pairs, agreement }) =>
      comparedRows(t('figures.people.agreement'), name, pairs, agreement, t),
    ),
  ]
}

function comparedRows(
  of: string,
  what: string,
  pairs: number,
  agreement: Agreement | null,
  t: Translate,
): Row[] {
  return [
    [of, what, t('figures.agreement.pairs'), pairs],
    [of, what, t('figures.agreement.observed'), agreement?.observed ?? null],
    [of, what, t('figures.agreement.kappa'), agreement?.kappa ?? null],
    [of, what, t('figures.file.low'), agreement?.interval?.low ?? null],
    [of, what, t('figures.file.high'), agreement?.interval?.high ?? null],
  ]
}
