import { z } from 'zod'
import { displayNameProblems, normalizeDisplayName } from '~/domain/account/display-name'
import { parseMobile } from '~/domain/account/phone-number'
import { readHolidayNotice } from '~/domain/calendar/holiday-notice'
import {
  departmentNeed,
  grantProblems,
  studioNeed,
  type GrantProblem,
} from '~/domain/person/grant-shape'
import { isReasonCode } from '~/domain/moderation/reason-text'
import { OFFICES, officeParts } from '~/domain/person/office'
import { nextShanghaiMidnight } from '~/domain/shared/shanghai-time'
import type { MessageKey } from '~/i18n/zh-hans'
import {
  choice,
  line,
  optionalChoice,
  optionalDate,
  optionalLine,
  optionalProse,
  position,
  prose,
  seenVersion,
  ticked,
} from './fields'

const GRANT_PROBLEMS: Record<GrantProblem, { field: string; key: MessageKey }> = {
  dutyMissing: { field: 'office', key: 'admin.grant.office.missing' },
  dutyNotOfRole: { field: 'office', key: 'admin.grant.office.missing' },
  departmentMissing: { field: 'departmentId', key: 'admin.grant.department.missing' },
  departmentNotAllowed: { field: 'departmentId', key: 'admin.grant.department.notAllowed' },
  studioMissing: { field: 'studioId', key: 'admin.grant.studio.missing' },
  studioNotAllowed: { field: 'studioId', key: 'admin.grant.studio.notAllowed' },
}

const grantFields = {
  office: z.enum(OFFICES, { message: 'admin.grant.office.missing' satisfies MessageKey }),
  departmentId: optionalChoice,
  studioId: optionalChoice,
  title: optionalLine(60),
  /** The last day on which it holds. */
  until: optionalDate,
}

type GrantFields = z.output<z.ZodObject<typeof grantFields>>

/**
 * The grant of the form, or what is missing. Body fields that the chosen office does not have are left out of
 * account: the form folds them away, and what was chosen there before is no answer any more.
 */
function givenGrant(fields: GrantFields, now: Date, context: z.RefinementCtx) {
  const { role, duty } = officeParts(fields.office)
  const grant = {
    role,
    duty,
    departmentId: departmentNeed(role, duty) === 'none' ? null : fields.departmentId,
    studioId: studioNeed(role) === 'none' ? null : fields.studioId,
    title: fields.title,
    until:
      fields.until === null
        ? null
        : nextShanghaiMidnight(new Date(`${fields.until}T00:00:00+08:00`)),
  }
  for (const problem of grantProblems(grant)) {
    const { field, key } = GRANT_PROBLEMS[problem]
    context.addIssue({ code: 'custom', path: [field], message: key })
  }
  // Who speaks with a mark is named by 界别 or 职称 beside it.
  if ((role === 'member' || role === 'expert') && grant.title === null) {
    const message: MessageKey = 'admin.grant.title.missing'
    context.addIssue({ code: 'custom', path: ['title'], message })
  }
  if (grant.until && grant.until <= now) {
    const message: MessageKey = 'admin.grant.until.past'
    context.addIssue({ code: 'custom', path: ['until'], message })
  }
  return grant
}

/** A grant for a person who is there. */
export function grantSchema(now: Date) {
  return z.object(grantFields).transform((fields, context) => givenGrant(fields, now, context))
}

const personFields = {
  displayName: z
    .string()
    .default('')
    .transform((input, context) => {
      // An administrator vouches for the person: only what nobody may bear is refused, not the names of offices.
      const [problem] = displayNameProblems(input).filter((each) => each !== 'impersonates')
      if (!problem) return normalizeDisplayName(input)
      context.addIssue({ code: 'custom', message: `displayName.${problem}` satisfies MessageKey })
      return z.NEVER
    }),
  phone: z
    .string()
    .default('')
    .transform((input, context) => {
      const mobile = parseMobile(input)
      if (mobile) return mobile
      context.addIssue({ code: 'custom', message: 'admin.invite.phone.wrong' satisfies MessageKey })
      return z.NEVER
    }),
  districtId: optionalChoice,
}

/** A person to be made, and their first grant. What is wrong with either is told at once. */
export function invitationSchema(now: Date) {
  const first = grantSchema(now).transform((grant) => ({ grants: [grant] }))
  return z.intersection(z.object(personFields), first)
}

/** A form without fields of its own: its button says everything. */
export const noFieldsSchema = z.object({})

export const revocationSchema = z.object({
  grantId: choice('admin.error.choiceGone'),
  revokeReason: line(200, 'admin.reasonField.missing'),
})

export const departmentSchema = z.object({
  name: line(60, 'admin.name.missing'),
  shortName: line(20, 'admin.shortName.missing'),
  districtId: optionalChoice,
  telephone: optionalLine(30).refine(
    (value) => value === null || /^[\d+() -]{5,}$/.test(value),
    'admin.telephone.wrong' satisfies MessageKey,
  ),
  active: ticked,
  version: seenVersion,
})

export const studioSchema = z.object({
  name: line(60, 'admin.name.missing'),
  level: z.enum(['studio', 'station'], {
    message: 'admin.studio.level.missing' satisfies MessageKey,
  }),
  typeId: choice('admin.studio.type.missing'),
  districtId: optionalChoice,
  sector: optionalLine(30),
  place: line(100, 'admin.studio.place.missing'),
  introduction: optionalProse(2000),
  duties: optionalProse(2000),
  rules: optionalProse(2000),
  active: ticked,
  version: seenVersion,
})

export const categorySchema = z.object({
  name: line(20, 'admin.name.missing'),
  position,
  active: ticked,
  version: seenVersion,
})

export const studioTypeSchema = z.object({ name: line(20, 'admin.name.missing'), position })

export const districtSchema = z.object({
  name: line(40, 'admin.name.missing'),
  parentId: optionalChoice,
  position,
})

/** The field of the code is named `key`: what ends in `code` is taken for a secret and not shown again. */
export const rejectionReasonSchema = z.object({
  key: z
    .string()
    .default('')
    .transform((value) => value.trim())
    .refine(isReasonCode, 'admin.reason.key.wrong'),
  label: line(20, 'admin.reason.label.missing'),
  text: prose(300, 'admin.reason.text.missing'),
  position,
  active: ticked,
  breach: ticked,
})

const yesNo = z.enum(['true', 'false'], { message: 'admin.calendar.working.missing' })

/** A corrected day, and the day as it was on the page. */
export const calendarDaySchema = z.object({
  working: yesNo.transform((value) => value === 'true'),
  name: optionalLine(30),
  seenWorking: yesNo.transform((value) => value === 'true'),
  seenName: optionalLine(30),
})

/** A year as its notice announced it, pasted whole. */
export const calendarYearSchema = z
  .object({
    year: z
      .string()
      .default('')
      .refine((value) => /^20\d{2}$/.test(value), 'admin.calendar.year.wrong')
      .transform(Number),
    notice: prose(5000, 'admin.calendar.notice.missing'),
  })
  .transform(({ year, notice }, context) => {
    const { holidays, problems } = readHolidayNotice(notice, year)
    for (const { kind, where } of problems) {
      const message: MessageKey = `admin.calendar.notice.${kind}`
      context.addIssue({ code: 'custom', path: ['notice'], message, params: { where } })
    }
    return { year, holidays }
  })
