import type { displayName as source } from '../zh-hans/display-name'

export const displayName: Record<keyof typeof source, string> = {
  'displayName.tooShort': 'A display name has at least 2 characters.',
  'displayName.tooLong': 'A display name has at most 20 characters. Please shorten it.',
  'displayName.forbiddenCharacters':
    'The display name has characters that cannot be used, such as invisible ones. Please use ordinary letters.',
  'displayName.impersonates':
    'A display name cannot be taken for an authority, a body or its staff, nor call its bearer a member or an expert: an administrator verifies such roles and they are marked apart.',
  'displayName.phoneNumber':
    'The display name is public: please do not put a telephone number in it.',
}
