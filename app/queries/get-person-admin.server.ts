import { maskMobile } from '~/domain/account/phone-number'
import { AppError } from '~/domain/errors'
import { suspends } from '~/domain/moderation/sanction'
import { STAFF_ROLES } from '~/domain/person/role'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { readAuditNames } from './audit-names.server'
import { readLadder, type LadderEntry } from './read-ladder.server'
import { GRANT_FIELDS, toGrantView, type GrantView } from './grant-view.server'

/** What an administrator did to a person, as the audit trail has it. */
export interface AdministrativeAct {
  id: string
  at: Date
  action: string
  actor: string | null
  detail: unknown
}

export interface PersonAdmin {
  id: string
  displayName: string
  status: 'active' | 'suspended' | 'closed'
  ladder: LadderEntry[]
  phone: string | null
  phoneConfirmedAt: Date | null
  createdAt: Date
  district: string | null
  /** Null where the person's roles ask for none. */
  secondFactor: 'set' | 'missing' | null
  /** The open invitation of who has no password yet. */
  invitation: { expiresAt: Date; expired: boolean } | null
  lastSeenAt: Date | null
  sessions: number
  inForce: GrantView[]
  /** Ended and taken back, the newest first. */
  former: GrantView[]
  acts: AdministrativeAct[]
  /** Names of what the acts refer to by id. */
  names: Record<string, string>
  viewerThemselves: boolean
}

/** What the register tells of a person's history: acts of administration, not how they use the site. */
const ACTS = ['person.invited', 'invitation.written', 'grant.given', 'grant.revoked']

const MOST_ACTS = 50

/** A person as the administration sees them. @throws AppError notFound */
export async function getPersonAdmin(scope: Scope, personId: string): Promise<PersonAdmin> {
  const viewer = requireAdministrator(scope.viewer)
  const { db, now } = scope
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      id: true,
      displayName: true,
      status: true,
      passwordHash: true,
      phoneConfirmedAt: true,
      createdAt: true,
      detail: { select: { phone: true } },
      district: { select: { name: true } },
      secondFactor: { select: { confirmedAt: true } },
      grants: {
        where: { role: { not: 'resident' } },
        select: GRANT_FIELDS,
        orderBy: { id: 'desc' },
        take: 200,
      },
      invitations: { where: { usedAt: null }, orderBy: { id: 'desc' }, take: 1 },
      sessions: { orderBy: { lastSeenAt: 'desc' }, select: { lastSeenAt: true } },
    },
  })
  if (!person) throw new AppError('notFound')
  const acts = await db.auditEvent.findMany({
    where: { objectType: 'person', objectId: personId, action: { in: ACTS } },
    orderBy: { id: 'desc' },
    take: MOST_ACTS,
    select: { id: true, at: true, action: true, actorId: true, detail: true },
  })
  const names = await readAuditNames(
    scope,
    acts.map(({ actorId, detail }) => ({ actorId, detail })),
  )
  const grants = person.grants.map(toGrantView)
  const holds = (grant: GrantView) =>
    grant.revokedAt === null && (grant.until === null || grant.until > now)
  const inForce = grants.filter(holds).reverse()
  const staff = inForce.some(({ role }) => STAFF_ROLES.some((each) => each === role))
  const ladder = await readLadder(scope, person.id)
  const [invitation] = person.passwordHash === null ? person.invitations : []
  return {
    id: person.id,
    displayName: person.displayName,
    status: person.status === 'active' && ladder.some(isSuspending) ? 'suspended' : person.status,
    ladder,
    phone: person.detail ? maskMobile(person.detail.phone) : null,
    phoneConfirmedAt: person.phoneConfirmedAt,
    createdAt: person.createdAt,
    district: person.district?.name ?? null,
    secondFactor: staff ? (person.secondFactor?.confirmedAt ? 'set' : 'missing') : null,
    invitation: invitation
      ? { expiresAt: invitation.expiresAt, expired: invitation.expiresAt <= now }
      : null,
    lastSeenAt: person.sessions[0]?.lastSeenAt ?? null,
    sessions: person.sessions.length,
    inForce,
    former: grants.filter((grant) => !holds(grant)),
    acts: acts.map(({ id, at, action, actorId, detail }) => ({
      ...{ id, at, action, detail },
      actor: actorId ? (names[actorId] ?? null) : null,
    })),
    names,
    viewerThemselves: person.id === viewer.personId,
  }
}

function isSuspending({ step, standing }: LadderEntry): boolean {
  return standing === 'inForce' && suspends(step)
}
