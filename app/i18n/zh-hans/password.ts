import type { PasswordProblem } from '~/domain/account/password-rule'

/** What stands against a password. */
export const password = {
  'password.tooShort':
    '密码太短。请至少用 8 个字符，并包含大写字母、小写字母、数字、符号中的三种；或者用 14 个以上的任意字符。',
  'password.tooFewClasses':
    '密码太简单。请包含大写字母、小写字母、数字、符号中的三种；或者改用 14 个以上的任意字符，例如几个不相干的词。',
  'password.tooLong': '密码太长，最多 128 个字符。',
  'password.common': '这个密码很容易被猜到，请换一个。',
  'password.containsPhone': '密码里不能有您的手机号码，请换一个。',
  'password.containsName': '密码里不能有您的显示名，请换一个。',
} as const satisfies Record<`password.${PasswordProblem}`, string>
