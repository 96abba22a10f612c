import type { Part } from './response'

export interface AskedDepartment {
  departmentId: string
  part: Part
}

/** What is wrong with who is asked, in the interface's words under `desk.assign.problem.<code>`. */
export type AssignmentProblem =
  /** Nobody is asked. */
  | 'nobody'
  /** A joint answer needs one department that leads it. */
  | 'noLead'
  | 'severalLeads'
  /** 分办 and 主办 in one assignment: nobody could say who answers for whom. */
  | 'mixed'
  /** Apart from whom? A single department that answers leads. */
  | 'singleParallel'
  /** A department has two parts. */
  | 'twice'

/** Whether those asked make up one 主办 with any 会办, or several 分办; what is wrong, or null. */
export function assignmentProblem(asked: readonly AskedDepartment[]): AssignmentProblem | null {
  if (asked.length === 0) return 'nobody'
  if (new Set(asked.map(({ departmentId }) => departmentId)).size < asked.length) return 'twice'
  const count = (part: Part) => asked.filter((each) => each.part === part).length
  if (count('parallel') > 0) {
    if (count('lead') + count('joint') > 0) return 'mixed'
    return count('parallel') === 1 ? 'singleParallel' : null
  }
  if (count('lead') > 1) return 'severalLeads'
  return count('lead') === 0 ? 'noLead' : null
}

/** Whether a department answers itself: 会办 joins in the lead's answer. */
export function answersItself(part: Part): boolean {
  return part !== 'joint'
}

/**
 * The departments whose part is done once `departmentId` has answered: itself, and with the lead all
 * that join in its answer.
 */
export function coveredBy(departmentId: string, asked: readonly AskedDepartment[]): string[] {
  const own = asked.find((each) => each.departmentId === departmentId)
  if (!own || !answersItself(own.part)) return []
  const joint = own.part === 'lead' ? asked.filter(({ part }) => part === 'joint') : []
  return [departmentId, ...joint.map((each) => each.departmentId)]
}

/**
 * The parts of those who answered, when they are asked again (重新办理): as before, but that a department that is
 * left alone of several answers by itself.
 */
export function partsAgain(answered: readonly AskedDepartment[]): AskedDepartment[] {
  const alone = answered.length === 1
  return answered.map(({ departmentId, part }) => ({ departmentId, part: alone ? 'lead' : part }))
}
