import { noonOf } from '~/domain/shared/day'
import { formatDate } from '~/domain/shared/shanghai-time'
import { DEFAULT_LANGUAGE } from '~/i18n/languages'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import type { Scope } from '~/server/scope.server'
import { siteAddress } from '~/server/site-address.server'
import type { Transaction } from '~/server/transact.server'
import type { LockedCommitment } from './act-on-commitment.server'
import { tellPerson } from './tell-person.server'

/** Who is told: who is in charge of the matter (经办人), who signs for the department (审签人), who assigned (交办人). */
export type Told = 'handler' | 'signers' | 'assigner'

/** Of a department's officials so many are told at most. */
const MOST_TOLD = 5

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
    date: formatDate(noonOf(commitment.dueOn), DEFAULT_LANGUAGE),
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
  if (told === 'assigner') {
    const { assignedById } = await tx.db.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      select: { assignedById: true },
    })
    return [assignedById]
  }
  if (told === 'signers') return officials(tx, departmentId, 'sign')
  const part = await tx.db.assignmentDepartment.findUnique({
    where: { assignmentId_departmentId: { assignmentId, departmentId } },
    select: { handlerId: true },
  })
  return part?.handlerId ? [part.handlerId] : officials(tx, departmentId, 'draft')
}

async function officials(
  tx: Transaction,
  departmentId: string,
  duty: 'draft' | 'sign',
): Promise<string[]> {
  const grants = await tx.db.grant.findMany({
    where: {
      departmentId,
      role: 'official',
      duty,
      revokedAt: null,
      OR: [{ until: null }, { until: { gt: tx.now } }],
    },
    orderBy: { id: 'asc' },
    distinct: ['personId'],
    take: MOST_TOLD,
    select: { personId: true },
  })
  return grants.map(({ personId }) => personId)
}
