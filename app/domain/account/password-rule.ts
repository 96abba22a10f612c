import { COMMON_PASSWORDS } from './common-passwords'
import { nationalNumber } from './phone-number'

/** The rule of GB/T 22239 (等级保护 2.0): so many characters of three classes, or so many of any. */
export const PASSWORD_MIN_CHARACTERS = 8
export const PASSWORD_MIN_CLASSES = 3
export const PASSWORD_LONG_CHARACTERS = 14

/** Longer ones are refused before they are hashed: hashing must not be made costly from outside. */
export const PASSWORD_MAX_CHARACTERS = 128

/** A long password of fewer different characters than this is a pattern, not a secret. */
const MIN_DIFFERENT_CHARACTERS = 5

/** The end of a number by which people know it. */
const PHONE_TAIL_DIGITS = 8

/** In the interface's words under `password.<code>`. */
export type PasswordProblem =
  'tooShort' | 'tooFewClasses' | 'tooLong' | 'common' | 'containsPhone' | 'containsName'

/** Upper case, lower case, digits, and all else: signs, blanks, letters of scripts without case. */
const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u] as const

/**
 * What stands against a password; none where it may be used.
 *
 * @param person.phone the confirmed number, in any form; null where there is none yet
 */
export function passwordProblems(
  password: string,
  person: { phone: string | null; displayName: string },
): PasswordProblem[] {
  const length = Array.from(password).length
  if (length > PASSWORD_MAX_CHARACTERS) return ['tooLong']
  const problems: PasswordProblem[] = []
  if (length < PASSWORD_MIN_CHARACTERS) problems.push('tooShort')
  else if (length < PASSWORD_LONG_CHARACTERS && classesOf(password) < PASSWORD_MIN_CLASSES) {
    problems.push('tooFewClasses')
  }
  if (isCommon(password)) problems.push('common')
  if (person.phone !== null && containsPhone(password, person.phone)) problems.push('containsPhone')
  if (containsName(password, person.displayName)) problems.push('containsName')
  return problems
}

function classesOf(password: string): number {
  return CLASSES.filter((pattern) => pattern.test(password)).length
}

function isCommon(password: string): boolean {
  const folded = password.toLowerCase()
  if (COMMON_PASSWORDS.has(folded)) return true
  const different = new Set(folded).size
  return folded.length >= PASSWORD_MIN_CHARACTERS && different < MIN_DIFFERENT_CHARACTERS
}

function containsPhone(password: string, phone: string): boolean {
  const digits = nationalNumber(phone).replace(/\D/gu, '')
  if (digits.length < PHONE_TAIL_DIGITS) return false
  return password.replace(/\D/gu, '').includes(digits.slice(-PHONE_TAIL_DIGITS))
}

/** Names of one or two Latin letters are in too many words to be refused. */
function containsName(password: string, displayName: string): boolean {
  const name = fold(displayName)
  const telling = Array.from(name).length >= 3 || /\p{Script=Han}{2}/u.test(name)
  return telling && fold(password).includes(name)
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')
}
