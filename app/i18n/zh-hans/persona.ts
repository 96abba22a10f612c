import type { Persona } from '~/domain/account/persona'

/** The people of the demo: who they are, and what to try as them. */
export const persona = {
  'persona.resident.name': '居民',
  'persona.resident.try': '在议题里写一条意见，看它从待审核到发布，并查看回执。',
  'persona.member.name': '政协委员',
  'persona.member.try': '以委员身份发言，名字旁边会有委员的标记和界别。',
  'persona.expert.name': '专家',
  'persona.expert.try': '就议题提出专业意见，名字旁边会有专家的标记。',
  'persona.draftingOfficial.name': '承办单位经办人',
  'persona.draftingOfficial.try': '签收交办的议题，起草答复，送审签人审签。',
  'persona.signingOfficial.name': '承办单位审签人',
  'persona.signingOfficial.try': '审阅经办人的答复，签发公开，或说明原因退回修改。',
  'persona.assigningOfficial.name': '交办人',
  'persona.assigningOfficial.try': '把议题交给主办和会办单位，定下答复期限。',
  'persona.moderator.name': '审核员',
  'persona.moderator.try': '逐条审核意见：通过、退回修改，或说明理由不予通过。',
  'persona.seniorModerator.name': '审核组长',
  'persona.seniorModerator.try': '复看审核结果，撤下已发布的意见，查看审核情况。',
  'persona.convener.name': '召集人',
  'persona.convener.try': '发起议题、推进阶段，写协商成果并逐条引用意见。',
  'persona.liaison.name': '联络员',
  'persona.liaison.try': '协助召集人维护工作室的议题，录入现场的意见。',
  'persona.admin.name': '管理员',
  'persona.admin.try': '管理人员与权限、单位、工作室、类别和工作日历。',
  'persona.auditor.name': '审计管理员',
  'persona.auditor.try': '查阅留痕记录：谁、何时、做了什么、结果如何。',
} as const satisfies Record<`persona.${Persona}.${'name' | 'try'}`, string>
