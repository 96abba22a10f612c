import type { merge as source } from '../zh-hans/merge'

export const merge: Record<keyof typeof source, string> = {
  'merge.title': 'Merge into another topic',
  'merge.lede':
    'A topic about the same is merged into the one that is answered. This one is closed, and what is owed on it is owed no more; comments stay where they are, and the page leads to the other topic and shows its answer.',
  'merge.hint': 'Where another topic is about the same, merge this one into it.',
  'merge.open': 'Merge into another topic…',
  'merge.into.label': 'Number of the other topic',
  'merge.into.hint': 'Such as XS-2026-001; it stands among the facts of the topic.',
  'merge.into.missing': 'Please give the number.',
  'merge.reason.hint': 'The reason stands on the public timeline.',
  'merge.button': 'Merge',
  'merge.already': 'This topic was merged already',
  'merge.problem.unknown': 'There is no topic with this number, or it is this one.',
  'merge.problem.mergedItself':
    'That topic was merged itself; please give the one that is answered.',
}
