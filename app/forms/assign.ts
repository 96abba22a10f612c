import { z } from 'zod'
import { assignmentProblem, type AskedDepartment } from '~/domain/response/assignment'
import { MAX_TERM_WORKING_DAYS } from '~/domain/response/due'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { isId } from '~/domain/shared/id'
import { ticked } from './fields'
import { idList, written } from './written'

/** How those asked answer: one 主办 with 会办 in one answer, or several 分办 apart. */
export const ANSWER_FORMS = ['together', 'apart'] as const

/** Where a problem with who is asked is shown. */
const PROBLEM_FIELDS = {
  nobody: 'lead',
  noLead: 'lead',
  severalLeads: 'lead',
  mixed: 'apart',
  singleParallel: 'apart',
  twice: 'joint',
} as const

/** 交办: who is asked, until when, and for what. */
export const assignSchema = z
  .object({
    form: z.enum(ANSWER_FORMS, { message: 'desk.assign.form.missing' }).default('together'),
    lead: z.string().default(''),
    joint: idList,
    apart: idList,
    workingDays: z
      .string()
      .default('')
      .transform((typed, context) => {
        const days = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
        if (days >= 1 && days <= MAX_TERM_WORKING_DAYS) return days
        context.addIssue({
          code: 'custom',
          message: 'desk.assign.days.wrong',
          params: { max: MAX_TERM_WORKING_DAYS },
        })
        return z.NEVER
      }),
    wholeGroup: ticked,
    note: written({ max: REMARK_MAX_CHARACTERS }),
  })
  .transform(({ form, lead, joint, apart, workingDays, wholeGroup, note }, context) => {
    const departments: AskedDepartment[] =
      form === 'apart'
        ? apart.map((departmentId) => ({ departmentId, part: 'parallel' }))
        : [
            ...(isId(lead) ? [{ departmentId: lead, part: 'lead' as const }] : []),
            ...joint.map((departmentId) => ({ departmentId, part: 'joint' as const })),
          ]
    const found = assignmentProblem(departments)
    const problem = found === 'nobody' && form === 'apart' ? 'singleParallel' : found
    if (problem) {
      context.addIssue({
        code: 'custom',
        path: [PROBLEM_FIELDS[problem]],
        message: `desk.assign.problem.${problem}`,
      })
      return z.NEVER
    }
    return { departments, workingDays, wholeGroup, note: note === '' ? undefined : note }
  })
