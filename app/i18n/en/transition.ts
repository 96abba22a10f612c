import type { transition as source } from '../zh-hans/transition'

export const transition: Record<keyof typeof source, string> = {
  'transition.missing.notReachable':
    'A topic cannot go from its present stage straight to this one. Please follow the stages in order.',
  'transition.missing.notConvener':
    'Only the convener of the studio this topic belongs to, or an administrator, can move it on.',
  'transition.missing.onlyConvener':
    'Whether there is a second round is for the convener of the studio this topic belongs to.',
  'transition.missing.notOpened': 'The topic has not opened yet.',
  'transition.missing.noBackground':
    'The background is not written yet. Please add it, so that people know the matter before they speak.',
  'transition.missing.noPublishedSummary': 'No outcome summary has been published yet.',
  'transition.missing.nobodyAsked':
    'No department has been asked yet. Please assign one; if there is nothing to handle, the topic can be closed as it is.',
  'transition.missing.unansweredDepartments':
    '{n} {n:department has|departments have} not answered yet.',
  'transition.missing.handedOn':
    'Something was handed to a department: it is handled and rated before the topic can close.',
  'transition.missing.consensusReached':
    'Only a topic that ended without consensus can have a second round.',
  'transition.missing.noReason':
    'Please say why there is a second round. The reason is shown on the timeline.',
}
