/** 交办 and its steps: what keeps a step from being taken, and what people are told of it. */
export const assignment = {
  'assignment.text.returnRequested': '【连心桥】{department}申请退回“{title}”，请决定：{link}',
  'assignment.text.returnGranted': '【连心桥】“{title}”已同意退回。{link}',
  'assignment.text.returnRefused':
    '【连心桥】“{title}”没有同意退回，请继续办理。理由：{reason} {link}',
  'assignment.text.extensionRequested': '【连心桥】{department}就“{title}”申请延期，请决定：{link}',
  'assignment.text.extensionGranted': '【连心桥】“{title}”已同意延期至 {date}。{link}',
  'assignment.text.extensionRefused': '【连心桥】“{title}”没有同意延期。理由：{reason} {link}',
  'assignment.text.extendedForAuthor':
    '【连心桥】您在议题“{title}”下的意见由{department}办理，答复期限延长至 {date}。{link}',
  'assignment.text.assigned': '【连心桥】“{title}”已交给您单位办理，请签收：{link}',
  'assignment.text.reminded': '【连心桥】催办：“{title}”请于 {date} 前答复。{link}',
  'assignment.text.toAcknowledge':
    '【连心桥】催办：“{title}”应在 {date} 前签收，请尽快签收。{link}',
  'assignment.text.merged': '【连心桥】“{title}”已并入“{into}”，本单位不再单独答复。{link}',
  'assignment.text.supervised': '【连心桥】督办：“{title}”已列为督办事项。{note} {link}',
  'assignment.text.handedOver': '【连心桥】“{title}”现由您经办。{link}',
  'assignment.text.deskHandedOver': '【连心桥】{n} 件事项现由您经办：{link}',
  'assignment.text.delegated':
    '【连心桥】{from}委托您在 {start} 至 {end} 期间代为办理本单位事项。{link}',
  'assignment.obstacle.notYours': '这一步由别的岗位办理。',
  'assignment.obstacle.closed': '这件事已经了结。',
  'assignment.obstacle.alreadyAcknowledged': '已经签收。',
  'assignment.obstacle.notAcknowledged': '请先签收。',
  'assignment.obstacle.returnPending': '已申请退回，等待交办人决定。',
  'assignment.obstacle.noReturnPending': '没有等待决定的退回申请。',
  'assignment.obstacle.extensionPending': '已申请延期，等待交办人决定。',
  'assignment.obstacle.noExtensionPending': '没有等待决定的延期申请。',
  'assignment.obstacle.tooLateToReturn': '申退须在交办后 7 个工作日内提出，期限已过。',
  'assignment.obstacle.noReason': '请写明理由。',
  'assignment.obstacle.pastDue': '延期须在答复期限以前提出，期限已过。',
  'assignment.obstacle.notLater': '新的期限须晚于现在的期限。',
  'assignment.obstacle.tooFar': '一次延期最多 30 个工作日。',
  'assignment.obstacle.jointFollowsLead': '会办单位随主办单位答复，期限也随主办单位。',
  'assignment.obstacle.needsSuccessor': '还有会办单位，请另定主办单位。',
  'assignment.obstacle.successorHasPart': '这个单位在这次交办中已经有任务，请选别的单位。',
  'assignment.obstacle.remindedToday': '今天已经催办过，一天催办一次。',
} as const
