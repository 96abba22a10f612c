import pg from 'pg'
import { buildIfStale } from '~/cli/build'
import { paths } from '~/paths'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { onServer } from './bench-database'
import { freePort, load, memoryOf, needWrk, startBareServer } from './load'
import { median, type Row } from './row'
import { fillSite, makeSession, startServer, stopServer, type SignedIn } from './served-site'

const READERS = 64
const SECONDS = 5

/** Until the program runs as fast as it does all day. */
const WARM_UP_SECONDS = 10

interface Seeded {
  small: string
  large: string
  /** Comments of each topic in the order in which they were written. */
  commentIds: Record<string, string[]>
  readers: SignedIn[]
}

/** Guest and signed-in pages, posting, growth with the number of comments, weight and memory. */
export async function benchSite(): Promise<Row[]> {
  needWrk()
  await buildIfStale(process.cwd())
  return onServer(async (databaseUrl) => {
    const seeded = await fillSite(databaseUrl, seed)
    const port = await freePort()
    const server = await startServer(databaseUrl, port)
    try {
      return await measure(`http://127.0.0.1:${port}`, server.pid ?? 0, seeded, databaseUrl)
    } finally {
      await stopServer(server)
    }
  })
}

async function measure(
  site: string,
  pid: number,
  seeded: Seeded,
  databaseUrl: string,
): Promise<Row[]> {
  const rows: Row[] = []
  const topic = site + paths.topic(seeded.large)
  const weight = await weigh(site, topic)
  rows.push(
    {
      what: 'guest topic page, HTML and CSS over the wire',
      value: weight.kilobytes,
      unit: 'KB',
      atMost: 35,
    },
    {
      what: 'guest topic page, script carried and loaded',
      value: weight.scriptBytes,
      unit: 'bytes',
      atMost: 0,
    },
  )
  rows.push(...(await growth(site, seeded, databaseUrl)))

  const accept = { 'accept-encoding': 'br, gzip' }
  const guest = await compare(topic, { headers: accept })
  rows.push({
    what: 'guest topic page, 20 of 10,000 comments, to bare node:http',
    value: guest.ratio,
    unit: 'ratio',
    atLeast: 0.85,
    note: guest.note,
  })

  const cookies = seeded.readers.map((reader) => reader.cookie)
  const signedIn = await compare(topic, {
    headers: { ...accept, cookie: cookies[0] ?? '' },
    script: rotating(cookies.map((cookie) => ({ cookie }))),
  })
  rows.push({
    what: 'the same, signed in, full render, different readers',
    value: signedIn.ratio,
    unit: 'ratio',
    atLeast: 0.02,
    note: signedIn.note,
  })
  rows.push({
    what: 'memory of the server process under that load',
    value: memoryOf(pid).peak,
    unit: 'MB',
    atMost: 350,
    note: 'peak',
  })

  const posting = await comparePosting(site, seeded)
  rows.push({
    what: 'posting a comment into pre-moderation',
    value: posting.ratio,
    unit: 'ratio',
    atLeast: 0.008,
    note: posting.note,
  })
  return rows
}

/** Requests a second to the site and to a bare server with the same answer, by turns, median of three. */
async function compare(
  url: string,
  options: { headers: Record<string, string>; script?: string },
): Promise<{ ratio: number; note: string }> {
  const answer = await fetchRaw(url, options.headers)
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  const bare = await startBareServer(answer)
  try {
    await load(url, { seconds: WARM_UP_SECONDS, ...options })
    return await byTurns(
      () => load(bare.url, { seconds: SECONDS, ...options }),
      () => load(url, { seconds: SECONDS, ...options }),
    )
  } finally {
    bare.stop()
  }
}

async function comparePosting(
  site: string,
  seeded: Seeded,
): Promise<{ ratio: number; note: string }> {
  const url = site + paths.newComment(seeded.small)
  const script = posting(seeded.readers)
  const bare = await startBareServer({
    status: 303,
    headers: { location: '/receipts/0', 'content-length': '0' },
    body: Buffer.alloc(0),
  })
  try {
    await load(url, { seconds: WARM_UP_SECONDS, script })
    return await byTurns(
      () => load(bare.url, { seconds: SECONDS, script }),
      () => load(url, { seconds: SECONDS, script }),
    )
  } finally {
    bare.stop()
  }
}

async function byTurns(
  bare: () => ReturnType<typeof load>,
  site: () => ReturnType<typeof load>,
): Promise<{ ratio: number; note: string }> {
  const bareRates: number[] = []
  const siteRates: number[] = []
  for (let turn = 0; turn < 3; turn += 1) {
    bareRates.push((await bare()).requestsPerSecond)
    const result = await site()
    if (result.refused > 0) throw new Error(`${result.refused} requests were refused`)
    siteRates.push(result.requestsPerSecond)
  }
  const [own, base] = [median(siteRates), median(bareRates)]
  const spread = Math.round((100 * (Math.max(...siteRates) - Math.min(...siteRates))) / own)
  return {
    ratio: own / base,
    note: `${own.toFixed(0)} of ${base.toFixed(0)} a second, spread ${spread}%`,
  }
}

