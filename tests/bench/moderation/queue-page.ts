import { buildIfStale } from '~/cli/build'
import { paths } from '~/paths'
import { newId } from '~/server/ids.server'
import { onServer } from '../bench-database'
import { freePort } from '../load'
import { median, type Row } from '../row'
import { fillSite, makeSession, startServer, stopServer } from '../served-site'
import { fillWaiting } from './waiting-items'

const SMALL = 1_000
const LARGE = Number(process.env['BENCH_COMMENTS'] ?? 100_000)
const ROUNDS = 80
const WARM_UP = 15

interface Queue {
  site: string
  cookie: string
  topicId: string
  stop(): Promise<void>
}

/** The queue's page, whole and over HTTP, while much waits and while little does, in turns. */
export async function queuePage(): Promise<Row[]> {
  await buildIfStale(process.cwd())
  return onServer((smallUrl) =>
    onServer(async (largeUrl) => {
      const small = await serve(smallUrl, SMALL)
      const large = await serve(largeUrl, LARGE)
      try {
        const rows: Row[] = []
        for (const [what, address] of PAGES) rows.push(await compare(what, address, small, large))
        return rows
      } finally {
        await small.stop()
        await large.stop()
      }
    }),
  )
}

const PAGES: ReadonlyArray<[string, (queue: Queue) => string]> = [
  ['all views counted', () => paths.moderation()],
  ['narrowed to a topic', ({ topicId }) => paths.moderation({ topic: topicId })],
  ['narrowed to a rule', () => paths.moderation({ rule: 'words' })],
  ['narrowed to what waits for a day', () => paths.moderation({ age: 'day' })],
]

async function compare(
  what: string,
  address: (queue: Queue) => string,
  small: Queue,
  large: Queue,
): Promise<Row> {
  const [few, many]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [queue, times] of [
      [small, few],
      [large, many],
    ] as const) {
      const started = performance.now()
      const response = await fetch(queue.site + address(queue), {
        headers: { cookie: queue.cookie },
      })
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`${address(queue)} answered ${response.status}`)
      if (round >= WARM_UP) times.push(performance.now() - started)
    }
  }
  return {
    what: `queue page, ${LARGE} waiting against ${SMALL}: ${what}`,
    value: median(many) / median(few),
    unit: '×',
    atMost: 1.3,
    note: `${median(many).toFixed(1)} ms against ${median(few).toFixed(1)} ms`,
  }
}

async function serve(databaseUrl: string, items: number): Promise<Queue> {
  const filled = await fillSite(databaseUrl, async (container) => {
    const { moderators, topics } = await fillWaiting(container, { items, moderators: 1 })
    const personId = moderators[0] ?? ''
    const now = new Date()
    await container.database.prisma.grant.create({
      data: {
        id: newId(now.getTime()),
        personId,
        role: 'moderator',
        duty: 'review',
        grantedAt: now,
        grantedById: personId,
      },
    })
    await container.database.prisma.secondFactor.create({
      data: { personId, secret: '', confirmedAt: now },
    })
    return { ...(await makeSession(container, personId)), topicId: topics[0] ?? '' }
  })
  const port = await freePort()
  const server = await startServer(databaseUrl, port)
  return {
    site: `http://127.0.0.1:${port}`,
    cookie: filled.cookie,
    topicId: filled.topicId,
    stop: () => stopServer(server),
  }
}
