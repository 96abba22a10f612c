import type { role as source } from '../zh-hans/role'

export const role: Record<keyof typeof source, string> = {
  'role.resident': 'Resident',
  'role.member': 'CPPCC member',
  'role.expert': 'Expert',
  'role.official': 'Official',
  'role.moderator': 'Moderator',
  'role.convener': 'Convener',
  'role.liaison': 'Liaison',
  'role.admin': 'Administrator',
  'role.auditor': 'Auditor',
}
