import { VOICES, type Voice } from '../person/role'
import { isId } from '../shared/id'

/** How long a text has waited at least; `overdue` is past the time by which it is to be reviewed. */
export const REVIEW_AGES = ['hour', 'fourHours', 'day', 'overdue'] as const

export type ReviewAge = (typeof REVIEW_AGES)[number]

/** What the queue is narrowed to; null is no matter. */
export interface ReviewFilter {
  topic: string | null
  studio: string | null
  category: string | null
  /** The id of a screening rule that found something. */
  rule: string | null
  age: ReviewAge | null
  voice: Voice | null
}

export const FILTER_FIELDS = ['topic', 'studio', 'category', 'rule', 'age', 'voice'] as const

export const NO_FILTER: ReviewFilter = {
  topic: null,
  studio: null,
  category: null,
  rule: null,
  age: null,
  voice: null,
}

const RULE_PATTERN = /^[a-zA-Z][\w.-]{0,59}$/

/** The filter that an address names. What cannot be a value of its field is left out. */
export function reviewFilter(read: (field: string) => string | null): ReviewFilter {
  const id = (field: string) => {
    const value = read(field)
    return isId(value) ? value : null
  }
  const rule = read('rule')
  return {
    topic: id('topic'),
    studio: id('studio'),
    category: id('category'),
    rule: rule !== null && RULE_PATTERN.test(rule) ? rule : null,
    age: REVIEW_AGES.find((age) => age === read('age')) ?? null,
    voice: VOICES.find((voice) => voice === read('voice')) ?? null,
  }
}

/** Whether anything is narrowed at all. */
export function isFiltered(filter: ReviewFilter): boolean {
  return FILTER_FIELDS.some((field) => filter[field] !== null)
}

const HOUR_MS = 60 * 60 * 1000

const AGE_MS = { hour: HOUR_MS, fourHours: 4 * HOUR_MS, day: 24 * HOUR_MS } as const

/** The latest time of sending of what has waited so long at `now`; null for `overdue`, which asks of the due time. */
export function sentBefore(age: ReviewAge, now: Date): Date | null {
  return age === 'overdue' ? null : new Date(now.getTime() - AGE_MS[age])
}
