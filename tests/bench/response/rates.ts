import { assignTopic } from '~/commands/assign-topic.server'
import { buildIfStale } from '~/cli/build'
import type { Actor } from '~/domain/person/actor'
import { paths } from '~/paths'
import { recountRates } from '~/queries/recount-rates.server'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { systemScope } from '~/server/system-scope.server'
import { onServer } from '../bench-database'
import { median, type Row } from '../row'
import { fillSite, makeSession } from '../served-site'
import { fillAnswered, type FilledSite } from './answered-facts'
import { pageTime, serveTo } from './served-page'

/** Parts, answers and ratings together: of every two parts one has a published answer with a rating. */
const FACTS = Number(process.env['BENCH_FACTS'] ?? 1_000_000)
const ACTS = 100
const ROUNDS = 60
const WARM_UP = 15

/**
 * The page of the three rates over 1,000,000 facts, whole and over HTTP, for a reader who does not get it from the
 * cache; and whether the kept tallies are what a recount comes to, after some more acts.
 */
export async function benchRates(): Promise<Row[]> {
  await buildIfStale(process.cwd())
  return onServer(async (url) => {
    const filled = await fillSite(url, async (container) => {
      const site = await fillAnswered(container, {
        departments: 35,
        districts: 10,
        categories: 13,
        topics: 1_300,
        assignments: FACTS / 2,
        openEvery: 40,
      })
      const recount = await actAndRecount(container, site)
      return { site, recount, ...(await makeSession(container, site.personId)) }
    })
    const served = await serveTo(url, filled.cookie)
    try {
      const rows: Row[] = []
      for (const [what, address] of PAGES) {
        const times: number[] = []
        for (let round = 0; round < ROUNDS; round += 1) {
          const ms = await pageTime(served, address(filled.site))
          if (round >= WARM_UP) times.push(ms)
        }
        rows.push({
          what: `page of the rates at ${FACTS} facts: ${what}`,
          value: median(times),
          unit: 'ms',
          atMost: 50,
        })
      }
      return [...rows, filled.recount]
    } finally {
      await served.stop()
    }
  })
}

const PAGES: ReadonlyArray<[string, (site: FilledSite) => string]> = [
  ['everything', () => paths.statistics()],
  ['one department', ({ departmentIds }) => paths.statistics({ department: departmentIds[3] })],
  ['one category', ({ categoryIds }) => paths.statistics({ category: categoryIds[2] })],
  [
    'one district and category',
    ({ districtIds, categoryIds }) =>
      paths.statistics({ district: districtIds[1], category: categoryIds[2] }),
  ],
  ['three months', () => paths.statistics({ months: 3 })],
]

async function actAndRecount(container: Container, site: FilledSite): Promise<Row> {
  const departmentId = newId(Date.now())
  await container.database.query(
    `INSERT INTO departments ("id", "name", "shortName", "createdAt") VALUES ($1, '新局', '新局', now())`,
    [departmentId],
  )
  const assigner: Actor = {
    personId: site.personId,
    sessionId: '',
    displayName: '',
    sanction: null,
    confirmed: true,
    suspended: false,
    secondFactor: true,
    hasSecondFactor: true,
    districtId: null,
    grants: [{ role: 'official', duty: 'assign', departmentId: null, studioId: null, title: null }],
  }
  const scope = { ...systemScope(container, 'bench'), viewer: assigner }
  for (const topicId of site.topicIds.slice(0, ACTS)) {
    await assignTopic(scope, {
      topicId,
      departments: [{ departmentId, part: 'lead' }],
      workingDays: 15,
    })
  }
  const begun = performance.now()
  const { drift } = await recountRates(container.database.prisma)
  const seconds = Math.round((performance.now() - begun) / 1000)
  const [{ rows = 0 } = {}] = await container.database.prisma.$queryRaw<Array<{ rows: number }>>`
    SELECT count(*)::int AS "rows" FROM "rate_tallies"`
  return {
    what: `tallies that a recount finds wrong, ${ACTS} assignments later`,
    value: drift,
    unit: '',
    atMost: 0,
    note: `${rows} tallies, counted anew in ${seconds} s`,
  }
}
