import { toSearchTokens } from '~/domain/shared/search-tokens'
import { Prisma } from '~/generated/prisma/client'
import type { Scope } from '~/server/scope.server'

/** A published answer to something like it. */
export interface EarlierAnswer {
  id: string
  topicId: string
  title: string
  department: string
  excerpt: string
  publishedAt: Date
}

const SHOWN = 5

/** So many word pairs of the question are looked for; two of them must stand in one answer. */
const TERMS = 10

/** Of those found, the newest are compared. */
const COMPARED = 60

/** Pairs that stand in most questions say nothing of what is asked. */
const COMMON =
  /^(?:什么|怎么|时候|为什|如何|可以|能不|不能|是否|我们|他们|你们|大家|这个|那个|没有|有没|希望|建议|请问|问题|已经|应该|如果|因为|所以|但是|还是|就是|一个|一些|现在|不是|都是|有的|的时|的问|居民|小区|谁来)$/u

/**
 * Published answers to the like of a question, those with most in common first. The search's index of answers
 * alone is asked for those that have two of the question's word pairs.
 *
 * @param question the words of the question, the most telling first
 * @param except the topic whose own answers are not meant
 */
export async function listEarlierAnswers(
  scope: Pick<Scope, 'db'>,
  question: string,
  except: { topicId: string },
): Promise<EarlierAnswer[]> {
  const terms = toSearchTokens(question)
    .filter((token) => Array.from(token).length > 1 && !COMMON.test(token))
    .slice(0, TERMS)
  if (terms.length < 2) return []
  const pairs = terms.flatMap((one, i) => terms.slice(i + 1).map((other) => `(${one}&${other})`))
  const inCommon = Prisma.join(
    terms.map((term) => Prisma.sql`(e."tokens" @@ to_tsquery('simple', ${term}))::int`),
    ' + ',
  )
  return scope.db.$queryRaw<EarlierAnswer[]>`
    SELECT e."objectId" AS "id", e."topicId", e."title", d."shortName" AS "department", e."excerpt",
           e."publishedAt"
      FROM (
        SELECT * FROM "search_entries"
         WHERE "kind" = 'response' AND "tokens" @@ to_tsquery('simple', ${pairs.join(' | ')})
           AND "topicId" <> ${except.topicId}
         ORDER BY "publishedAt" DESC LIMIT ${COMPARED}
      ) e
      JOIN "responses" r ON r."id" = e."objectId"
      JOIN "departments" d ON d."id" = r."departmentId"
     ORDER BY ${inCommon} DESC, e."publishedAt" DESC, e."objectId" LIMIT ${SHOWN}`
}
