import { PERSONAS, isPersona, type Persona } from '~/domain/account/persona'
import type { Scope } from '~/server/scope.server'

export interface PersonaView {
  personId: string
  persona: Persona
  displayName: string
}

/** The people that a visitor of the demo can sign in as, in their order; none outside the demo. */
export async function listPersonas(scope: Scope): Promise<PersonaView[]> {
  if (!scope.container.env.DEMO) return []
  const people = await scope.db.person.findMany({
    where: { persona: { not: null }, status: 'active' },
    select: { id: true, persona: true, displayName: true },
  })
  return people
    .flatMap(({ id, persona, displayName }) =>
      isPersona(persona) ? [{ personId: id, persona, displayName }] : [],
    )
    .sort((a, b) => PERSONAS.indexOf(a.persona) - PERSONAS.indexOf(b.persona))
}
