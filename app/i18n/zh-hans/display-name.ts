import type { DisplayNameProblem } from '~/domain/account/display-name'

/** What stands against a display name. */
export const displayName = {
  'displayName.tooShort': '显示名至少要有 2 个字。',
  'displayName.tooLong': '显示名最多 20 个字，请缩短一些。',
  'displayName.forbiddenCharacters':
    '显示名里有不能使用的字符，例如看不见的控制符，请改用常用文字。',
  'displayName.impersonates':
    '显示名不能使用容易被当作机关、单位或工作人员的字样，也不能自称委员、专家；相关身份由管理员核实后另行标注。',
  'displayName.phoneNumber': '显示名会公开显示，请不要写手机号码。',
} as const satisfies Record<`displayName.${DisplayNameProblem}`, string>
