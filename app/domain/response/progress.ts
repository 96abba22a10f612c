import type { ResponseStatus } from './response'

/**
 * The way of an official response: drafted, handed to the signer, returned or signed, published at once or at its
 * time; and once it is public, corrected by going the same way again, while the public goes on reading the
 * version before.
 */
export const RESPONSE_ACTS = [
  /** A draft is saved. */
  'save',
  /** 送审签 */
  'submit',
  /** 退回修改 */
  'return',
  /** 签发并公开 */
  'publish',
  /** 签发，定时公开 */
  'schedule',
  /** 收回定时 */
  'takeBack',
  /** The time has come. */
  'publishDue',
  /** 更正 */
  'beginCorrection',
  /** 放弃更正 */
  'abandonCorrection',
] as const

export type ResponseAct = (typeof RESPONSE_ACTS)[number]

/** Where a response stands: its work, and whether the public reads a version of it. */
export interface ResponseStanding {
  status: ResponseStatus
  isPublic: boolean
}

interface Step {
  from: ResponseStatus
  to: ResponseStatus
  /** Only of what is public. */
  ofPublic?: true
}

/** Every act has one place where it is done; whoever finds the response elsewhere was too late. */
export const RESPONSE_STEPS = {
  save: { from: 'drafting', to: 'drafting' },
  submit: { from: 'drafting', to: 'awaitingSignOff' },
  return: { from: 'awaitingSignOff', to: 'drafting' },
  publish: { from: 'awaitingSignOff', to: 'published' },
  schedule: { from: 'awaitingSignOff', to: 'scheduled' },
  takeBack: { from: 'scheduled', to: 'awaitingSignOff' },
  publishDue: { from: 'scheduled', to: 'published' },
  beginCorrection: { from: 'published', to: 'drafting', ofPublic: true },
  abandonCorrection: { from: 'drafting', to: 'published', ofPublic: true },
} as const satisfies Record<ResponseAct, Step>

/** Where an act leads, or null where it is not done. What is public stays public. */
export function standingAfterAct(
  standing: ResponseStanding,
  act: ResponseAct,
): ResponseStanding | null {
  const step: Step = RESPONSE_STEPS[act]
  if (standing.status !== step.from || (step.ofPublic && !standing.isPublic)) return null
  return { status: step.to, isPublic: standing.isPublic || step.to === 'published' }
}

/** The farthest day on which a signed answer may be published: beyond it nobody remembers what was signed. */
export const MAX_SCHEDULE_DAYS = 60

const DAY_MS = 24 * 60 * 60 * 1000

/** What is wrong with a time to publish at, or null. */
export function scheduleProblem(at: Date, now: Date): 'past' | 'tooFar' | null {
  if (at <= now) return 'past'
  return at.getTime() - now.getTime() > MAX_SCHEDULE_DAYS * DAY_MS ? 'tooFar' : null
}
