import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { Prisma } from '~/generated/prisma/client'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'

export interface DepartmentEntry {
  id: string
  name: string
  shortName: string
  district: string | null
  telephone: string | null
  active: boolean
  /** How many people draft, and how many sign off. */
  drafters: number
  signers: number
}

export interface DepartmentsPage {
  departments: DepartmentEntry[]
  nextAfter: string | null
}

export const REGISTER_PAGE_SIZE = 50

/**
 * The register of departments in the order of entry, those at work or those closed down.
 *
 * @param input.q part of the name
 * @throws AppError invalidCursor
 */
export async function listDepartmentsAdmin(
  scope: Scope,
  input: { closed?: boolean; q?: string; after?: string },
): Promise<DepartmentsPage> {
  requireAdministrator(scope.viewer)
  const { q, after } = input
  if (after !== undefined && !isId(after)) throw new AppError('invalidCursor')
  const departments = await scope.db.$queryRaw<DepartmentEntry[]>`
    SELECT d."id", d."name", d."shortName", x."name" AS "district", d."telephone", d."active",
           count(DISTINCT g."personId") FILTER (WHERE g."duty" = 'draft')::int AS "drafters",
           count(DISTINCT g."personId") FILTER (WHERE g."duty" = 'sign')::int AS "signers"
      FROM "departments" d
      LEFT JOIN "districts" x ON x."id" = d."districtId"
      LEFT JOIN "grants" g ON g."departmentId" = d."id" AND g."role" = 'official'
       AND g."revokedAt" IS NULL AND (g."until" IS NULL OR g."until" > ${scope.now})
     WHERE d."active" = ${!input.closed} ${partOf(q)}
       ${after ? Prisma.sql`AND d."id" > ${after}` : Prisma.empty}
     GROUP BY d."id", x."name"
     ORDER BY d."id" LIMIT ${REGISTER_PAGE_SIZE + 1}`
  return registerPage('departments', departments)
}

function partOf(q: string | undefined): Prisma.Sql {
  return q
    ? Prisma.sql`AND (position(${q} IN d."name") > 0 OR position(${q} IN d."shortName") > 0)`
    : Prisma.empty
}

/** A page of a register, from one entry more than it shows. */
export function registerPage<Name extends string, Entry extends { id: string }>(
  name: Name,
  rows: Entry[],
): Record<Name, Entry[]> & { nextAfter: string | null } {
  const page = rows.slice(0, REGISTER_PAGE_SIZE)
  const nextAfter = rows.length > REGISTER_PAGE_SIZE ? (page.at(-1)?.id ?? null) : null
  return { [name]: page, nextAfter } as Record<Name, Entry[]> & { nextAfter: string | null }
}
