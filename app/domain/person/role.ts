/** Everybody's roles. A person may hold several; each is a grant. */
export const ROLES = [
  'resident',
  'member',
  'expert',
  'official',
  'moderator',
  'convener',
  'liaison',
  'admin',
  'auditor',
] as const

export type Role = (typeof ROLES)[number]

/** Roles whose holders work here: two-factor sign-in and the short idle timeout apply to them. */
export const STAFF_ROLES = [
  'official',
  'moderator',
  'convener',
  'liaison',
  'admin',
  'auditor',
] as const satisfies readonly Role[]

/** What a grant allows within its role: 起草, 审签, 交办 for officials; 审核, 组长 for moderators. */
export const DUTIES = ['draft', 'sign', 'assign', 'review', 'senior'] as const

export type Duty = (typeof DUTIES)[number]

/** The voice in which a comment is written: shown by a mark, a resident's has none. */
export const VOICES = ['resident', 'member', 'expert', 'official', 'convener', 'onSite'] as const

export type Voice = (typeof VOICES)[number]

/** The role in which somebody acts who wrote in a voice: what was said on site is entered by a liaison. */
export function roleOfVoice(voice: Voice): Role {
  return voice === 'onSite' ? 'liaison' : voice
}
