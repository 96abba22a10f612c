import { z } from 'zod'
import type { ReviewTiming } from '../../comment/review-transition'
import { timingAfterScreening } from './disposition'
import { strictestOf, type Finding } from './finding'
import type { RuleSetting } from './rules'

/** What a service outside is asked about a text. */
export interface ExternalQuestion {
  /** The comment. */
  id: string
  revision: string
  /** As it would be published: personal information is masked, and every place is where it was typed. */
  text: string
  topic: { id: string; title: string }
  /** When the text was sent: ISO 8601, in UTC. */
  time: string
}

/** 通过, 暂扣, 遮盖, 拒收. */
const VERDICTS = ['pass', 'hold', 'mask', 'refuse'] as const

const MOST_FINDINGS = 100
const MOST_CODE_CHARACTERS = 40

const answerSchema = z.object({
  verdict: z.enum(VERDICTS),
  findings: z
    .array(
      z.object({
        /** The service's own name of what it found. */
        code: z
          .string()
          .trim()
          .min(1)
          .max(MOST_CODE_CHARACTERS)
          .regex(/^[\p{L}\p{N} _.:/-]+$/u),
        /** UTF-16 offsets, the end not included, and the words that stand there. */
        start: z.number().int().min(0),
        end: z.number().int().min(1),
        text: z.string().min(1),
      }),
    )
    .max(MOST_FINDINGS)
    .default([]),
})

export type ExternalAnswer = z.infer<typeof answerSchema>

/**
 * A service's answer about a text. A place counts only with the words that stand there: offsets counted otherwise
 * (in bytes, in code points) would mark the wrong words.
 *
 * @returns undefined where it is no answer about this text
 */
export function readExternalAnswer(value: unknown, text: string): ExternalAnswer | undefined {
  const parsed = answerSchema.safeParse(value)
  if (!parsed.success) return undefined
  const { findings } = parsed.data
  return findings.every((each) => text.slice(each.start, each.end) === each.text)
    ? parsed.data
    : undefined
}

/** Where a text stands with the service outside. */
export const EXTERNAL_STATES = ['waiting', 'unanswered', ...VERDICTS] as const

export type ExternalState = (typeof EXTERNAL_STATES)[number]

/** Whether the service's answer is still to come. */
export function isUnanswered(state: unknown): boolean {
  return state === 'waiting' || state === 'unanswered'
}

const MOST_CODES = 5

/**
 * The finding that an answer makes. Nothing is refused after it was taken in: what the service would refuse is held
 * for a person to decide, at once.
 *
 * @param answer null where the service did not answer
 * @param tries how often it was asked
 */
export function externalFinding(
  answer: ExternalAnswer | null,
  { asks, mode }: Pick<RuleSetting, 'asks' | 'mode'>,
  tries: number,
): Finding {
  const trial = mode !== 'on'
  if (!answer) {
    const params = { state: 'unanswered', tries }
    return { rule: 'external', asks, evidence: [], params, trial }
  }
  const codes = [...new Set(answer.findings.map(({ code }) => code))].slice(0, MOST_CODES)
  return {
    rule: 'external',
    asks: answer.verdict === 'pass' ? 'watch' : asks,
    evidence: answer.findings.map(({ start, end }) => ({ start, end })),
    params: { state: answer.verdict, tries, codes: codes.join('、') },
    trial,
  }
}

/** The risk of a text, 0 to 100, after the answer; without one it stays what it was. */
export function externalRisk(answer: ExternalAnswer | null, risk: number): number {
  if (answer?.verdict === 'refuse') return 100
  return answer?.verdict === 'pass' ? Math.max(0, risk - HELD_RISK) : risk
}

/** What waiting for the service adds to a text's risk. */
const HELD_RISK = 40

/**
 * When a text is reviewed once the service lets it pass: by what everything else asked for. Where others are
 * published at once it is published then.
 */
export function timingOncePassed(mode: ReviewTiming, findings: readonly Finding[]): ReviewTiming {
  const others = findings.filter(({ rule, trial }) => rule !== 'external' && !trial)
  return timingAfterScreening(mode, strictestOf(others))
}

/** Whether the service is to be asked about a text that was screened. */
export function isAskedOutside({ findings }: { findings: readonly Finding[] }): boolean {
  return findings.some(({ rule }) => rule === 'external')
}
