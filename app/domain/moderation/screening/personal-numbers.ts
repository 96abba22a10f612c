import { digitRuns, isOneNumber, type RunDigit } from './digit-runs'
import { areaCodeLength, isBankCard, isIdentityCard, isMobile } from './numbers'
import type { TextViews } from './views'

/** A stretch of the text that identifies a person, and what may be shown in its place: just as long. */
export interface PersonalPlace {
  rule: 'phone' | 'landline' | 'identityCard' | 'bankCard' | 'email' | 'contact' | 'plate'
  start: number
  end: number
  mask: string
}

/** How many digits at either end stay. */
interface Kept {
  first: number
  last: number
}

/** What follows an amount: 13800000000 元 is no telephone number. */
const AMOUNT = /^\s?[元万亿%]/u

const COUNTRY_CODES = ['', '86', '086', '0086']

/** 电话 and the like, before a local number without its area code. */
const TELEPHONE = /(?:电话|座机|固话|家里电|tel|致电|拨打)[^\n0-9]{0,6}$/u

/**
 * Telephone, identity card and bank card numbers, however they are spaced or spelt. Numbers of offices are left
 * alone.
 *
 * @param official digits of published telephones, with and without the area code
 */
export function personalNumbers(
  text: string,
  views: TextViews,
  official: ReadonlySet<string>,
): PersonalPlace[] {
  const places: PersonalPlace[] = []
  for (const run of digitRuns(views.digits)) {
    for (let index = 0; index < run.length; index += 1) {
      const number = numberAt(run, index, text, views, official)
      if (!number) continue
      if (number.place) places.push(number.place)
      index += number.count - 1
    }
  }
  return places
}

interface FoundNumber {
  count: number
  /** Null for a number that is known and public. */
  place: PersonalPlace | null
}

function numberAt(
  run: readonly RunDigit[],
  first: number,
  text: string,
  views: TextViews,
  official: ReadonlySet<string>,
): FoundNumber | null {
  const digits = (from: number, count: number) =>
    run
      .slice(from, from + count)
      .map(({ value }) => value)
      .join('')
  const candidate = (count: number) => (isOneNumber(run, first, count) ? digits(first, count) : '')
  const place = (
    rule: PersonalPlace['rule'],
    count: number,
    kept: Kept,
    skipped = 0,
  ): FoundNumber => ({
    count: skipped + count,
    place: masked(rule, run, first + skipped, count, kept, text),
  })

  if (isIdentityCard(candidate(18))) return place('identityCard', 18, { first: 3, last: 4 })
  for (const count of [19, 18, 17, 16]) {
    if (isBankCard(candidate(count))) return place('bankCard', count, { first: 4, last: 4 })
  }
  if (isIdentityCard(candidate(15))) return place('identityCard', 15, { first: 3, last: 3 })

  for (const code of COUNTRY_CODES) {
    const whole = candidate(code.length + 11)
    const number = whole.slice(code.length)
    if (!whole.startsWith(code) || !isMobile(number)) continue
    if (official.has(number)) return { count: code.length + 11, place: null }
    const end = run[first + code.length + 10]?.end ?? 0
    const unspaced = run.slice(first + 1, first + 11).every(({ gap }) => gap === 'none')
    if (unspaced && AMOUNT.test(views.latin.slice(end))) return null
    return place('phone', 11, { first: 3, last: 4 }, code.length)
  }

  for (const count of [12, 11]) {
    const number = candidate(count)
    const area = areaCodeLength(number)
    if (area === null) continue
    if (official.has(number) || official.has(number.slice(area))) return { count, place: null }
    return place('landline', count, { first: area, last: count - area - 4 })
  }
  for (const count of [8, 7]) {
    const number = candidate(count)
    const start = run[first]?.start ?? 0
    if (!/^[2-8]\d+$/.test(number) || official.has(number)) continue
    if (!TELEPHONE.test(views.latin.slice(Math.max(0, start - 12), start))) continue
    return place('landline', count, { first: 0, last: count - 4 })
  }
  return null
}

function masked(
  rule: PersonalPlace['rule'],
  run: readonly RunDigit[],
  first: number,
  count: number,
  kept: Kept,
  text: string,
): PersonalPlace {
  const start = run[first]?.start ?? 0
  const end = run[first + count - 1]?.end ?? 0
  const from = run[first + kept.first]?.start ?? start
  const to = run[first + count - 1 - kept.last]?.end ?? end
  return { rule, start, end, mask: masking(text, { start, end }, from, to) }
}

/** The place with stars from one offset to another. What separates digits there is covered, too. */
export function masking(
  text: string,
  place: { start: number; end: number },
  from: number,
  to: number,
): string {
  return text.slice(place.start, from) + '*'.repeat(to - from) + text.slice(to, place.end)
}
