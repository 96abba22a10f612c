import { beforeAll, describe, expect, it } from 'vitest'
import { publishRevision, unpublishRevision } from '~/commands/publish-revision.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { COMMENT_KINDS, STANCES } from '~/domain/comment/comment'
import { readVoicesPlace, VOICES_SORTS } from '~/domain/comment/voices-place'
import { newId } from '~/server/ids.server'
import { transact } from '~/server/transact.server'
import { getConversation, locateComment } from '~/queries/get-conversation.server'
import { keysStatement, listComments } from '~/queries/list-comments.server'
import { getOwnInTopic } from '~/queries/get-own-in-topic.server'
import { isPlace } from '~/queries/read-comments.server'
import { makeAssignment, makeOffice, makeSubmitted } from '#tests/factories/desk'
import { makeActor, makeComment, makePerson, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 100 })
const db = () => site.container.database.prisma

const OPENINGS = 53
let topicId: string
let openings: string[] = []
let withdrawnIds: string[] = []

const page = (query = '') => {
  const search = new URLSearchParams(query)
  const place = readVoicesPlace((name) => search.get(name))
  return listComments(site.scope(), topicId, place)
}
const idsOf = ({ conversations }: Awaited<ReturnType<typeof page>>) =>
  conversations.map(({ opening }) => opening.id)

/** Walks a list from its first page to its last. */
async function walk(query: string) {
  const pages = [await page(query)]
  for (let older = pages[0]?.older; older; older = pages.at(-1)?.older) {
    pages.push(await page(`${query}&after=${older}`))
    if (pages.length > 10) throw new Error('the list has no end')
  }
  return pages
}

beforeAll(async () => {
  topicId = (await makeTopic(db())).id
  const people = await Promise.all(Array.from({ length: 4 }, () => makePerson(db())))
  for (let n = 0; n < OPENINGS; n++) {
    const comment = await makeComment(db(), {
      topicId,
      authorId: people[n % 4]?.id ?? '',
      createdAt: new Date(TEST_NOW.getTime() + n * 60_000),
      stance: STANCES[n % 4],
      kind: COMMENT_KINDS[n % 3],
      voice: n % 10 === 0 ? 'member' : 'resident',
      // The same score more than once: the id then decides.
      hot: n % 7,
      respondedAt: n % 9 === 0 ? new Date(TEST_NOW.getTime() + n) : null,
    })
    openings.push(comment.id)
  }
  // Two of them are taken back: the newest, and the twenty-first from above, at the edge of a page.
  withdrawnIds = [openings[OPENINGS - 1] ?? '', openings[OPENINGS - 22] ?? '']
  for (const commentId of withdrawnIds) {
    await transact(site.scope(), (tx) => unpublishRevision(tx, { commentId, becomes: 'withdrawn' }))
  }
  openings = openings.filter((id) => !withdrawnIds.includes(id))
  await makeComment(db(), { topicId, status: 'pending' })
  await makeComment(db(), { topicId, status: 'rejected' })
  await makeComment(db(), { status: 'published' })
})

