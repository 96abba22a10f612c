/** The stages of a topic (议题), in their order. A topic never skips one and never goes back, but for a second round. */
export const STAGES = [
  'collecting',
  'deliberating',
  'concluding',
  'handling',
  'evaluating',
  'closed',
] as const

export type Stage = (typeof STAGES)[number]

/** How a topic takes in comments: 先审后发 (the default), 先发后审, 只读. */
export const TOPIC_MODES = ['preModeration', 'postModeration', 'readOnly'] as const

export type TopicMode = (typeof TOPIC_MODES)[number]

/** What a topic came to, said in its outcome summary. `noConsensus` is an honest outcome, not a failure. */
export const VERDICTS = ['consensus', 'partialConsensus', 'noConsensus'] as const

export type Verdict = (typeof VERDICTS)[number]
