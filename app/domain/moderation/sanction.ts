/**
 * The ladder of 跟帖评论服务管理规定: 警示 → 拒绝发布 → 删除 → 限制功能 → 暂停 → 关闭 → 禁止重新注册. 拒绝发布 and 删除
 * are decisions on texts; these are the steps about an account, the mildest first.
 */
export const SANCTION_STEPS = ['warning', 'limited', 'suspended', 'closed', 'barred'] as const

export type SanctionStep = (typeof SANCTION_STEPS)[number]

/** What the person reads of the reason at most this long. */
export const SANCTION_REASON_MAX_CHARACTERS = 500

/** What colleagues read at most this long. */
export const SANCTION_NOTE_MAX_CHARACTERS = 500

const DAY_MS = 24 * 60 * 60 * 1000

/** How many days a step may last, and how many it does unless somebody says otherwise. */
export interface SanctionTerm {
  least: number
  usual: number
  most: number
}

/** The terms of the steps; null for those that do not end by themselves. */
export const SANCTION_TERMS = {
  warning: { least: 30, usual: 30, most: 30 },
  limited: { least: 1, usual: 7, most: 30 },
  suspended: { least: 1, usual: 30, most: 180 },
  closed: null,
  barred: null,
} as const satisfies Record<SanctionStep, SanctionTerm | null>

/** A step that holds for an account now. `until` is the first instant at which it is over; null for good. */
export interface SanctionInForce {
  id: string
  step: SanctionStep
  until: Date | null
}

export type SanctionStatus = 'proposed' | 'active' | 'dismissed' | 'lifted'

/** What is kept of a sanction's time. */
export interface SanctionTime {
  status: SanctionStatus
  from: Date | null
  until: Date | null
}

/** Where a sanction stands. Ended by time is nowhere written: it follows from the clock. */
export type SanctionStanding = 'proposed' | 'inForce' | 'ended' | 'dismissed' | 'lifted'

export function sanctionStanding(sanction: SanctionTime, now: Date): SanctionStanding {
  if (sanction.status !== 'active') return sanction.status
  return sanction.until !== null && sanction.until <= now ? 'ended' : 'inForce'
}

/** Which of two steps stands higher on the ladder: negative where `one` is the milder. */
export function compareSteps(one: SanctionStep, other: SanctionStep): number {
  return SANCTION_STEPS.indexOf(one) - SANCTION_STEPS.indexOf(other)
}

/**
 * Of the sanctions that were imposed on an account the one that counts now: the strictest, and of two alike the
 * longer. Null where none is in force.
 */
export function strictestInForce(
  imposed: readonly SanctionInForce[],
  now: Date,
): SanctionInForce | null {
  const endMs = ({ until }: SanctionInForce) => until?.getTime() ?? Infinity
  return imposed
    .filter((sanction) => endMs(sanction) > now.getTime())
    .reduce<SanctionInForce | null>((strictest, sanction) => {
      if (!strictest) return sanction
      const stricter = compareSteps(sanction.step, strictest.step)
      return stricter > 0 || (stricter === 0 && endMs(sanction) > endMs(strictest))
        ? sanction
        : strictest
    }, null)
}

/** Whether the account may neither comment, vote nor report meanwhile: from 限制功能 on. */
export function silences(step: SanctionStep): boolean {
  return compareSteps(step, 'limited') >= 0
}

/**
 * Whether the account may only read, appeal, and see to its own data (个人信息保护法): from 暂停 on. Nobody is kept
 * from signing in for these.
 */
export function suspends(step: SanctionStep): boolean {
  return compareSteps(step, 'suspended') >= 0
}

/** What screening does with a text of such an account: warned, it is read before it is published. */
export function screeningOf(step: SanctionStep): 'hold' | 'refuse' {
  return silences(step) ? 'refuse' : 'hold'
}

/** Whether a term of so many days is one that the step may have; steps without a term take none. */
export function isTermOf(step: SanctionStep, days: number | null): boolean {
  const term = SANCTION_TERMS[step]
  if (!term || days === null) return term === null && days === null
  return Number.isInteger(days) && days >= term.least && days <= term.most
}

/** When a step that begins now is over; null for good. */
export function sanctionEnd(days: number | null, now: Date): Date | null {
  return days === null ? null : new Date(now.getTime() + days * DAY_MS)
}
