import type { Duty, Role } from './role'

/** What of a grant decides whether it may be written: the database's check `grants_role_shape` asks the same. */
export interface GrantShape {
  role: Role
  duty: Duty | null
  departmentId: string | null
  studioId: string | null
}

/** What is wrong with a grant, by the field it concerns. */
export type GrantProblem =
  | 'dutyMissing'
  | 'dutyNotOfRole'
  | 'departmentMissing'
  | 'departmentNotAllowed'
  | 'studioMissing'
  | 'studioNotAllowed'

type Need = 'none' | 'may' | 'must'

interface RoleShape {
  /** The duties of which one must be named; none where the role has no duties. */
  duties: readonly Duty[]
  department: Need
  studio: Need
}

const UNBOUND: RoleShape = { duties: [], department: 'none', studio: 'none' }
const OF_A_STUDIO: RoleShape = { duties: [], department: 'none', studio: 'must' }

/** What each role asks of its grants. */
const SHAPES: Record<Role, RoleShape> = {
  resident: UNBOUND,
  // 委员 speak for their sector; those of a studio are bound to it.
  member: { duties: [], department: 'none', studio: 'may' },
  expert: UNBOUND,
  // 起草 and 审签 are done within a department; 交办 may be a matter of the whole site.
  official: { duties: ['draft', 'sign', 'assign'], department: 'must', studio: 'none' },
  moderator: { duties: ['review', 'senior'], department: 'none', studio: 'none' },
  convener: OF_A_STUDIO,
  liaison: OF_A_STUDIO,
  admin: UNBOUND,
  auditor: UNBOUND,
}

/** The duties of a role, of which a grant names one; none for most roles. */
export function dutiesOf(role: Role): readonly Duty[] {
  return SHAPES[role].duties
}

/** Whether a grant of the role (with the duty) is bound to a department, may be or must be. */
export function departmentNeed(role: Role, duty: Duty | null): Need {
  return role === 'official' && duty === 'assign' ? 'may' : SHAPES[role].department
}

/** Whether a grant of the role is bound to a studio, may be or must be. */
export function studioNeed(role: Role): Need {
  return SHAPES[role].studio
}

/** What stands against a grant; none where it may be written. */
export function grantProblems(grant: GrantShape): GrantProblem[] {
  const problems: GrantProblem[] = []
  const duties = dutiesOf(grant.role)
  if (grant.duty === null && duties.length > 0) problems.push('dutyMissing')
  if (grant.duty !== null && !duties.includes(grant.duty)) problems.push('dutyNotOfRole')

  const department = departmentNeed(grant.role, grant.duty)
  if (grant.departmentId === null && department === 'must') problems.push('departmentMissing')
  if (grant.departmentId !== null && department === 'none') problems.push('departmentNotAllowed')

  const studio = studioNeed(grant.role)
  if (grant.studioId === null && studio === 'must') problems.push('studioMissing')
  if (grant.studioId !== null && studio === 'none') problems.push('studioNotAllowed')
  return problems
}