/** Lua for wrk: the requests go round the given headers. */
function rotating(headerSets: ReadonlyArray<Record<string, string>>): string {
  return `local cookies = {${headerSets.map((set) => JSON.stringify(set['cookie'] ?? '')).join(',')}}
local i = 0
request = function()
  i = i + 1
  wrk.headers['cookie'] = cookies[i % #cookies + 1]
  wrk.headers['accept-encoding'] = 'br, gzip'
  return wrk.format('GET')
end`
}

function posting(readers: Seeded['readers']): string {
  const bodies = readers.map(
    ({ csrf }) =>
      `csrf=${encodeURIComponent(csrf)}&kind=opinion&stance=support&voice=resident&text=`,
  )
  return `local cookies = {${readers.map(({ cookie }) => JSON.stringify(cookie)).join(',')}}
local bodies = {${bodies.map((body) => JSON.stringify(body)).join(',')}}
local i = 0
request = function()
  i = i + 1
  local n = i % #cookies + 1
  wrk.headers['cookie'] = cookies[n]
  wrk.headers['content-type'] = 'application/x-www-form-urlencoded'
  return wrk.format('POST', nil, nil, bodies[n] .. '${encodeURIComponent('路口的灯太暗，晚上看不清台阶，建议换成亮一些的，并在台阶边上贴反光条，老人走着放心。')}' .. i)
end`
}

/** Uncached pages of a topic with 10,000 comments against one with 1,000. */
async function growth(site: string, seeded: Seeded, databaseUrl: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  client.on('error', () => {})
  const cookie = seeded.readers[0]?.cookie ?? ''
  const pages: Array<[string, (topic: string) => string]> = [
    ['first page', (topic) => paths.topic(topic)],
    ['middle page', (topic) => paths.topic(topic, { after: at(seeded, topic, 0.5) })],
    ['last page', (topic) => paths.topic(topic, { after: lastPageKey(seeded, topic) })],
    ['filtered page', (topic) => paths.topic(topic, { stance: 'oppose' })],
  ]
  const rows: Row[] = []
  for (const [what, path] of pages) {
    const times: Record<string, number[]> = { [seeded.small]: [], [seeded.large]: [] }
    for (let round = 0; round < 120; round += 1) {
      for (const topic of [seeded.small, seeded.large]) {
        await client.query(`SELECT pg_notify('lianxin_pages', $1)`, [`topic:${topic}`])
        await new Promise((resolve) => setTimeout(resolve, 3))
        const started = performance.now()
        const response = await fetch(site + path(topic), { headers: { cookie } })
        await response.arrayBuffer()
        if (response.status !== 200) throw new Error(`${path(topic)} answered ${response.status}`)
        if (round >= 20) times[topic]?.push(performance.now() - started)
      }
    }
    const [small, large] = [median(times[seeded.small] ?? []), median(times[seeded.large] ?? [])]
    rows.push({
      what: `uncached, 10,000 against 1,000 comments: ${what}`,
      value: large / small,
      unit: '×',
      atMost: 1.2,
      note: `${large.toFixed(2)} ms against ${small.toFixed(2)} ms`,
    })
  }
  await client.end()
  return rows
}

function at(seeded: Seeded, topic: string, share: number): string {
  const ids = seeded.commentIds[topic] ?? []
  return ids[Math.floor(ids.length * share)] ?? ''
}

/** The 20th comment from the oldest: 19 are left for the page after it, which is the last. */
function lastPageKey(seeded: Seeded, topic: string): string {
  return seeded.commentIds[topic]?.[19] ?? ''
}

async function weigh(
  site: string,
  topic: string,
): Promise<{ kilobytes: number; scriptBytes: number }> {
  const page = await fetchRaw(topic, { 'accept-encoding': 'br' })
  const html = Buffer.from(await (await fetch(topic)).arrayBuffer()).toString()
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].map(
    ([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? '',
  )
  let bytes = page.body.length
  for (const sheet of new Set(sheets)) {
    bytes += (await fetchRaw(site + sheet, { 'accept-encoding': 'br' })).body.length
  }
  return { kilobytes: bytes / 1024, scriptBytes: await weighScript(site, html) }
}

/** The script that a page carries or loads, modules that it loads ahead among them, as it comes over the wire. */
async function weighScript(site: string, html: string): Promise<number> {
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  const ahead = [...html.matchAll(/<link\b[^>]+rel="modulepreload"[^>]*>/g)]
  const files = [
    ...scripts.map(([, attributes = '']) => /src="([^"]+)"/.exec(attributes)?.[1]),
    ...ahead.map(([tag]) => /href="([^"]+)"/.exec(tag)?.[1]),
  ].filter((file) => file !== undefined)
  let bytes = 0
  for (const [, , inline = ''] of scripts) bytes += Buffer.byteLength(inline)
  for (const file of new Set(files)) {
    const { body } = await fetchRaw(new URL(file, site).href, { 'accept-encoding': 'br' })
    bytes += body.length
  }
  return bytes
}

