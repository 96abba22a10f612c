import { beforeAll, describe, expect, it } from 'vitest'
import { indexForSearch } from '~/commands/index-for-search.server'
import { unpublishRevision } from '~/commands/publish-revision.server'
import { newId } from '~/server/ids.server'
import { transact } from '~/server/transact.server'
import { getHome } from '~/queries/get-home.server'
import { getStudio } from '~/queries/get-studio.server'
import { getTopic } from '~/queries/get-topic.server'
import { listStudios } from '~/queries/list-studios.server'
import { listSummaries } from '~/queries/list-summaries.server'
import { listTopicFilters, listTopics, type TopicListPlace } from '~/queries/list-topics.server'
import { HITS_PER_PAGE, searchSite } from '~/queries/search-site.server'
import {
  makeActor,
  makeCategory,
  makeComment,
  makeDistrict,
  makePerson,
  makeStudio,
  makeTopic,
} from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const at = (days: number) => new Date(TEST_NOW.getTime() + days * 24 * 60 * 60 * 1000)
const ALL: TopicListPlace = {
  sort: 'new',
  stage: null,
  categoryId: null,
  districtId: null,
  after: null,
}

async function walk(place: TopicListPlace) {
  const ids: string[] = []
  let after = place.after
  do {
    const page = await listTopics(site.scope(), { ...place, after }, 3)
    ids.push(...page.topics.map(({ id }) => id))
    after = page.older
  } while (after)
  return ids
}

describe('the list of topics', () => {
  let category: { id: string; name: string }
  let district: { id: string; name: string }
  let ids: string[]
  beforeAll(async () => {
    category = await makeCategory(db())
    district = await makeDistrict(db())
    ids = []
    for (let n = 0; n < 8; n++) {
      const topic = await makeTopic(db(), {
        id: newId(at(-20 + n).getTime()),
        stage: n % 2 === 0 ? 'collecting' : 'closed',
        hot: n % 3,
        respondedAt: n > 4 ? at(-n) : null,
        ...(n % 4 === 0 && { categoryId: category.id }),
        ...(n === 3 && { districtId: district.id }),
      })
      ids.push(topic.id)
    }
  })

  it('goes from the newest to the first, each once', async () => {
    expect(await walk(ALL)).toEqual([...ids].reverse())
  })

  it('goes by heat, and by the last answer', async () => {
    const all = await db().topic.findMany({ where: { id: { in: ids } } })
    const byHot = [...all].sort((a, b) => b.hot - a.hot || (a.id < b.id ? 1 : -1))
    expect(await walk({ ...ALL, sort: 'hot' })).toEqual(byHot.map(({ id }) => id))
    expect(await walk({ ...ALL, sort: 'responded' })).toEqual([ids[5], ids[6], ids[7]])
  })

  it('is chosen by stage, category and district', async () => {
    expect(await walk({ ...ALL, stage: 'closed' })).toEqual([7, 5, 3, 1].map((n) => ids[n]))
    expect(await walk({ ...ALL, categoryId: category.id })).toEqual([4, 0].map((n) => ids[n]))
    expect(await walk({ ...ALL, districtId: district.id })).toEqual([ids[3]])
    const filters = await listTopicFilters(site.scope())
    expect(filters.categories).toContainEqual({ id: category.id, name: category.name })
    expect(filters.districts).toEqual([{ id: district.id, name: district.name }])
  })

  it('refuses a key that is no topic’s', async () => {
    for (const after of ['x', newId(0), "' OR 1=1 --"]) {
      await expect(listTopics(site.scope(), { ...ALL, after })).rejects.toMatchObject({
        code: 'invalidCursor',
      })
    }
    await expect(
      listTopics(site.scope(), { ...ALL, sort: 'responded', after: ids[0] ?? '' }),
    ).rejects.toMatchObject({ code: 'invalidCursor' })
  })
})

