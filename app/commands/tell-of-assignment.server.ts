import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import { siteAddress } from '~/server/site-address.server'
import type { Scope } from '~/server/scope.server'
import type { Transaction } from '~/server/transact.server'
import type { LockedAssignment, StoredPart } from './locked-assignment.server'
import { tellPerson, type TextParams } from './tell-person.server'
import { whoAssigns, whoHandles } from './who-is-told.server'

interface Told {
  key: Extract<MessageKey, `assignment.text.${string}`>
  params?: TextParams
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
  for (const personId of await whoHandles(tx, part)) {
    await tellColleague(tx, scope, personId, assignment, told)
  }
}

/** Tells who assigned the matter of what is asked of them. */
export async function tellAssigner(
  tx: Transaction,
  scope: Pick<Scope, 'container'>,
  assignment: Pick<LockedAssignment, 'id' | 'title'>,
  told: Told,
): Promise<void> {
  for (const personId of await whoAssigns(tx, assignment.id)) {
    await tellColleague(tx, scope, personId, assignment, told)
  }
}
