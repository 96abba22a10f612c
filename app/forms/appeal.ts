import { z } from 'zod'
import {
  APPEAL_EXPLANATION_MAX_CHARACTERS,
  APPEAL_MAX_CHARACTERS,
  APPEAL_RESULTS,
  ASSESSMENTS,
} from '~/domain/moderation/appeal'
import { NOTE_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { words } from './words'

/** 申诉: why the author thinks that the decision was wrong. */
export const appealSchema = z.object({
  text: words(APPEAL_MAX_CHARACTERS, 'appeal.text.missing'),
})

/** The second moderator's own view. */
export const assessAppealSchema = z.object({
  assessment: z.enum(ASSESSMENTS, { message: 'appeal.assess.unchosen' }),
  note: words(NOTE_MAX_CHARACTERS, 'appeal.assess.noteMissing'),
})

/** 维持 or 改判, and what the author reads. */
export const decideAppealSchema = z.object({
  result: z.enum(APPEAL_RESULTS, { message: 'appeal.decide.unchosen' }),
  explanation: words(APPEAL_EXPLANATION_MAX_CHARACTERS, 'appeal.decide.missing'),
})
