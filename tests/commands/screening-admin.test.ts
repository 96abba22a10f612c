import { beforeAll, describe, expect, it } from 'vitest'
import { addListedWords } from '~/commands/add-listed-words.server'
import { postComment } from '~/commands/post-comment.server'
import { saveScreeningRule } from '~/commands/save-screening-rule.server'
import { setListedWord } from '~/commands/set-listed-word.server'
import type { Actor } from '~/domain/person/actor'
import { listListedWords } from '~/queries/list-listed-words.server'
import { listScreeningRules } from '~/queries/list-screening-rules.server'
import { tryScreening } from '~/queries/try-screening.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let senior: Actor
let author: Actor
let topicId: string
beforeAll(async () => {
  senior = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
  author = await makeActor(db(), [], { createdAt: new Date('2025-01-01T00:00:00Z') })
  topicId = (await makeTopic(db())).id
})

const add = (words: string[], list: 'hold' | 'refuse' = 'hold') =>
  addListedWords(site.scope(senior), { list, words, note: null })
const list = (query: Partial<Parameters<typeof listListedWords>[1]> = {}) =>
  listListedWords(site.scope(senior), { list: 'hold', closed: false, q: '', ...query })
const say = (text: string) => postComment(site.scope(author), { topicId, text, kind: 'opinion' })

describe('word lists', () => {
  it('take effect at once, each word once, and leave effect when taken out of use', async () => {
    await say('本店大酬宾，欢迎选购。')
    expect(await add(['大酬宾', '清仓价'])).toMatchObject({ added: 2 })
    expect(await add(['大酬宾'])).toMatchObject({ added: 0 })
    const held = await say('还是大 酬 賓。')
    const findings = await db().screeningFinding.findMany({
      where: { revision: { commentId: held.commentId } },
    })
    expect(findings).toMatchObject([{ rule: 'wordsHold', params: { words: '大酬宾' } }])

    const { words } = await list({ q: '大' })
    const [word] = words
    await setListedWord(site.scope(senior), { id: word?.id ?? '', active: false })
    const free = await say('又是大酬宾。')
    expect(
      await db().screeningFinding.count({ where: { revision: { commentId: free.commentId } } }),
    ).toBe(0)
    expect((await list({ q: '大' })).words).toEqual([])
    expect((await list({ q: '大', closed: true })).words).toMatchObject([{ word: '大酬宾' }])
    expect(await add(['大酬宾'])).toMatchObject({ added: 1 })
    const actions = await db().auditEvent.findMany({
      where: { actorId: senior.personId },
      orderBy: { id: 'asc' },
      select: { action: true, actorRole: true },
    })
    expect(actions).toEqual(
      ['listedWords.added', 'listedWord.deactivated', 'listedWords.added'].map((action) => ({
        action,
        actorRole: 'moderator',
      })),
    )
  })

  it('are listed by pages, the newest first', async () => {
    await add(
      Array.from({ length: 120 }, (_, n) => `拒收第${n}号`),
      'refuse',
    )
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await list({ list: 'refuse', after })
      seen.push(...page.words.map(({ word }) => word))
      after = page.nextAfter ?? undefined
    } while (after)
    expect(new Set(seen).size).toBe(120)
  })

  it('are kept by seniors and administrators alone', async () => {
    const reviewer = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    for (const viewer of [null, author, reviewer]) {
      await expect(
        addListedWords(site.scope(viewer), { list: 'hold', words: ['词语'], note: null }),
      ).rejects.toMatchObject({ code: 'forbidden' })
      await expect(listScreeningRules(site.scope(viewer))).rejects.toMatchObject({
        code: 'forbidden',
      })
    }
  })
})

describe('rules', () => {
  const save = (given: Partial<Parameters<typeof saveScreeningRule>[1]>) =>
    saveScreeningRule(site.scope(senior), {
      rule: 'burst',
      mode: 'on',
      asks: 'watch',
      settings: { most: 3, withinMinutes: 5 },
      seenVersion: null,
      ...given,
    })
  const read = async () =>
    (await listScreeningRules(site.scope(senior))).find(({ id }) => id === 'burst')

  it('are set within their bounds, and name who was faster', async () => {
    expect(await read()).toMatchObject({ asks: 'hold', version: null })
    expect(await save({ settings: { most: 99, withinMinutes: 5 } })).toMatchObject({
      ok: false,
      field: 'number.most',
    })
    expect(await save({ asks: 'mask' })).toMatchObject({ ok: false, field: 'asks' })
    expect(await save({})).toEqual({ ok: true })
    expect(await read()).toMatchObject({ asks: 'watch', version: 1, settings: { most: 3 } })
    await expect(save({})).rejects.toMatchObject({
      code: 'conflict',
      params: { who: senior.displayName },
    })
    expect(await save({ seenVersion: 1, mode: 'off' })).toEqual({ ok: true })
    await expect(save({ rule: 'constructor' })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('trying', () => {
  it('shows what would be found, and changes nothing', async () => {
    const before = await db().screeningFinding.count()
    const spoken = await makeComment(db(), { topicId, text: '路口要装反 光 镜，打13800138000。' })
    const phone = await tryScreening(site.scope(senior), { rule: 'phone' })
    expect(phone.samples).toMatchObject([
      { commentId: spoken.id, finding: { evidence: [{ start: 11, end: 22 }] } },
    ])
    const word = await tryScreening(site.scope(senior), { words: ['反光镜'] })
    expect(word).toMatchObject({ found: 1, texts: phone.texts })
    expect(await db().screeningFinding.count()).toBe(before)
  })

  it('excuses what lies within a 豁免词', async () => {
    await makeComment(db(), { topicId, text: '这个花坛叫晨曦园。' })
    const { id } = await makeComment(db(), { topicId, text: '晨曦真美。' })
    await addListedWords(site.scope(senior), { list: 'allow', words: ['晨曦园'], note: null })
    const trial = await tryScreening(site.scope(senior), { words: ['晨曦'] })
    expect(trial.samples.map(({ commentId }) => commentId)).toEqual([id])
  })

  it('knows how old an account was, and what it sent just before', async () => {
    const fresh = await makeActor(db(), [], { createdAt: new Date(site.now.getTime() - 3_600_000) })
    const ids: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const given = { topicId, authorId: fresh.personId, createdAt: site.now }
      ids.push((await makeComment(db(), { ...given, text: `第${n}条。` })).id)
    }
    const young = await tryScreening(site.scope(senior), { rule: 'newAccount' })
    expect(young.samples.map(({ commentId }) => commentId)).toEqual(expect.arrayContaining(ids))
    const burst = await tryScreening(site.scope(senior), { rule: 'burst' })
    expect(burst.samples.map(({ commentId }) => commentId)).toContain(ids.toSorted().at(-1))
    site.advance(30 * 24 * 3_600_000)
    const later = await tryScreening(site.scope(senior), { rule: 'newAccount' })
    expect(later.found).toBe(young.found)
  })
})
