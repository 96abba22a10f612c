import type { Scope } from '~/server/scope.server'
import { actOnPart, type SeenPart } from './act-on-part.server'
import { passOn, requireSuccessor } from './pass-on-part.server'

/**
 * Takes a part from one department and gives it to another (改派).
 *
 * @throws AppError notFound for a department that is not there; else as `actOnPart`
 */
export async function reassignPart(
  scope: Scope,
  input: SeenPart & { successorId: string },
): Promise<void> {
  const { successorId } = input
  await requireSuccessor(scope, successorId)
  await actOnPart(
    scope,
    input,
    () => ({ kind: 'reassign', successorId }),
    (done) => passOn(scope, done, successorId),
  )
}
