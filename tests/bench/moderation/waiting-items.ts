import type { Actor } from '~/domain/person/actor'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { fingerprintOf } from '~/server/screening-kit.server'

const AUTHORS = 2_000
const TOPICS = 20
const AT_ONCE = 5_000
const RULES = ['words', 'personal', 'burst', 'newAccount', null, null, null, null]

const HOUR_MS = 3_600_000

export interface WaitingItem {
  commentId: string
  revisionId: string
  version: number
}

export interface Waiting {
  moderators: string[]
  authors: string[]
  topics: string[]
  items: WaitingItem[]
}

/** Comments that wait for review, by many authors on several topics, written past the commands. */
export async function fillWaiting(
  { database }: Container,
  given: { items: number; moderators: number },
): Promise<Waiting> {
  const at = Date.now() - 3 * HOUR_MS
  const ids = (count: number) => Array.from({ length: count }, () => newId(at))
  const [moderators, authors, topics] = [ids(given.moderators), ids(AUTHORS), ids(TOPICS)]
  const now = new Date(at).toISOString()
  await database.query(
    `INSERT INTO people ("id", "createdAt", "displayName", "phoneConfirmedAt")
     SELECT p, $2, '居民' || n, $2 FROM unnest($1::text[]) WITH ORDINALITY AS u(p, n)`,
    [[...moderators, ...authors], now],
  )
  await database.script(`
    INSERT INTO rejection_reasons ("code", "label", "text", "position")
      VALUES ('advertising', '广告', '广告', 1) ON CONFLICT DO NOTHING;
    INSERT INTO categories ("id", "name") VALUES ('c1', '住房');
    INSERT INTO studio_types ("id", "name") VALUES ('t1', '区域型');
    INSERT INTO studios ("id", "name", "level", "typeId", "place", "introduction", "duties", "rules", "createdAt")
      VALUES ('s1', '工作站', 'station', 't1', '二层', '', '', '', now());`)
  await database.query(
    `INSERT INTO topics ("id", "code", "title", "question", "background", "backgroundHtml", "rendererVersion",
       "categoryId", "studioId", "openedById", "stage", "stageSince", "openedAt")
     SELECT t, 'CS-' || n, '第' || n || '号议题怎么商量？', '怎么商量？', '', '', 1, 'c1', 's1', $2, 'deliberating', $3, $3
       FROM unnest($1::text[]) WITH ORDINALITY AS u(t, n)`,
    [topics, authors[0], now],
  )
  const items: WaitingItem[] = []
  for (let done = 0; done < given.items; done += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, given.items - done) }, (_, i) => {
      const n = done + i
      const sent = new Date(at - (n % 50) * HOUR_MS)
      const text = `第${n}件：东门的灯从去年${(n % 12) + 1}月起就不太亮，希望能早点修好。`
      return {
        c: newId(sent.getTime()),
        r: newId(sent.getTime()),
        author: authors[n % AUTHORS],
        topic: topics[n % TOPICS],
        text,
        fingerprint: fingerprintOf(text),
        sent: sent.toISOString(),
        due: new Date(sent.getTime() + 4 * HOUR_MS).toISOString(),
        rule: RULES[n % RULES.length],
      }
    })
    await database.query(INSERT, [JSON.stringify(rows)])
    items.push(...rows.map(({ c, r }) => ({ commentId: c, revisionId: r, version: 1 })))
  }
  await database.query(
    `UPDATE queue_counts SET "count" = $1 WHERE "view" = 'pending' AND "slot" = 0`,
    [given.items],
  )
  await database.script('ANALYZE')
  return { moderators, authors, topics, items }
}

const INSERT = `
  WITH given AS (
    SELECT * FROM json_to_recordset($1::json) AS g("c" text, "r" text, "author" text, "topic" text, "text" text,
      "fingerprint" text, "sent" timestamptz, "due" timestamptz, "rule" text)
  ), made AS (
    INSERT INTO comments ("id", "topicId", "authorId", "kind", "status", "latestRevisionId", "latestStatus", "createdAt")
    SELECT c, topic, author, 'opinion', 'pending', r, 'pending', sent FROM given
  ), revised AS (
    INSERT INTO comment_revisions ("id", "commentId", "number", "text", "html", "rendererVersion", "kind", "status",
      "fingerprint", "createdAt")
    SELECT r, c, 1, "text", '<p>' || "text" || '</p>', 1, 'opinion', 'pending', fingerprint, sent FROM given
  )
  INSERT INTO review_tasks ("id", "kind", "commentId", "revisionId", "topicId", "studioId", "categoryId", "authorId",
    "voice", "createdAt", "dueAt", "rules")
  SELECT r, 'pending', c, r, topic, 's1', 'c1', author, 'resident', sent, due,
    CASE WHEN rule IS NULL THEN '{}' ELSE ARRAY[rule] END FROM given`

/** A moderator as a signed-in one appears to the commands; without a role, a resident. */
export function actorOf(personId: string, moderator = true): Actor {
  return {
    personId,
    sessionId: personId,
    displayName: personId,
    confirmed: true,
    sanction: null,
    suspended: false,
    secondFactor: true,
    hasSecondFactor: true,
    districtId: null,
    grants: moderator
      ? [{ role: 'moderator', duty: 'review', departmentId: null, studioId: null, title: null }]
      : [],
  }
}
