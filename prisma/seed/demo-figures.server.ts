import { histogramDay, REVIEW_WAIT_MEASURE } from '~/domain/moderation/review-wait'
import type { Container } from '~/server/container.server'
import { moderatorsOf, type DemoCast } from './demo-cast.server'

const DAYS = 90
const DAY_MS = 24 * 60 * 60 * 1000

/** The hours in which the demo's moderators work. */
const HOURS = [9, 10, 11, 14, 15, 16, 19]

/** Of a hundred decisions, by outcome and reason. */
const SHARES: ReadonlyArray<readonly [category: string, ofHundred: number]> = [
  ['approve', 81],
  ['return', 6],
  ['forward', 3],
  ['reject:advertising', 4],
  ['reject:personal-attack', 3],
  ['reject:personal-information', 2],
  ['reject:off-topic', 1],
]

/** The rules that hold, and of ten texts so many that pass as they were sent. */
const RULES: ReadonlyArray<readonly [rule: string, everyDays: number, passed: number]> = [
  ['wordsHold', 1, 4],
  ['links', 2, 5],
  ['burst', 3, 1],
]

/** How second looks went, for each of the two moderators, a fortnight. */
const LOOKS: ReadonlyArray<readonly [first: string, second: string, count: number]> = [
  ['approve', 'approve', 13],
  ['return', 'return', 2],
  ['return', 'approve', 1],
  ['approve', 'return', 1],
  ['reject:advertising', 'reject:advertising', 2],
  ['reject:personal-attack', 'reject:personal-attack', 1],
  ['reject:personal-attack', 'return', 1],
]

/**
 * The work of an office of which the demo tells only a few topics, for the figures alone: what is kept a day of
 * decisions, waits, rules and second looks. Written as counts; there is nothing behind them to read.
 */
export async function seedFigures(container: Container, cast: DemoCast, now: Date): Promise<void> {
  const people = moderatorsOf(cast).map(({ personId }) => personId)
  const today = histogramDay(now).getTime()
  const decisions: Row[] = []
  const waits: Row[] = []
  const rules: Row[] = []
  const looks: Row[] = []
  for (let back = 1; back < DAYS; back += 1) {
    const day = new Date(today - back * DAY_MS)
    const date = day.toISOString().slice(0, 10)
    const resting = [0, 6].includes(day.getUTCDay())
    for (const [n, moderatorId] of people.entries()) {
      for (const hour of resting ? HOURS.slice(0, 2) : HOURS) {
        const count = 3 + ((back * 7 + hour * 5 + n * 3) % 6)
        for (let i = 0; i < count; i += 1) {
          const category = categoryAt((back * 31 + hour * 17 + n * 13 + i * 29) % 100)
          decisions.push({ date, hour, moderatorId, category })
          waits.push({ date, value: waitAt(back, hour, i, resting) })
        }
      }
      if (back % 14 !== (n * 7) % 14) continue
      for (const [first, second, count] of LOOKS) {
        // Who began later agrees a little less often.
        const more = first === second ? 0 : n
        looks.push({ date, moderatorId, first, second, count: count + more })
      }
    }
    for (const [rule, everyDays, passed] of RULES) {
      if (back % everyDays !== 0) continue
      rules.push({ date, rule, held: 1 + (back % 3), passed: back % 10 < passed ? 1 : 0 })
    }
  }
  await write(container, DECISIONS, decisions)
  await write(container, WAITS, waits)
  await write(container, RULE_ROWS, rules)
  await write(container, LOOK_ROWS, looks)
}

type Row = Record<string, string | number>

function categoryAt(ofHundred: number): string {
  let sum = 0
  for (const [category, share] of SHARES) {
    sum += share
    if (ofHundred < sum) return category
  }
  return 'approve'
}

/** Minutes: most within a quarter of an hour, longer at noon and on days of rest. */
function waitAt(back: number, hour: number, i: number, resting: boolean): number {
  const usual = 4 + ((back * 5 + hour * 3 + i * 11) % 16)
  const slow = (back + hour + i) % 9 === 0 ? 30 + ((back * 13) % 35) : 0
  return usual + slow + (resting ? 15 : 0) + (hour === 14 ? 12 : 0)
}

async function write(container: Container, statement: string, rows: Row[]): Promise<void> {
  await container.database.query(statement, [JSON.stringify(rows)])
}

const DECISIONS = `
  INSERT INTO "decision_tallies" AS t ("day", "hour", "moderatorId", "category", "count")
  SELECT "date", "hour", "moderatorId", "category", count(*)::int
    FROM jsonb_to_recordset($1::jsonb) AS r("date" date, "hour" int, "moderatorId" text, "category" text)
   GROUP BY 1, 2, 3, 4
  ON CONFLICT ("day", "hour", "moderatorId", "category") DO UPDATE SET "count" = t."count" + excluded."count"`

const WAITS = `
  INSERT INTO "duration_histograms" AS h ("measure", "day", "value", "count")
  SELECT '${REVIEW_WAIT_MEASURE}', "date", "value", count(*)::int
    FROM jsonb_to_recordset($1::jsonb) AS r("date" date, "value" int)
   GROUP BY 2, 3
  ON CONFLICT ("measure", "day", "value") DO UPDATE SET "count" = h."count" + excluded."count"`

const RULE_ROWS = `
  INSERT INTO "rule_tallies" AS t ("day", "rule", "trial", "held", "passed")
  SELECT "date", "rule", false, "held", "passed"
    FROM jsonb_to_recordset($1::jsonb) AS r("date" date, "rule" text, "held" int, "passed" int)
  ON CONFLICT ("day", "rule", "trial") DO UPDATE
    SET "held" = t."held" + excluded."held", "passed" = t."passed" + excluded."passed"`

const LOOK_ROWS = `
  INSERT INTO "second_look_tallies" AS t ("day", "moderatorId", "first", "second", "count")
  SELECT "date", "moderatorId", "first", "second", "count"
    FROM jsonb_to_recordset($1::jsonb) AS r("date" date, "moderatorId" text, "first" text, "second" text, "count" int)
  ON CONFLICT ("day", "moderatorId", "first", "second") DO UPDATE SET "count" = t."count" + excluded."count"`
