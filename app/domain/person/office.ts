import type { Duty, Role } from './role'

/** A role with its duty, as one choice: what an administrator gives to a person. Residents need no grant. */
export const OFFICES = [
  'member',
  'expert',
  'official:draft',
  'official:sign',
  'official:assign',
  'moderator:review',
  'moderator:senior',
  'convener',
  'liaison',
  'admin',
  'auditor',
] as const

export type Office = (typeof OFFICES)[number]

/** The role and duty of an office. */
export function officeParts(office: Office): { role: Role; duty: Duty | null } {
  const [role, duty] = office.split(':') as [Role, Duty?]
  return { role, duty: duty ?? null }
}

/** The office of a grant; null for one that gives none, such as a resident's. */
export function officeOf(grant: { role: Role; duty: Duty | null }): Office | null {
  const name = grant.duty ? `${grant.role}:${grant.duty}` : grant.role
  return OFFICES.find((office) => office === name) ?? null
}
