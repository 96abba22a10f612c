import { officeOf, type Office } from '~/domain/person/office'
import type { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'
import { suspending } from './account-standing.server'

/** Somebody who works in a department or belongs to a studio. */
export interface BodyPerson {
  grantId: string
  personId: string
  displayName: string
  suspended: boolean
  office: Office | null
  title: string | null
  until: Date | null
}

const MOST_PEOPLE = 200

/** The people of a body, by role and duty, in the order in which they came. */
export async function readBodyPeople(
  scope: Scope,
  where: Prisma.GrantWhereInput,
): Promise<BodyPerson[]> {
  const grants = await scope.db.grant.findMany({
    where,
    orderBy: [{ role: 'asc' }, { duty: 'asc' }, { id: 'asc' }],
    take: MOST_PEOPLE,
    select: {
      id: true,
      role: true,
      duty: true,
      title: true,
      until: true,
      person: {
        select: {
          id: true,
          displayName: true,
          status: true,
          sanctions: { where: suspending(scope.now), select: { id: true }, take: 1 },
        },
      },
    },
  })
  return grants.map((grant) => ({
    grantId: grant.id,
    personId: grant.person.id,
    displayName: grant.person.displayName,
    suspended: grant.person.status !== 'active' || grant.person.sanctions.length > 0,
    office: officeOf(grant),
    title: grant.title,
    until: grant.until,
  }))
}
