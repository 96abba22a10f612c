/** What can be done with a part besides answering it, as the desk's addresses name it. */
export const PART_ACTS = [
  'return',
  'extension',
  'decide-return',
  'decide-extension',
  'remind',
  'supervise',
  'reassign',
  'handler',
] as const

export type PartActName = (typeof PART_ACTS)[number]
