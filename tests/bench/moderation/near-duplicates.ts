import { demandBands } from '~/domain/moderation/same-demand/signature'
import { findSimilarComments } from '~/queries/find-similar-comments.server'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { readLabelledPairs } from '#tests/fixtures/same-demand-pairs'
import { withContainer, type Home } from '../bench-database'
import type { Row } from '../row'

const COMMENTS = Number(process.env['BENCH_COMMENTS'] ?? 100_000)
const AT_ONCE = 5_000
const ASKED = 200

/** Near-duplicates of a new comment among those of one topic, read and compared: on the server and embedded. */
export async function nearDuplicates(): Promise<Row[]> {
  const of = (home: Home) => withContainer(home, (container) => measured(home, container))
  return [await of('server'), await of('embedded')]
}

async function measured(home: Home, container: Container): Promise<Row> {
  const write = writer()
  const topicId = await fill(container, write)
  const times: number[] = []
  let found = 0
  for (let i = 0; i < ASKED; i++) {
    const comment = { id: '', topicId, text: write(), stance: null }
    const start = performance.now()
    found += (await findSimilarComments({ container }, comment)).length
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  return {
    what: `near-duplicates among ${COMMENTS}, ${home}, 95th percentile`,
    value: times[Math.floor(ASKED * 0.95)] ?? Number.NaN,
    unit: 'ms',
    atMost: 20,
    note: `median ${(times[ASKED / 2] ?? 0).toFixed(1)} ms, ${found} found for ${ASKED}`,
  }
}

/** Comments put together from the clauses of the labelled ones: alike in parts, as those of a topic are. */
function writer(): () => string {
  const clauses = readLabelledPairs()
    .flatMap(({ a, b }) => [a, b])
    .flatMap((text) => text.split(/[，。]/))
    .filter((clause) => clause.length > 3)
  let state = 7
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return clauses[(state >>> 8) % clauses.length] ?? ''
  }
  return () => `${next()}，${next()}，${next()}。`
}

async function fill(container: Container, write: () => string): Promise<string> {
  const at = Date.now() - 3_600_000
  const now = new Date(at)
  const [personId, topicId] = [newId(at), newId(at)]
  const { database } = container
  await database.query(
    `INSERT INTO people ("id", "createdAt", "displayName", "phoneConfirmedAt") VALUES ($1, $2, '居民', $2)`,
    [personId, now],
  )
  await database.script(`
    INSERT INTO categories ("id", "name") VALUES ('c1', '住房');
    INSERT INTO studio_types ("id", "name") VALUES ('t1', '区域型');
    INSERT INTO studios ("id", "name", "level", "typeId", "place", "introduction", "duties", "rules", "createdAt")
      VALUES ('s1', '工作站', 'station', 't1', '二层', '', '', '', now());`)
  await database.query(
    `INSERT INTO topics ("id", "code", "title", "question", "background", "backgroundHtml", "rendererVersion",
       "categoryId", "studioId", "openedById", "stage", "stageSince", "openedAt")
     VALUES ($1, 'CS-1', '小区怎么商量？', '怎么商量？', '', '', 1, 'c1', 's1', $2, 'deliberating', $3, $3)`,
    [topicId, personId, now],
  )
  for (let done = 0; done < COMMENTS; done += AT_ONCE) {
    const rows = Array.from({ length: AT_ONCE }, () => {
      const text = write()
      return { c: newId(at), r: newId(at), text, bands: demandBands(text, topicId) }
    })
    await database.query(
      `WITH given AS (
         SELECT * FROM json_to_recordset($1::json) AS g("c" text, "r" text, "text" text, "bands" int[])
       ), made AS (
         INSERT INTO comments ("id", "topicId", "authorId", "kind", "status", "latestRevisionId", "latestStatus",
           "createdAt")
         SELECT c, $2, $3, 'opinion', 'pending', r, 'pending', $4 FROM given
       ), written AS (
         INSERT INTO comment_revisions ("id", "commentId", "number", "text", "html", "rendererVersion", "kind",
           "status", "createdAt")
         SELECT r, c, 1, "text", '', 1, 'opinion', 'pending', $4 FROM given
       )
       INSERT INTO demand_signatures ("commentId", "bands") SELECT c, bands FROM given`,
      [JSON.stringify(rows), topicId, personId, now],
    )
  }
  await database.script('ANALYZE')
  return topicId
}
