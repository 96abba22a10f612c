import { z } from 'zod'
import { displayNameProblems, normalizeDisplayName } from '~/domain/account/display-name'
import { passwordProblems } from '~/domain/account/password-rule'
import { parseMobile } from '~/domain/account/phone-number'
import { LANGUAGES } from '~/i18n/languages'
import type { MessageKey } from '~/i18n/zh-hans'
import { prose } from './fields'

/** How long the reason for resetting a second factor may be. */
export const RESET_REASON_MAX_CHARACTERS = 300

/** A field that must be there and not blank; what is missing is told by the message. */
function filled(missing: MessageKey) {
  return z.string({ required_error: missing }).refine((value) => value.trim().length > 0, missing)
}

/** @param kept a name that stands whatever the rule says: one that an administrator has given */
const displayNameField = (kept?: string) =>
  filled('account.displayName.missing')
    .transform(normalizeDisplayName)
    .superRefine((name, context) => {
      if (name === '' || name === kept) return
      for (const problem of displayNameProblems(name)) {
        context.addIssue({ code: 'custom', message: `displayName.${problem}` satisfies MessageKey })
      }
    })

const phone = filled('account.phone.missing').transform((typed, context) => {
  const mobile = parseMobile(typed)
  if (mobile === null && typed.trim() !== '') {
    context.addIssue({ code: 'custom', message: 'account.phone.invalid' satisfies MessageKey })
  }
  return mobile ?? ''
})

const givenPassword = z
  .string({ required_error: 'account.password.missing' satisfies MessageKey })
  .min(1, 'account.password.missing' satisfies MessageKey)

// Not a literal: where that fails, the rest of the form is not looked at.
const consent = z
  .string()
  .optional()
  .refine((value) => value === 'on', 'account.consent.missing' satisfies MessageKey)

const code = filled('account.code.missing')

/** Marks the rule's problems with a new password at its field, beside those of the other fields. */
function checkPassword(
  form: { password?: string; phone?: string; displayName?: string },
  context: z.RefinementCtx,
): void {
  if (!form.password) return
  const person = { phone: form.phone || null, displayName: form.displayName ?? '' }
  const [problem] = passwordProblems(form.password, person)
  if (problem) {
    context.addIssue({ code: 'custom', path: ['password'], message: `password.${problem}` })
  }
}

export const SignInSchema = z.object({ phone, password: givenPassword })

export const SignUpSchema = z
  .object({
    displayName: displayNameField(),
    phone,
    password: givenPassword,
    /** Empty: not given. */
    districtId: z.string().default(''),
    consent,
  })
  .superRefine(checkPassword)

export const CodeSchema = z.object({ code })

export const RecoverSchema = z.object({ phone })

export const NewPasswordSchema = z
  .object({ code, password: givenPassword })
  .superRefine(checkPassword)

export const SecondFactorSchema = z.object({ code: filled('account.secondFactor.missing') })

export const SetUpSchema = z.object({ code: filled('account.setUp.missing') })

export const ResetSecondFactorSchema = z.object({
  reason: prose(RESET_REASON_MAX_CHARACTERS, 'account.reset.reason.missing'),
})

export const ChangePasswordSchema = z.object({
  currentPassword: givenPassword,
  password: givenPassword,
})

export const ChangePhoneSchema = z.object({ phone, currentPassword: givenPassword })

export const CloseAccountSchema = z.object({ currentPassword: givenPassword })

/** What the account says of its owner. The present name may stay as it is. */
export const profileSchema = (currentName: string) =>
  z.object({
    displayName: displayNameField(currentName),
    /** Empty: not given. */
    districtId: z.string().default(''),
    language: z.enum(LANGUAGES, {
      errorMap: () => ({ message: 'account.own.language.missing' satisfies MessageKey }),
    }),
    textMessages: z.string().optional(),
  })

/** With a number that an administrator has entered, the form has no field for it. */
export const WelcomeSchema = z
  .object({ phone: phone.optional(), password: givenPassword, consent })
  .superRefine(checkPassword)
