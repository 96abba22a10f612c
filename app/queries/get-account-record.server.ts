import { AppError } from '~/domain/errors'
import { quoteExcerpt } from '~/domain/comment/quote'
import type { Role } from '~/domain/person/role'
import { isId } from '~/domain/shared/id'
import { textOfHtml } from '~/domain/shared/text-of-html'
import type { SanctionTarget } from '~/policies/sanction'
import type { Scope } from '~/server/scope.server'
import { inForce } from './grant-view.server'
import { readLadder, type LadderEntry } from './read-ladder.server'

/** An account as those see it who think of a sanction. */
export interface AccountRecord {
  personId: string
  name: string
  since: Date
  roles: Role[]
  published: number
  rejected: number
  returned: number
  ladder: LadderEntry[]
}

/** A text that a sanction rests on, with what was decided on it last. */
export interface BasisText {
  commentId: string
  topic: string
  excerpt: string
  at: Date
  decision: { outcome: string; reason: string | null; at: Date; settled: boolean } | null
}

/** The record of an account, for those who may think of a sanction. @throws AppError notFound */
export async function getAccountRecord(scope: Scope, personId: string): Promise<AccountRecord> {
  const person = isId(personId)
    ? await scope.db.person.findUnique({
        where: { id: personId },
        select: {
          id: true,
          displayName: true,
          createdAt: true,
          grants: { where: inForce(scope.now), select: { role: true } },
        },
      })
    : null
  if (!person) throw new AppError('notFound')
  const [counts] = await scope.db.$queryRaw<
    [{ published: number; rejected: number; returned: number }]
  >`SELECT count(*) FILTER (WHERE "status" = 'published')::int AS "published",
           count(*) FILTER (WHERE "latestStatus" = 'rejected')::int AS "rejected",
           count(*) FILTER (WHERE "latestStatus" = 'returned')::int AS "returned"
      FROM "comments" WHERE "authorId" = ${person.id}`
  return {
    personId: person.id,
    name: person.displayName,
    since: person.createdAt,
    roles: person.grants.map(({ role }) => role),
    ...counts,
    ladder: await readLadder(scope, person.id),
  }
}

/** The account as the policy asks of it. */
export function targetOf(record: AccountRecord): SanctionTarget {
  return { personId: record.personId, roles: record.roles }
}

/** The texts of comments, with the decision that stands on each. */
export async function readBasis(scope: Scope, commentIds: readonly string[]): Promise<BasisText[]> {
  const comments = await scope.db.comment.findMany({
    where: { id: { in: [...commentIds] } },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      createdAt: true,
      topic: { select: { title: true } },
      latestRevision: { select: { html: true } },
      decisions: {
        where: { current: true, undoneAt: null },
        orderBy: { id: 'desc' },
        take: 1,
        select: {
          outcome: true,
          decidedAt: true,
          settledAt: true,
          reason: { select: { label: true } },
        },
      },
    },
  })
  return comments.map(({ id, createdAt, topic, latestRevision, decisions: [decision] }) => ({
    commentId: id,
    topic: topic.title,
    excerpt: quoteExcerpt(textOfHtml(latestRevision.html)),
    at: createdAt,
    decision: decision
      ? {
          outcome: decision.outcome,
          reason: decision.reason?.label ?? null,
          at: decision.decidedAt,
          settled: decision.settledAt !== null,
        }
      : null,
  }))
}