describe('the front page', () => {
  it('shows what takes in comments now, the soonest to close first', async () => {
    const given = { stage: 'deliberating' as const }
    const noEnd = await makeTopic(db(), { ...given, hot: 99 })
    const later = await makeTopic(db(), { ...given, closesAt: at(9) })
    const soon = await makeTopic(db(), { ...given, closesAt: at(1) })
    const shut = [
      await makeTopic(db(), { ...given, closesAt: at(-0.1) }),
      await makeTopic(db(), { ...given, paused: true }),
      await makeTopic(db(), { ...given, mode: 'readOnly' }),
      await makeTopic(db(), { ...given, openedAt: at(1) }),
      await makeTopic(db(), { stage: 'handling' }),
    ]
    const { open } = await getHome(site.scope())
    const ids = open.map(({ id }) => id)
    expect(ids.slice(0, 3)).toEqual([soon.id, later.id, noEnd.id])
    for (const { id } of shut) expect(ids).not.toContain(id)
  })

  it('counts who spoke', async () => {
    const topic = await makeTopic(db())
    const before = await getHome(site.scope())
    await makeComment(db(), { topicId: topic.id })
    const after = await getHome(site.scope())
    expect(after.totals.voices).toBe(before.totals.voices + 1)
  })
})

describe('a topic', () => {
  it('is not there for an id that is none', async () => {
    for (const id of [newId(0), 'x', '']) {
      await expect(getTopic(site.scope(), id)).rejects.toMatchObject({ code: 'notFound' })
    }
  })

  it('names its newest published outcome, and none that is being written', async () => {
    const topic = await makeTopic(db())
    const writer = await makePerson(db())
    const add = (number: number, published: boolean) =>
      db().outcomeSummary.create({
        data: {
          id: newId(TEST_NOW.getTime()),
          topicId: topic.id,
          number,
          status: published ? 'published' : 'draft',
          verdict: 'partialConsensus',
          introduction: `**第 ${number} 轮**商量。`,
          introductionHtml: '',
          rendererVersion: 1,
          draftedById: writer.id,
          createdAt: TEST_NOW,
          updatedAt: TEST_NOW,
          ...(published && { publishedAt: at(number), publishedById: writer.id }),
        },
      })
    await add(1, true)
    await add(2, true)
    await add(3, false)
    const { summary } = await getTopic(site.scope(), topic.id)
    expect(summary).toMatchObject({ number: 2, excerpt: '第 2 轮商量。' })
    const listed = await listSummaries(site.scope(), topic.id)
    expect(listed.map(({ number }) => number)).toEqual([2, 1])
  })
})

describe('an outcome', () => {
  it('keeps the words that were cited, and the place of those taken back', async () => {
    const topic = await makeTopic(db())
    const writer = await makePerson(db())
    const stays = await makeComment(db(), { topicId: topic.id, text: '留下的话。' })
    const goes = await makeComment(db(), { topicId: topic.id, text: '要走的话。' })
    const cite = (comment: typeof stays, position: number) => ({
      commentId: comment.id,
      revisionId: comment.latestRevisionId,
      position,
    })
    await db().outcomeSummary.create({
      data: {
        id: newId(0),
        topicId: topic.id,
        number: 1,
        status: 'draft',
        verdict: 'consensus',
        introduction: '引言。',
        introductionHtml: '<p>引言。</p>',
        rendererVersion: 1,
        draftedById: writer.id,
        createdAt: TEST_NOW,
        updatedAt: TEST_NOW,
        points: {
          create: {
            id: newId(1),
            position: 0,
            kind: 'consensus',
            text: '要点。',
            html: '<p>要点。</p>',
            rendererVersion: 1,
            citations: { create: [cite(stays, 0), cite(goes, 1)] },
          },
        },
      },
    })
    await db().outcomeSummary.updateMany({
      where: { topicId: topic.id },
      data: { status: 'published', publishedAt: TEST_NOW, publishedById: writer.id },
    })
    await transact(site.scope(), (tx) =>
      unpublishRevision(tx, { commentId: goes.id, becomes: 'withdrawn' }),
    )
    const [summary] = await listSummaries(site.scope(), topic.id)
    expect(summary?.points[0]?.citations).toMatchObject([
      { commentId: stays.id, gone: null, words: { excerpt: '留下的话。' } },
      { commentId: goes.id, gone: 'withdrawn', words: null },
    ])
    expect(JSON.stringify(summary)).not.toContain('要走的话')
  })
})

