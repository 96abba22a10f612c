import { digitAt, LIST_SEPARATOR, SEPARATOR } from './views'

/** A digit of a run, where it stands, and whether a number may begin with it. */
export interface RunDigit {
  /** 0 to 9, or x, the check digit ten of an identity card. */
  value: string
  start: number
  end: number
  /** What stands before it: nothing, what is put between digits, or what separates a list. */
  gap: 'none' | 'between' | 'listing'
  /** Here a number may begin, and the one before it end. */
  boundary: boolean
}

const MOST_BETWEEN = 4

/** Shorter runs hold nothing that is looked for. */
const SHORTEST_RUN = 7

/**
 * The digits of a text in runs, from the `digits` view: what belongs together however it is spaced. A letter that
 * stands in for a digit counts beside digits only.
 */
export function digitRuns(digits: string): RunDigit[][] {
  const runs: RunDigit[][] = []
  let run: RunDigit[] = []
  let trueDigits = 0
  let lastKind: string | null = null
  let between = 0
  let listed = false

  const close = () => {
    if (run.length >= SHORTEST_RUN && trueDigits * 2 > run.length) runs.push(run)
    run = []
    trueDigits = 0
    lastKind = null
  }

  for (let at = 0; at < digits.length; at += 1) {
    const unit = digits.charAt(at)
    if (unit === SEPARATOR || unit === LIST_SEPARATOR) {
      between += 1
      listed ||= unit === LIST_SEPARATOR
      continue
    }
    const digit = unit === 'x' ? checkDigit(run, between) : asDigit(digits, at, run, between)
    if (!digit || between > MOST_BETWEEN) close()
    if (digit) {
      const gap = between === 0 ? 'none' : listed ? 'listing' : 'between'
      const kind: string = digit.kind === 'like' ? (lastKind ?? 'digit') : digit.kind
      run.push({
        value: digit.value,
        start: at,
        end: at + 1,
        gap: run.length === 0 ? 'none' : gap,
        // Counting goes on in Han digits where a number ended: 一三八零零一三八零零零三号楼.
        boundary: run.length === 0 || gap !== 'none' || kind !== lastKind || kind === 'han',
      })
      lastKind = kind
      if (digit.kind !== 'like') trueDigits += 1
    }
    between = 0
    listed = false
  }
  close()
  return runs
}

function checkDigit(run: readonly RunDigit[], between: number) {
  return run.length >= 17 && between <= MOST_BETWEEN ? { value: 'x', kind: 'check' as const } : null
}

function asDigit(digits: string, at: number, run: readonly RunDigit[], between: number) {
  const digit = digitAt(digits, at)
  if (digit?.kind !== 'like') return digit
  const follows = run.length > 0 && between <= 1
  const leads = digitAt(digits, at + 1)?.kind === 'digit'
  return follows || leads ? digit : null
}

/** Groups as they are written: 138 0013 8000 has three. */
export function groupsOf(run: readonly RunDigit[], first: number, count: number): string[] {
  const groups: string[] = []
  for (let index = first; index < first + count; index += 1) {
    const digit = run[index]
    if (!digit) break
    if (index === first || digit.gap !== 'none') groups.push('')
    groups.push((groups.pop() ?? '') + digit.value)
  }
  return groups
}

const MOST_GROUPS_OF_A_NUMBER = 5

/** Whether so many digits from here are written as one number, not as a list of numbers. */
export function isOneNumber(run: readonly RunDigit[], first: number, count: number): boolean {
  const start = run[first]
  const after = run[first + count]
  if (!start?.boundary || first + count > run.length || (after && !after.boundary)) return false
  const inner = run.slice(first + 1, first + count)
  // 1，3，8，0 … is one number where every digit stands alone.
  if (inner.some(({ gap }) => gap === 'listing')) return inner.every(({ gap }) => gap !== 'none')
  const groups = groupsOf(run, first, count)
  if (groups.length <= MOST_GROUPS_OF_A_NUMBER) return true
  return !groups.every((group, index) => index === 0 || Number(group) > Number(groups[index - 1]))
}
