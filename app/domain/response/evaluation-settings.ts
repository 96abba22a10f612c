import { z } from 'zod'

/** What an administrator sets of the rating of answers (回访). A field that is not set has its default. */
export const evaluationSettingsSchema = z.object({
  /** For how many calendar days after an answer those who raised the matter may rate it. */
  days: z.number().int().min(1).max(90).default(15),
})

export type EvaluationSettings = z.infer<typeof evaluationSettingsSchema>