describe('studios', () => {
  it('are listed by district, and show their people once', async () => {
    const first = await makeDistrict(db(), { position: 1 })
    const second = await makeDistrict(db(), { position: 2 })
    const far = await makeStudio(db(), { districtId: second.id })
    const near = await makeStudio(db(), { districtId: first.id })
    const closed = await makeStudio(db(), { active: false })
    const ids = (await listStudios(site.scope())).map(({ id }) => id)
    expect(ids.indexOf(near.id)).toBeLessThan(ids.indexOf(far.id))
    expect(ids).not.toContain(closed.id)

    const convener = await makeActor(db(), [
      { role: 'member', studioId: near.id, title: '区政协委员' },
      { role: 'convener', studioId: near.id },
    ])
    await makeActor(db(), [{ role: 'liaison', studioId: far.id }])
    const view = await getStudio(site.scope(), near.id)
    expect(view.people).toEqual([{ name: convener.displayName, role: 'convener', title: null }])
    await expect(getStudio(site.scope(), newId(0))).rejects.toMatchObject({ code: 'notFound' })
  })

  it('show all their topics, page by page', async () => {
    const { id: studioId } = await makeStudio(db())
    const made: string[] = []
    for (let n = 0; n < 23; n++) made.push((await makeTopic(db(), { studioId })).id)
    const first = await getStudio(site.scope(), studioId)
    expect(first.topics).toHaveLength(20)
    const second = await getStudio(site.scope(), studioId, first.older)
    expect(second.older).toBeNull()
    const shown = [...first.topics, ...second.topics].map(({ id }) => id)
    expect([...shown].sort()).toEqual([...made].sort())
  })
})

describe('the search', () => {
  let topicId: string
  beforeAll(async () => {
    topicId = (await makeTopic(db())).id
    await transact(site.scope(), async (tx) => {
      for (let n = 0; n < HITS_PER_PAGE + 3; n++) {
        await indexForSearch(tx, {
          objectId: newId(at(-n).getTime()),
          kind: n % 2 === 0 ? 'comment' : 'response',
          topicId,
          title: '楼道照明',
          text: `第${n}处路灯不亮，请更换声控开关。`,
          excerpt: '路灯不亮。',
          publishedAt: at(-Math.floor(n / 2)),
        })
      }
    })
  })
  const search = (q: string, after: string | null = null, kind: 'comment' | null = null) =>
    searchSite(site.scope(), q, { kind, after })

  it('finds what has all the words, newest first, page by page', async () => {
    const first = await search('路灯 声控')
    expect(first.hits).toHaveLength(HITS_PER_PAGE)
    const second = await search('路灯 声控', first.older)
    const all = [...first.hits, ...second.hits]
    expect(new Set(all.map(({ id }) => id)).size).toBe(HITS_PER_PAGE + 3)
    const times = all.map(({ publishedAt }) => publishedAt.getTime())
    expect(times).toEqual([...times].sort((a, b) => b - a))
    expect(second.older).toBeNull()
  })

  it('is chosen by kind', async () => {
    const { hits } = await search('路灯', null, 'comment')
    expect(new Set(hits.map(({ kind }) => kind))).toEqual(new Set(['comment']))
  })

  it('finds nothing where a word is missing, and says when there is nothing to look for', async () => {
    expect(await search('路灯 游泳池')).toMatchObject({ hits: [], nothingToFind: false })
    expect(await search("！？ ' & | ( )")).toMatchObject({ hits: [], nothingToFind: true })
  })

  it('takes words as words, whatever they look like', async () => {
    for (const q of ["路灯' OR 1=1 --", '路灯 & !游泳池', 'a:* | b', '\u0000路灯', '路灯\\']) {
      await expect(search(q)).resolves.toBeTruthy()
    }
  })

  it('refuses a key that was tampered with', async () => {
    for (const key of ['x', '1_x', '_', `99999999999999999_${newId(0)}`, '1']) {
      await expect(search('路灯', key)).rejects.toMatchObject({ code: 'invalidCursor' })
    }
  })
})
