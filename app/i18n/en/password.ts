import type { password as source } from '../zh-hans/password'

export const password: Record<keyof typeof source, string> = {
  'password.tooShort':
    'This password is too short. Please use at least 8 characters with three of these: capital letters, small letters, digits, signs. Or use 14 characters or more of any kind.',
  'password.tooFewClasses':
    'This password is too simple. Please use three of these: capital letters, small letters, digits, signs. Or use 14 characters or more of any kind, such as a few unrelated words.',
  'password.tooLong': 'This password is too long: at most 128 characters.',
  'password.common': 'This password is easily guessed. Please choose another.',
  'password.containsPhone':
    'The password must not contain your telephone number. Please choose another.',
  'password.containsName':
    'The password must not contain your display name. Please choose another.',
}
