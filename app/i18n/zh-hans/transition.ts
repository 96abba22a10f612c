import type { MissingCode } from '~/domain/topic/transition'

/** What keeps a topic from moving to a stage. */
export const transition = {
  'transition.missing.notReachable': '议题不能从当前阶段直接进入所选阶段，请按议题进程依次推进。',
  'transition.missing.notConvener': '只有本议题所属工作室的召集人或管理员可以推进议题。',
  'transition.missing.onlyConvener': '是否开启第二轮协商，由本议题所属工作室的召集人决定。',
  'transition.missing.notOpened': '议题还没有到开放时间。',
  'transition.missing.noBackground': '还没有填写议题背景，请先补充，方便大家了解情况后发言。',
  'transition.missing.noPublishedSummary': '还没有公开发布的协商成果。',
  'transition.missing.nobodyAsked':
    '还没有交办给任何承办单位。请先交办；如没有需要办理的事项，可以直接办结。',
  'transition.missing.unansweredDepartments': '还有 {n} 个承办单位没有答复。',
  'transition.missing.handedOn': '已有事项交办承办单位，办理和评价之后才能办结。',
  'transition.missing.consensusReached': '只有未达成共识的议题可以开启第二轮协商。',
  'transition.missing.noReason': '请写明开启第二轮协商的理由，理由会公开显示在议题进程中。',
} as const satisfies Record<`transition.missing.${MissingCode}`, string>
