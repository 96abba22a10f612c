/**
 * The people that a visitor of the demo can sign in as by one click, in the order in which they are
 * offered. A person's row carries its name in `persona`.
 */
export const PERSONAS = [
  'resident',
  'member',
  'expert',
  'draftingOfficial',
  'signingOfficial',
  'assigningOfficial',
  'moderator',
  'seniorModerator',
  'convener',
  'liaison',
  'admin',
  'auditor',
] as const

export type Persona = (typeof PERSONAS)[number]

export function isPersona(value: unknown): value is Persona {
  return PERSONAS.some((persona) => persona === value)
}
