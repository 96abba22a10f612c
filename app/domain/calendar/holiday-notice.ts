/**
 * Reads the notice by which the State Council announces the holidays of a year (国务院办公厅关于部分节假日安排的通知), as
 * it is published, so that an administrator pastes it instead of typing dates.
 */

/** A holiday of the notice: its days off, and the weekend days that are worked for it (调休). */
export interface NoticedHoliday {
  name: string
  /** As `2026-02-15`; both ends are days off. */
  from: string
  to: string
  makeUpDays: string[]
}

/** Why a notice is not taken over: what was read does not hold together. `where` is the holiday or the date. */
export interface NoticeProblem {
  kind:
    | 'nothingRead'
    | 'noDays'
    | 'notADate'
    | 'rangeBackwards'
    | 'wrongWeekday'
    | 'makeUpOnWeekday'
    | 'outsideYear'
    | 'holidayMissing'
  where: string
}

/** A day of the calendar as it is kept. */
export interface NoticedDay {
  date: string
  working: boolean
  name: string | null
}

/** Every notice names them (全国年节及纪念日放假办法). */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const

/** The longest holiday was nine days; more is a mistake in reading. */
const LONGEST_DAYS = 12

const DAY_MS = 24 * 60 * 60 * 1000
const WEEKDAYS = '日一二三四五六'
const MAX_NOTICE_CHARACTERS = 5_000

// The text is folded by NFKC before: brackets, colons and figures are ASCII then.
const HEADING =
  /(?:^|[\n。;])\s*[一二三四五六七八九十\d]{1,3}\s*[、.]\s*([^\s:、.。()][^:。\n]{0,19}):/gu
const DATE = /(?:(\d{4})年)?\s*(?:(\d{1,2})月)?\s*(\d{1,2})日\s*(?:\(([^()]{0,30})\))?/gu
const TO = /^\s*(?:至|到|-|–|—|~)/u
const WEEKDAY = /(?:周|星期)([日天一二三四五六])/u

/**
 * The holidays of a notice for a year, and what does not hold together: weekdays in brackets are compared with
 * the calendar, so that the notice of another year is not taken for this one.
 */
export function readHolidayNotice(
  text: string,
  year: number,
): { holidays: NoticedHoliday[]; problems: NoticeProblem[] } {
  const plain = text.slice(0, MAX_NOTICE_CHARACTERS).normalize('NFKC')
  const problems: NoticeProblem[] = []
  const told = entries(plain)
  const holidays = told.flatMap(({ name, body }) => readEntry(name, body, year, problems))
  if (told.length === 0) {
    return { holidays, problems: [{ kind: 'nothingRead', where: String(year) }] }
  }
  const missing = HOLIDAYS.filter((holiday) => !told.some(({ name }) => name.includes(holiday)))
  if (missing.length > 0) problems.push({ kind: 'holidayMissing', where: missing.join('、') })
  return { holidays, problems }
}

/**
 * Every day of a year with its holidays: the week, but for days off and make-up days. Days of a holiday that
 * lie in the year before (such as 31 December) come first.
 */
export function daysOfYear(year: number, holidays: readonly NoticedHoliday[]): NoticedDay[] {
  const days = new Map<string, NoticedDay>()
  for (let day = toDay(`${year}-01-01`); toText(day).startsWith(`${year}-`); day += DAY_MS) {
    const date = toText(day)
    days.set(date, { date, working: !isWeekend(day), name: null })
  }
  for (const { name, from, to, makeUpDays } of holidays) {
    for (let day = toDay(from); day <= toDay(to); day += DAY_MS) {
      const date = toText(day)
      days.set(date, { date, working: false, name })
    }
    for (const date of makeUpDays) days.set(date, { date, working: true, name })
  }
  return [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** The paragraphs of a notice, each under the name of its holiday. */
function entries(plain: string): Array<{ name: string; body: string }> {
  const headings = [...plain.matchAll(HEADING)]
  return headings.map((heading, index) => ({
    name: (heading[1] ?? '').trim(),
    body: plain.slice(heading.index + heading[0].length, headings[index + 1]?.index),
  }))
}

function readEntry(
  name: string,
  body: string,
  year: number,
  problems: NoticeProblem[],
): NoticedHoliday[] {
  const makeUpDays: string[] = []
  let range: { from: string; to: string } | undefined
  const found = problems.length
  // What is only recommended (鼓励…休息) is neither a day off nor worked.
  for (const sentence of body.split(/[。;\n]/u).filter((part) => !part.includes('鼓励'))) {
    const [off, ...rest] = sentence.split('放假')
    const dayOff = rest.length > 0 ? off : undefined
    if (dayOff !== undefined && !range) range = readRange(dayOff, year, problems)
    const worked = (rest.length > 0 ? rest.join('') : (off ?? '')).split('上班')
    if (worked.length > 1) {
      makeUpDays.push(...readDates(worked.slice(0, -1).join('、'), year, problems))
    }
  }
  for (const date of makeUpDays) {
    if (!isWeekend(toDay(date))) problems.push({ kind: 'makeUpOnWeekday', where: date })
  }
  if (range) return [{ name, ...range, makeUpDays }]
  if (problems.length === found) problems.push({ kind: 'noDays', where: name })
  return []
}

function readRange(
  text: string,
  year: number,
  problems: NoticeProblem[],
): { from: string; to: string } | undefined {
  const [first, second] = text.matchAll(DATE)
  if (!first) return undefined
  const between = second ? text.slice(first.index + first[0].length, second.index) : ''
  const connected = second && TO.test(between) ? [first, second] : [first]
  const [from, to = from] = resolve(connected, year, problems)
  if (!from || !to) return undefined
  const length = (toDay(to) - toDay(from)) / DAY_MS + 1
  if (length < 1 || length > LONGEST_DAYS) {
    problems.push({ kind: 'rangeBackwards', where: `${from} ${to}` })
    return undefined
  }
  return { from, to }
}

function readDates(text: string, year: number, problems: NoticeProblem[]): string[] {
  return resolve([...text.matchAll(DATE)], year, problems)
}

/** Dates in full: a year or month that is not repeated is that of the date before. */
function resolve(
  matches: readonly RegExpMatchArray[],
  year: number,
  problems: NoticeProblem[],
): string[] {
  let month = ''
  let inYear = year
  return matches.flatMap(([written, ownYear, ownMonth, day = '', note = '']) => {
    // 2026年12月31日至1月2日: past December the next year begins, said or not.
    const turns = !ownYear && ownMonth && Number(ownMonth) < Number(month) && inYear < year
    inYear = ownYear ? Number(ownYear) : turns ? inYear + 1 : inYear
    month = ownMonth ?? month
    const date = `${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (!isDate(date)) {
      problems.push({ kind: 'notADate', where: written.trim() })
      return []
    }
    if (inYear > year || inYear < year - 1) {
      problems.push({ kind: 'outsideYear', where: date })
      return []
    }
    const named = WEEKDAY.exec(note)?.[1]?.replace('天', '日')
    if (named && named !== WEEKDAYS[new Date(toDay(date)).getUTCDay()]) {
      problems.push({ kind: 'wrongWeekday', where: date })
      return []
    }
    return [date]
  })
}

function isDate(text: string): boolean {
  const day = toDay(text)
  return !Number.isNaN(day) && toText(day) === text
}

function isWeekend(day: number): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday === 0 || weekday === 6
}

function toDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}

function toText(day: number): string {
  return new Date(day).toISOString().slice(0, 10)
}