/** An answer with its body as it came over the wire, not decoded. */
async function fetchRaw(
  url: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const { request } = await import('node:http')
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const kept = Object.entries(response.headers).filter(
          ([name]) => !['date', 'connection', 'keep-alive', 'transfer-encoding'].includes(name),
        )
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
          body: Buffer.concat(chunks),
        })
      })
    })
      .on('error', reject)
      .end()
  })
}

async function seed(container: Container): Promise<Seeded> {
  const db = container.database.prisma
  const now = Date.now()
  const id = () => newId(now)
  const type = await db.studioType.create({ data: { id: id(), name: '区域型' } })
  const studio = await db.studio.create({
    data: {
      id: id(),
      name: '梧桐里委员工作室',
      level: 'studio',
      typeId: type.id,
      place: '党群服务中心',
      introduction: '',
      duties: '',
      rules: '',
      createdAt: new Date(now),
    },
  })
  const category = await db.category.create({ data: { id: id(), name: '住房与物业' } })
  const readers: Seeded['readers'] = []
  const people: string[] = []
  for (let i = 0; i < READERS; i += 1) {
    const person = await db.person.create({
      data: {
        id: id(),
        createdAt: new Date(now),
        displayName: `读者${i}`,
        phoneConfirmedAt: new Date(now),
      },
    })
    people.push(person.id)
    readers.push(await makeSession(container, person.id))
  }
  const commentIds: Seeded['commentIds'] = {}
  const makeTopic = async (count: number) => {
    const openedAt = new Date(now - 30 * 86_400_000)
    const topic = await db.topic.create({
      data: {
        id: id(),
        code: `BENCH-${count}`,
        title: `有${count}条意见的议题，怎么商量？`,
        question: '怎么看？',
        background: '背景。',
        backgroundHtml: '<p>背景。</p>',
        rendererVersion: 1,
        categoryId: category.id,
        studioId: studio.id,
        openedById: people[0] ?? '',
        stage: 'deliberating',
        stageSince: openedAt,
        openedAt,
        commentCount: count,
        voiceCount: people.length,
      },
    })
    commentIds[topic.id] = await makeComments(container.database, topic.id, count, people, openedAt)
    return topic.id
  }
  const small = await makeTopic(1_000)
  const large = await makeTopic(10_000)
  await container.database.script('ANALYZE')
  return { small, large, commentIds, readers }
}

const STANCES = ['support', 'conditional', 'neutral', 'oppose']

/** Comments of 120 characters, no two alike, written evenly over the topic's days. */
async function makeComments(
  database: Container['database'],
  topicId: string,
  count: number,
  people: readonly string[],
  openedAt: Date,
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, i) => {
    const at = new Date(openedAt.getTime() + i * Math.floor((29 * 86_400_000) / count))
    return {
      id: newId(at.getTime()),
      revisionId: newId(at.getTime()),
      authorId: people[i % people.length],
      stance: STANCES[i % STANCES.length],
      at: at.toISOString(),
      text: sentence(i).slice(0, 120),
    }
  })
  await database.query(
    `WITH input AS (SELECT * FROM json_to_recordset($2::json)
       AS x("id" text, "revisionId" text, "authorId" text, "stance" "Stance", "at" timestamptz, "text" text)),
     revisions AS (INSERT INTO comment_revisions ("id", "commentId", "number", "text", "html", "rendererVersion", "stance", "kind", "status", "createdAt")
       SELECT "revisionId", "id", 1, "text", '<p>' || "text" || '</p>', 1, "stance", 'opinion', 'published', "at" FROM input)
     INSERT INTO comments ("id", "topicId", "authorId", "stance", "kind", "status", "currentRevisionId", "latestRevisionId", "latestStatus", "publishedAt", "createdAt", "hot")
       SELECT "id", $1, "authorId", "stance", 'opinion', 'published', "revisionId", "revisionId", 'published', "at", "at", extract(epoch from "at") / 86400 FROM input`,
    [topicId, JSON.stringify(rows)],
  )
  return rows.map((row) => row.id)
}

const PLACES = [
  '东门',
  '西门',
  '三号楼',
  '幼儿园门口',
  '菜市场',
  '公交站',
  '卫生站',
  '小广场',
  '车棚',
  '二期',
]
const MATTERS = [
  '照明',
  '停车',
  '坡道',
  '垃圾桶',
  '长椅',
  '雨篷',
  '晾衣架',
  '充电桩',
  '快递柜',
  '健身器材',
]
const WISHES = [
  '早点修好',
  '换个位置',
  '多装几处',
  '定期检查',
  '贴出时间',
  '先听听老人怎么说',
  '跟物业对个账',
  '周末也有人管',
]

/** A sentence of more than 120 characters that no other number gives. */
function sentence(n: number): string {
  const pick = (list: readonly string[], salt: number) =>
    list[(n * salt + Math.floor(n / 7)) % list.length]
  const part = (salt: number) =>
    `${pick(PLACES, salt)}的${pick(MATTERS, salt + 2)}从去年${((n * salt) % 12) + 1}月起就不太好用，我们楼里${((n * 13 + salt) % 90) + 3}户都提过，希望能${pick(WISHES, salt + 4)}；`
  return `第${n}件：${part(3)}${part(7)}${part(11)}${part(17)}`
}
