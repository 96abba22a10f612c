import {
  screenComment,
  screeningColumns,
  type ScreeningRow,
} from '~/commands/screen-comment.server'
import { likenessOf } from '~/domain/moderation/screening/near-copies'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { fingerprintOf, screeningKit } from '~/server/screening-kit.server'
import { withContainer } from '../bench-database'
import type { Row } from '../row'
import { listedWords, screenedText } from './screened-texts'
import { actorOf, fillWaiting } from './waiting-items'

const COMMENTS = Number(process.env['BENCH_COMMENTS'] ?? 100_000)
const TEXTS = 3_000
const AT_ONCE = 4

/** The whole pipeline with the facts read from the database for each text, as posting does. */
export async function screeningWithFacts(): Promise<Row[]> {
  return withContainer('server', measured, AT_ONCE)
}

async function measured(container: Container): Promise<Row[]> {
  const { authors, topics } = await fillWaiting(container, { items: COMMENTS, moderators: 1 })
  await fillWords(container)
  const texts = Array.from({ length: TEXTS }, (_, n) => screenedText(n, '')).entries()
  const kit = await screeningKit(container)
  const now = new Date()
  const screenOne = async (n: number, text: string) => {
    const personId = authors[n % authors.length] ?? ''
    const topicId = topics[n % topics.length] ?? ''
    const { bands, length } = likenessOf(text, topicId)
    const { rows } = await container.database.query<ScreeningRow>(FACTS, [
      personId,
      topicId,
      fingerprintOf(text),
      bands,
      length,
    ])
    if (!rows[0]) throw new Error('there are no facts')
    screenComment(text, actorOf(personId, false), rows[0], kit, now)
  }
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [n, text] of texts) await screenOne(n, text)
    }),
  )
  return [
    {
      what: `screening with the facts read among ${COMMENTS} comments, server`,
      value: (TEXTS * 1000) / (performance.now() - begun),
      unit: 'a second',
      atLeast: 300,
      note: `${AT_ONCE} at once, 20,000 words`,
    },
  ]
}

const FACTS = `SELECT ${screeningColumns({
  personId: '$1',
  commentId: 'NULL',
  copies: { topicId: '$2', fingerprint: '$3', bands: '$4', length: '$5' },
})}`

async function fillWords({ database }: Container): Promise<void> {
  const now = new Date()
  const rows = [...new Set(listedWords())].map((word) => ({ id: newId(now.getTime()), word }))
  await database.query(
    `INSERT INTO listed_words ("id", "word", "list", "createdAt")
     SELECT "id", "word", 'hold', $2 FROM json_to_recordset($1::json) AS w("id" text, "word" text)`,
    [JSON.stringify(rows), now],
  )
}
