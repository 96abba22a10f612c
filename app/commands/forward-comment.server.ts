import { AppError } from '~/domain/errors'
import { NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { writtenText } from '~/domain/shared/written-text'
import type { Scope } from '~/server/scope.server'
import { decideRevision } from './decide-revision.server'
import type { Decided, ReviewedText } from './write-decision.server'

/**
 * 转办: a matter of its own rather than a word in the deliberation. Either it is public and whoever assigns is asked
 * to hand it to departments (`assign`), or it is not published and its author is told where it belongs
 * (`elsewhere`), such as 12345.
 *
 * @param forward.departmentId with `assign`: the department that the moderator thinks of; whoever assigns decides
 * @param forward.words the request to whoever assigns, or what the author reads
 * @throws AppError invalidInput (`field` words, or departmentId for one that is not there or was closed down); else as `decideRevision`
 */
export async function forwardComment(
  scope: Scope,
  forward: ReviewedText & {
    way: 'assign' | 'elsewhere'
    words: string
    note?: string | null
    departmentId?: string | null
  },
): Promise<Decided> {
  const { way, words: written, note, departmentId, ...text } = forward
  const assign = way === 'assign'
  const words = writtenText(written, 'words', assign ? NOTE_MAX_CHARACTERS : REASON_MAX_CHARACTERS)
  if (words === null) throw new AppError('invalidInput', { field: 'words' })
  if (assign && departmentId) await requireDepartment(scope, departmentId)
  return decideRevision(scope, {
    ...text,
    outcome: assign ? 'approve' : 'forward',
    reason: assign ? null : { code: null, text: words },
    forwardNote: assign ? words : null,
    forwardDepartmentId: assign ? (departmentId ?? null) : null,
    note: writtenText(note, 'note', NOTE_MAX_CHARACTERS),
  })
}

async function requireDepartment(scope: Scope, id: string): Promise<void> {
  const department = await scope.db.department.findUnique({
    where: { id, active: true },
    select: { id: true },
  })
  if (!department) throw new AppError('invalidInput', { field: 'departmentId' })
}
