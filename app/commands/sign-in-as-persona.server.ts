import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import type { Scope } from '~/server/scope.server'

/** The persona that a visitor of the demo signs in as. Throws notFound outside the demo, and for anybody else. */
export async function signInAsPersona(
  scope: Scope,
  input: { personId: string },
): Promise<{ personId: string }> {
  if (!scope.container.env.DEMO || !isId(input.personId)) throw new AppError('notFound')
  const person = await scope.db.person.findFirst({
    where: { id: input.personId, persona: { not: null }, status: 'active' },
    select: { id: true },
  })
  if (!person) throw new AppError('notFound')
  return { personId: person.id }
}
