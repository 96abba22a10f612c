import type { stage as source } from '../zh-hans/stage'

export const stage: Record<keyof typeof source, string> = {
  'stage.collecting': 'Collecting',
  'stage.deliberating': 'Deliberating',
  'stage.concluding': 'Concluding',
  'stage.handling': 'In hand',
  'stage.evaluating': 'Evaluation',
  'stage.closed': 'Closed',
  'stage.bridge.label': 'Progress of the topic',
  'stage.bridge.step': 'Step {n} of {total}',
  'stage.bridge.walked': 'done',
  'stage.bridge.present': 'now',
  'stage.bridge.ahead': 'not begun',
}
