import { noonOf } from '~/domain/shared/day'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import type { Transaction } from '~/server/transact.server'
import type { LockedCommitment } from './act-on-commitment.server'
import { tellPerson } from './tell-person.server'
import { whoAssigns, whoHandles, whoSigns } from './who-is-told.server'

/** Who is told: who is in charge of the matter (经办人), who signs for the department (审签人), who assigned (交办人). */
export type Told = 'handler' | 'signers' | 'assigner'

/** Tells colleagues by text message of what concerns a commitment, with the way to it. */
export async function tellOfCommitment(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  commitment: LockedCommitment,
  told: Told,
  key: Extract<MessageKey, `commitment.text.${string}`>,
): Promise<void> {
  const params = {
    title: commitment.title,
    department: commitment.department,
    date: noonOf(commitment.dueOn),
    link: siteAddress(scope.container, paths.deskCommitment(commitment.id)),
  }
  for (const personId of await whoIsTold(tx, commitment, told)) {
    await tellPerson(tx, personId, { key, params })
  }
}

async function whoIsTold(
  tx: Transaction,
  { assignmentId, departmentId }: LockedCommitment,
  told: Told,
): Promise<string[]> {
  if (told === 'assigner') return whoAssigns(tx, assignmentId)
  if (told === 'signers') return whoSigns(tx, departmentId)
  const part = await tx.db.assignmentDepartment.findUnique({
    where: { assignmentId_departmentId: { assignmentId, departmentId } },
    select: { handlerId: true },
  })
  return whoHandles(tx, { departmentId, handlerId: part?.handlerId ?? null })
}
