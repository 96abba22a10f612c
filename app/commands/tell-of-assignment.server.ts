import type { MessageParams } from '~/i18n/translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import { siteAddress } from '~/server/site-address.server'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import type { LockedAssignment, StoredPart } from './locked-assignment.server'
import { tellPerson } from './tell-person.server'

/** Where nobody is in charge yet, so many of a department's officials are told at most. */
const MOST_TOLD = 5

interface Told {
  key: Extract<MessageKey, `assignment.text.${string}`>
  params?: MessageParams
}

/** Tells a colleague of what happened to a matter, with the way to it. */
export async function tellColleague(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  personId: string,
  assignment: Pick<LockedAssignment, 'id' | 'title'>,
  { key, params }: Told,
): Promise<void> {
  const link = siteAddress(scope.container, paths.deskAssignment(assignment.id))
  await tellPerson(tx, personId, { key, params: { title: assignment.title, link, ...params } })
}

/** Tells the department: who is in charge of the matter, or while nobody is, those who draft. */
export async function tellDepartment(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  part: Pick<StoredPart, 'departmentId' | 'handlerId'>,
  assignment: Pick<LockedAssignment, 'id' | 'title'>,
  told: Told,
): Promise<void> {
  const personIds = part.handlerId ? [part.handlerId] : await drafters(tx, part.departmentId)
  for (const personId of personIds) await tellColleague(tx, scope, personId, assignment, told)
}

async function drafters(tx: Transaction, departmentId: string): Promise<string[]> {
  const grants = await tx.db.grant.findMany({
    where: {
      departmentId,
      role: 'official',
      duty: 'draft',
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
