export const role = {
  'role.resident': '居民',
  'role.member': '政协委员',
  'role.expert': '专家',
  'role.official': '承办单位工作人员',
  'role.moderator': '审核员',
  'role.convener': '召集人',
  'role.liaison': '联络员',
  'role.admin': '管理员',
  'role.auditor': '审计管理员',
} as const
