import { buildIfStale } from '~/cli/build'
import { paths } from '~/paths'
import { newId } from '~/server/ids.server'
import { onServer } from '../bench-database'
import { median, type Row } from '../row'
import { fillSite, makeSession } from '../served-site'
import { fillAnswered } from './answered-facts'
import { pageTime, serveTo, type Served } from './served-page'

const SMALL = 1_000
const LARGE = Number(process.env['BENCH_ASSIGNMENTS'] ?? 100_000)
const ROUNDS = 80
const WARM_UP = 15

/** The desk of an official of one of two departments, whole and over HTTP, with much on it and with little, in turns. */
export async function benchDesk(): Promise<Row[]> {
  await buildIfStale(process.cwd())
  return onServer((smallUrl) =>
    onServer(async (largeUrl) => {
      const small = await serve(smallUrl, SMALL)
      const large = await serve(largeUrl, LARGE)
      try {
        const rows: Row[] = []
        for (const view of VIEWS) rows.push(await compare(view, small, large))
        return rows
      } finally {
        await small.stop()
        await large.stop()
      }
    }),
  )
}

const VIEWS = [
  'open',
  'unacknowledged',
  'overdue',
  'awaitingSignOff',
  'answered',
  'followUp',
] as const

async function compare(view: string, small: Served, large: Served): Promise<Row> {
  const [few, many]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [site, times] of [
      [small, few],
      [large, many],
    ] as const) {
      const ms = await pageTime(site, paths.desk({ view }))
      if (round >= WARM_UP) times.push(ms)
    }
  }
  return {
    what: `desk, ${LARGE} assignments against ${SMALL}: ${view}`,
    value: median(many) / median(few),
    unit: '×',
    atMost: 1.3,
    note: `${median(many).toFixed(1)} ms against ${median(few).toFixed(1)} ms`,
  }
}

async function serve(databaseUrl: string, assignments: number): Promise<Served> {
  const { cookie } = await fillSite(databaseUrl, async (container) => {
    const site = await fillAnswered(container, {
      departments: 2,
      districts: 5,
      categories: 5,
      topics: Math.max(20, assignments / 50),
      assignments,
      openEvery: 2,
    })
    const now = new Date()
    for (const duty of ['draft', 'sign'] as const) {
      await container.database.prisma.grant.create({
        data: {
          id: newId(now.getTime()),
          personId: site.personId,
          role: 'official',
          duty,
          departmentId: site.departmentIds[0] ?? '',
          grantedAt: now,
          grantedById: site.personId,
        },
      })
    }
    await container.database.prisma.secondFactor.create({
      data: { personId: site.personId, secret: '', confirmedAt: now },
    })
    return makeSession(container, site.personId)
  })
  return serveTo(databaseUrl, cookie)
}