describe('a topic’s conversations', () => {
  it('come newest first, each once, with the places of those that were taken back', async () => {
    const pages = await walk('')
    expect(pages.flatMap(idsOf)).toEqual([...openings, ...withdrawnIds].sort().reverse())
    const places = pages.flatMap(({ conversations }) =>
      conversations.flatMap(({ opening }) => (isPlace(opening) ? [opening] : [])),
    )
    expect(places.map(({ id, gone }) => [id, gone]).sort()).toEqual(
      withdrawnIds.map((id) => [id, 'withdrawn']).sort(),
    )
  })

  it('are the same walked back, and the first page is reached as such', async () => {
    const pages = await walk('')
    const last = pages.at(-1)
    const middle = await page(`before=${last?.newer}`)
    expect(idsOf(middle)).toEqual(idsOf(pages.at(-2) ?? middle))
    const first = await page(`before=${middle.newer}`)
    expect(idsOf(first)).toEqual(idsOf(pages[0] ?? first))
    expect(first.newer).toBeNull()
  })

  it.each([
    ['sort=hot', (all: Facts[]) => [...all].sort(byHot)],
    ['stance=oppose', (all: Facts[]) => all.filter(({ stance }) => stance === 'oppose')],
    ['voice=member', (all: Facts[]) => all.filter(({ voice }) => voice === 'member')],
    ['kind=inquiry', (all: Facts[]) => all.filter(({ kind }) => kind === 'inquiry')],
    [
      'sort=hot&stance=support',
      (all: Facts[]) => all.filter(({ stance }) => stance === 'support').sort(byHot),
    ],
    [
      'sort=responded',
      (all: Facts[]) =>
        all
          .filter(({ respondedAt }) => respondedAt)
          .sort((a, b) => (b.respondedAt?.getTime() ?? 0) - (a.respondedAt?.getTime() ?? 0)),
    ],
  ])('are ordered and chosen by %s', async (query, expected) => {
    const all = await db().comment.findMany({
      where: { topicId, status: 'published', rootId: null },
      orderBy: { id: 'desc' },
    })
    const ids = (await walk(query)).flatMap(idsOf)
    expect(ids).toEqual(expected(all).map(({ id }) => id))
    expect(ids.length).toBeGreaterThan(0)
  })

  it('open around a comment, on whatever page it is', async () => {
    for (const id of [openings[0], openings[20], openings[50], withdrawnIds[1]]) {
      const found = await page(`at=${id}`)
      expect(idsOf(found)).toContain(id)
      const position = idsOf(found).indexOf(id ?? '')
      expect(position).toBeLessThanOrEqual(6)
    }
    const middle = await page(`at=${openings[25]}`)
    const around = [
      ...idsOf(await page(`before=${middle.newer}`)),
      ...idsOf(middle),
      ...idsOf(await page(`after=${middle.older}`)),
    ]
    expect(new Set(around).size).toBe(around.length)
    const all = [...openings, ...withdrawnIds].sort().reverse()
    const from = all.indexOf(around[0] ?? '')
    expect(around).toEqual(all.slice(from, from + around.length))
  })

  it('refuse a key beyond what the database can hold', async () => {
    await expect(page(`sort=hot&after=${'9'.repeat(6)}_${newId(0)}`)).resolves.toBeTruthy()
    await expect(page(`sort=responded&after=253402300799999_${newId(0)}`)).resolves.toMatchObject({
      newer: expect.any(String),
    })
  })

  it('read an index in its order, never the whole topic', async () => {
    const explain = async (query: string) => {
      const search = new URLSearchParams(query)
      const statement = keysStatement(
        topicId,
        readVoicesPlace((name) => search.get(name)),
      )
      return db().$transaction(async (tx) => {
        // A table this small would be scanned whichever index there is.
        await tx.$executeRaw`SET LOCAL enable_seqscan = off`
        await tx.$executeRaw`SET LOCAL enable_bitmapscan = off`
        const { sql, values } = statement
        const rows = await tx.$queryRawUnsafe<Array<{ 'QUERY PLAN': string }>>(
          `EXPLAIN ${toNumbered(sql)}`,
          ...values,
        )
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
    }
    await site.container.database.query('ANALYZE comments')
    const id = openings[10] ?? ''
    for (const sort of VOICES_SORTS) {
      const key = { new: id, hot: `12.5_${id}`, responded: `1750000000000_${id}` }[sort]
      for (const filter of ['', 'stance=oppose', 'voice=member', 'kind=help']) {
        for (const start of ['', `after=${key}`, `before=${key}`]) {
          const plan = await explain(`sort=${sort}&${filter}&${start}`)
          expect(plan, `${sort} ${filter} ${start}`).not.toMatch(/Sort|Seq Scan|Filter/)
        }
      }
    }
    expect(await explain(`at=${id}`)).not.toMatch(/Sort|Seq Scan|Filter/)
  })
})

interface Facts {
  id: string
  hot: number
  stance: string | null
  voice: string
  kind: string
  respondedAt: Date | null
}

function byHot(a: Facts, b: Facts): number {
  return b.hot - a.hot || (a.id < b.id ? 1 : -1)
}

/** Prisma's placeholders as PostgreSQL numbers them. */
function toNumbered(sql: string): string {
  let n = 0
  return sql.replace(/\?/g, () => `$${(n += 1)}`)
}

describe('a conversation', () => {
  it('shows its first three replies in the list, and all of them in pages of its own', async () => {
    const topic = await makeTopic(db())
    const root = await makeComment(db(), { topicId: topic.id })
    const replies: string[] = []
    for (let n = 0; n < 34; n++) {
      const reply = await makeComment(db(), {
        topicId: topic.id,
        rootId: root.id,
        replyToId: n === 1 ? replies[0] : null,
        createdAt: new Date(TEST_NOW.getTime() + n * 1000),
      })
      replies.push(reply.id)
    }
    const gone = replies[1] ?? ''
    await transact(site.scope(), (tx) =>
      unpublishRevision(tx, { commentId: replies[0] ?? '', becomes: 'withdrawn' }),
    )
    const listed = await listComments(
      site.scope(),
      topic.id,
      readVoicesPlace(() => null),
    )
    const [conversation] = listed.conversations
    expect(conversation?.opening.replyCount).toBe(33)
    expect(conversation?.replies.map(({ id }) => id)).toEqual(replies.slice(1, 4))
    // Whom it mentions has taken the words back.
    expect(conversation?.replies.find(({ id }) => id === gone)?.mentions).toEqual({ name: null })

    const scope = site.scope()
    const first = await getConversation(scope, topic.id, root.id, null)
    const second = await getConversation(scope, topic.id, root.id, first.next)
    expect([...first.replies, ...second.replies].map(({ id }) => id)).toEqual(replies)
    expect(first.replies.map(isPlace)).toEqual([true, ...Array(29).fill(false)])
    expect(second.next).toBeNull()

    for (const id of [replies[0], replies[20], replies[33]]) {
      const place = await locateComment(scope, topic.id, id ?? '')
      expect(place.rootId).toBe(root.id)
      const found = await getConversation(scope, topic.id, root.id, place.after)
      expect(found.replies.map((reply) => reply.id)).toContain(id)
    }
    await expect(getConversation(scope, topic.id, root.id, 'x')).rejects.toMatchObject({
      code: 'invalidCursor',
    })
    await expect(getConversation(scope, topicId, root.id, null)).rejects.toMatchObject({
      code: 'notFound',
    })
    await expect(getConversation(scope, topic.id, gone, null)).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})

describe('what became of a comment', () => {
  it('is told: cited, answered, edited, quoted', async () => {
    const topic = await makeTopic(db())
    const writer = await makePerson(db())
    const office = await makeOffice(site, { shortName: '区住建委' })
    const comment = await makeComment(db(), { topicId: topic.id, text: '第一版的话。' })
    const quoting = await makeComment(db(), {
      topicId: topic.id,
      quotedRevisionId: comment.latestRevisionId,
    })
    const summary = await db().outcomeSummary.create({
      data: {
        id: newId(0),
        topicId: topic.id,
        number: 1,
        status: 'draft',
        verdict: 'consensus',
        introduction: '共识。',
        introductionHtml: '<p>共识。</p>',
        rendererVersion: 1,
        draftedById: writer.id,
        createdAt: TEST_NOW,
        updatedAt: TEST_NOW,
        points: {
          create: {
            id: newId(0),
            position: 2,
            kind: 'consensus',
            text: '要点。',
            html: '<p>要点。</p>',
            rendererVersion: 1,
          },
        },
      },
      include: { points: true },
    })
    const pointId = summary.points[0]?.id ?? ''
    await db().citation.create({
      data: {
        pointId,
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        position: 0,
      },
    })
    const { assignmentId } = await makeAssignment(site, {
      topicId: topic.id,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const { responseId, version } = await makeSubmitted(site, assignmentId, office, {
      answer: [comment.id],
    })
    const read = async () => {
      const { conversations } = await listComments(
        site.scope(),
        topic.id,
        readVoicesPlace(() => null),
      )
      const find = (id: string) => {
        const opening = conversations.find((each) => each.opening.id === id)?.opening
        if (!opening || isPlace(opening)) throw new Error('not on the page')
        return opening
      }
      return { comment: find(comment.id), quoting: find(quoting.id) }
    }
    // Drafts are nobody's business yet.
    expect((await read()).comment).toMatchObject({ points: [], responses: [], edited: false })

    await db().outcomeSummary.update({
      where: { id: summary.id },
      data: { status: 'published', publishedAt: TEST_NOW, publishedById: writer.id },
    })
    await signOffResponse(site.scope(office.signer), { responseId, version, outcome: 'approve' })
    const told = await read()
    expect(told.comment.points).toEqual([{ id: pointId, position: 2 }])
    expect(told.comment.responses).toEqual([{ id: responseId, department: '区住建委' }])
    expect(told.quoting.quoted).toMatchObject({
      commentId: comment.id,
      view: { kind: 'words', excerpt: '第一版的话。', edited: false },
    })

    const secondId = newId(TEST_NOW.getTime())
    await db().commentRevision.create({
      data: {
        id: secondId,
        commentId: comment.id,
        number: 2,
        text: '第二版的话。',
        html: '<p>第二版的话。</p>',
        rendererVersion: 1,
        kind: 'opinion',
        status: 'pending',
        createdAt: new Date(TEST_NOW.getTime() + 60_000),
      },
    })
    await db().comment.update({
      where: { id: comment.id },
      data: { latestRevisionId: secondId, latestStatus: 'pending' },
    })
    await transact(site.scope(), (tx) =>
      publishRevision(tx, {
        commentId: comment.id,
        revisionId: secondId,
        seenVersion: 1,
        decided: true,
      }),
    )
    const edited = await read()
    expect(edited.comment).toMatchObject({ edited: true, html: '<p>第二版的话。</p>' })
    expect(edited.quoting.quoted?.view).toMatchObject({ excerpt: '第一版的话。', edited: true })

    await transact(site.scope(), (tx) =>
      unpublishRevision(tx, { commentId: comment.id, becomes: 'withdrawn' }),
    )
    const after = await listComments(
      site.scope(),
      topic.id,
      readVoicesPlace(() => null),
    )
    const quote = after.conversations.find(({ opening }) => opening.id === quoting.id)?.opening
    expect(quote && !isPlace(quote) && quote.quoted?.view).toEqual({ kind: 'withdrawn' })
    expect(JSON.stringify(after)).not.toMatch(/第[一二]版的话/)
  })
})

describe('one’s own waiting comments', () => {
  it('are for their author alone', async () => {
    const topic = await makeTopic(db())
    const author = await makeActor(db())
    const other = await makeActor(db())
    const given = { topicId: topic.id, authorId: author.personId }
    const waiting = await makeComment(db(), { ...given, status: 'pending', text: '等着的话。' })
    await makeComment(db(), { ...given, status: 'rejected' })
    await makeComment(db(), { ...given, status: 'published' })
    await makeComment(db(), { ...given, status: 'withdrawn' })
    const { waiting: own } = await getOwnInTopic(site.scope(author), topic.id)
    expect(own.map(({ standing }) => standing).sort()).toEqual(['pending', 'rejected'])
    expect(own.find(({ id }) => id === waiting.id)).toMatchObject({
      html: '<p>等着的话。</p>',
      earlierPublic: false,
    })
    expect(await getOwnInTopic(site.scope(other), topic.id)).toEqual({
      waiting: [],
      followed: false,
    })
    expect(await getOwnInTopic(site.scope(null), topic.id)).toEqual({ waiting: [], followed: null })
    const everybody = await listComments(
      site.scope(author),
      topic.id,
      readVoicesPlace(() => null),
    )
    expect(JSON.stringify(everybody)).not.toContain('等着的话')

    await expect(locateComment(site.scope(other), topic.id, waiting.id)).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await locateComment(site.scope(author), topic.id, waiting.id)).toMatchObject({
      rootId: null,
    })
  })
})
