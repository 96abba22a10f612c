import { beforeAll, describe, expect, it } from 'vitest'
import { editComment } from '~/commands/edit-comment.server'
import { postComment } from '~/commands/post-comment.server'
import type { Actor } from '~/domain/person/actor'
import { newId } from '~/server/ids.server'
import { getOwnComment } from '~/queries/get-own-comment.server'
import { getOwnData } from '~/queries/get-own-data.server'
import { makeActor, makeDepartment, makeTopic } from '#tests/factories/make'
import { makePreparedFiles } from '#tests/factories/prepared-files'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const say = (viewer: Actor, given: Partial<Parameters<typeof postComment>[1]>) =>
  postComment(site.scope(viewer), { topicId: '', text: '说说看法。', kind: 'opinion', ...given })
const read = (id: string) =>
  db().comment.findUniqueOrThrow({
    where: { id },
    include: {
      latestRevision: { include: { findings: { orderBy: { rule: 'asc' } } } },
      tasks: true,
    },
  })

let before: string
let after: string
/** Somebody whose account is no news. */
const makeAuthor = () => makeActor(db(), [], { createdAt: new Date('2025-01-01T00:00:00Z') })

beforeAll(async () => {
  before = (await makeTopic(db())).id
  after = (await makeTopic(db(), { mode: 'postModeration' })).id
  for (const [word, list] of [
    ['代开票据', 'refuse'],
    ['全市最低价', 'hold'],
    ['大笨蛋', 'mask'],
  ] as const) {
    await db().listedWord.create({
      data: { id: newId(site.now.getTime()), word, list, createdAt: site.now },
    })
  }
  site.container.pages.drop(['screening'])
})

describe('a text that holds personal information', () => {
  it('is masked in what is published, and kept as it was typed', async () => {
    const author = await makeAuthor()
    const typed = '打我电话138 0013 8000，**谢谢**。'
    const { commentId, status } = await say(author, { topicId: after, text: typed })
    expect(status).toBe('published')
    const comment = await read(commentId)
    expect(comment.latestRevision).toMatchObject({
      text: '打我电话138 **** 8000，**谢谢**。',
      originalText: typed,
      findings: [
        {
          rule: 'phone',
          asks: 'mask',
          trial: false,
          evidence: [{ start: 4, end: 17 }],
          params: { n: 1 },
        },
      ],
    })
    expect(comment.latestRevision.html).toBe(
      '<p>打我电话138 **** 8000，<strong>谢谢</strong>。</p>\n',
    )
    expect(comment.tasks).toMatchObject([{ kind: 'pending', rules: ['phone'], risk: 20 }])
    const search = await db().searchEntry.findUniqueOrThrow({ where: { objectId: commentId } })
    expect(search.excerpt).not.toContain('0013')
    const [event] = await db().auditEvent.findMany({ where: { objectId: commentId } })
    expect(event?.detail).toMatchObject({ screeningRules: ['phone'], masked: true })
    expect(JSON.stringify(event?.detail)).not.toContain('0013')
  })

  it('is given back to its author as it was typed', async () => {
    const author = await makeAuthor()
    const { commentId } = await say(author, { topicId: before, text: '打13800138000' })
    expect(await getOwnComment(site.scope(author), commentId)).toMatchObject({
      text: '打13800138000',
    })
    const same = { commentId, seenVersion: 1, text: '打13800138000', kind: 'opinion' as const }
    expect(await editComment(site.scope(author), same)).toMatchObject({ unchanged: true })
  })

  it('may name the telephone of a department', async () => {
    await makeDepartment(db(), { telephone: '0571-87654321' })
    site.container.pages.drop(['site'])
    const author = await makeAuthor()
    const { commentId } = await say(author, { topicId: before, text: '可以打0571-87654321问。' })
    expect((await read(commentId)).latestRevision).toMatchObject({
      originalText: null,
      findings: [],
    })
  })
})

describe('a text with listed words', () => {
  it('is refused, and nothing is written', async () => {
    const author = await makeAuthor()
    await expect(say(author, { topicId: after, text: '代 开 票 據' })).rejects.toMatchObject({
      code: 'textRefused',
      status: 422,
      params: { rule: 'wordsRefuse' },
    })
    expect(await db().comment.count({ where: { authorId: author.personId } })).toBe(0)
  })

  it('waits in 先发后审, too, where it is held', async () => {
    const author = await makeAuthor()
    const { commentId, status } = await say(author, { topicId: after, text: '全市最低价' })
    expect(status).toBe('pending')
    expect(await read(commentId)).toMatchObject({
      status: 'pending',
      tasks: [{ rules: ['wordsHold'], risk: 40 }],
    })
  })

  it('is published in 先发后审 where words are masked', async () => {
    const author = await makeAuthor()
    const { commentId, status } = await say(author, { topicId: after, text: '你这个大笨蛋啊' })
    expect(status).toBe('published')
    expect((await read(commentId)).latestRevision.html).toBe('<p>你这个＊＊＊啊</p>\n')
  })
})

describe('what is edited', () => {
  it('is screened again; what is held waits beside what is public', async () => {
    const author = await makeAuthor()
    const { commentId } = await say(author, { topicId: after, text: '挺好的。' })
    const edit = (text: string, seenVersion: number) =>
      editComment(site.scope(author), { commentId, seenVersion, text, kind: 'opinion' })
    const { version } = await read(commentId)
    await expect(edit('代开票据', version)).rejects.toMatchObject({ code: 'textRefused' })
    expect(await edit('全市最低价', version)).toMatchObject({ latest: 'pending' })
    const held = await read(commentId)
    expect(held).toMatchObject({ status: 'published', latestStatus: 'pending' })
    expect(held.tasks.filter(({ closedAt }) => !closedAt)).toMatchObject([{ rules: ['wordsHold'] }])
    await edit('打13800138000', held.version)
    expect((await read(commentId)).latestRevision).toMatchObject({
      text: '打138****8000',
      originalText: '打13800138000',
    })
  })
})

describe('files of a text', () => {
  const filesOf = async (commentId: string) =>
    db().attachment.findMany({ where: { commentId }, orderBy: { id: 'asc' } })

  it('are named masked, kept as they were typed, and found with their place', async () => {
    const author = await makeAuthor()
    const files = await makePreparedFiles(site, '方案.pdf', '找13800138000.pdf')
    const { commentId } = await say(author, { topicId: after, files })
    expect(await filesOf(commentId)).toMatchObject([
      { name: '方案.pdf', originalName: null },
      { name: '找138****8000.pdf', originalName: '找13800138000.pdf' },
    ])
    const comment = await read(commentId)
    expect(comment.latestRevision).toMatchObject({
      originalText: null,
      findings: [
        {
          rule: 'phone',
          evidence: [],
          files: [{ file: 1, part: 'name', start: 1, end: 12 }],
        },
      ],
    })
    expect(comment.tasks).toMatchObject([{ rules: ['phone'] }])
    const [event] = await db().auditEvent.findMany({ where: { objectId: commentId } })
    expect(event?.detail).toMatchObject({ masked: true })
    const own = JSON.stringify(await getOwnData(site.scope(author)))
    expect(own).toContain('找13800138000.pdf')
  })

  it('have a text refused by their names', async () => {
    const author = await makeAuthor()
    const files = await makePreparedFiles(site, '代开票据.pdf')
    await expect(say(author, { topicId: after, files })).rejects.toMatchObject({
      code: 'textRefused',
    })
  })

  it('that an edit takes over are looked at again, and what is masked stays so', async () => {
    const author = await makeAuthor()
    const files = await makePreparedFiles(site, '找13800138000.pdf', '铁公鸡.pdf')
    const { commentId } = await say(author, { topicId: after, files })
    const word = { id: newId(site.now.getTime()), word: '铁公鸡', createdAt: site.now }
    await db().listedWord.create({ data: { ...word, list: 'mask' } })
    await db().screeningRule.create({
      data: { id: 'phone', mode: 'off', asks: 'mask', settings: {} },
    })
    site.container.pages.drop(['screening'])
    const { version } = await read(commentId)
    await editComment(site.scope(author), {
      commentId,
      seenVersion: version,
      text: '换个说法。',
      kind: 'opinion',
    })
    await db().screeningRule.delete({ where: { id: 'phone' } })
    site.container.pages.drop(['screening'])
    expect(await filesOf(commentId)).toMatchObject([
      { name: '找138****8000.pdf', originalName: '找13800138000.pdf' },
      { name: '＊＊＊.pdf', originalName: '铁公鸡.pdf' },
    ])
    expect((await read(commentId)).latestRevision.findings).toMatchObject([
      { rule: 'wordsMask', files: [{ file: 1, part: 'name' }] },
    ])
  })
})

describe('what the author did before', () => {
  it('holds the sixth text within ten minutes', async () => {
    const author = await makeAuthor()
    for (const n of ['一', '二', '三', '四', '五']) {
      expect(await say(author, { topicId: after, text: `第${n}条，说别的。` })).toMatchObject({
        status: 'published',
      })
    }
    const { commentId, status } = await say(author, { topicId: after, text: '第六条，再说别的。' })
    expect(status).toBe('pending')
    expect((await read(commentId)).latestRevision.findings).toMatchObject([
      { rule: 'burst', params: { n: 6, minutes: 10 } },
    ])
  })

  it('holds the same text the third time, in whatever disguise', async () => {
    const author = await makeAuthor()
    for (const text of ['请把公示栏放到东门口。', '請把公示欄放到東門口！']) {
      await say(author, { topicId: before, text })
    }
    const third = await say(author, { topicId: after, text: '请 把 公 示 栏 放 到 东门口' })
    expect(third.status).toBe('pending')
    expect((await read(third.commentId)).latestRevision.findings).toMatchObject([
      { rule: 'ownRepeat', asks: 'hold', params: { n: 2 } },
    ])
    const other = await makeAuthor()
    const same = await say(other, { topicId: before, text: '请把公示栏放到东门口。' })
    expect((await read(same.commentId)).latestRevision.findings).toMatchObject([
      { rule: 'topicRepeat', asks: 'watch', params: { n: 2 } },
    ])
  })
})

describe('near copies', () => {
  const NEARLY = [
    '东门口的公示栏被树挡住了，老人走近了也看不清楚，请物业把它挪到门卫室旁边，字印得大一点，让老街坊能看见。',
    '东门口的公示栏被树遮住了，老人走近了也看不清楚，请物业把它挪到门卫室旁边，字印得大一点，让老街坊能看见。',
    '东门口的公示栏被树挡住了，老人走近了也看不清楚，请物业把它挪到传达室旁边，字印得大一点，让老街坊能看见。',
  ] as const
  const rulesOf = async (commentId: string) => {
    const { findings } = (await read(commentId)).latestRevision
    return findings.map(({ rule, params }) => [rule, params])
  }

  it('of the author are held the third time, as the same text is, in replies, too', async () => {
    const author = await makeAuthor()
    const { commentId: root } = await say(author, { topicId: after, text: NEARLY[0] })
    const second = await say(author, { topicId: before, text: NEARLY[1] })
    expect(await rulesOf(second.commentId)).toEqual([])
    const other = await makeAuthor()
    const { commentId: talk } = await say(other, { topicId: after, text: '大家怎么看？' })
    const third = await say(author, { topicId: after, text: NEARLY[2], replyTo: talk })
    expect(third.status).toBe('pending')
    expect(await rulesOf(third.commentId)).toEqual([['ownRepeat', { n: 2 }]])
    expect(root).not.toBe(third.commentId)
  })

  it('of others in the topic are told, and not those of another topic', async () => {
    const [topic, elsewhere] = [(await makeTopic(db())).id, (await makeTopic(db())).id]
    for (const text of [NEARLY[0], NEARLY[1]]) {
      await say(await makeAuthor(), { topicId: topic, text })
    }
    await say(await makeAuthor(), { topicId: topic, text: '门卫室旁边的树挡住了路灯，晚上很黑。' })
    const near = await say(await makeAuthor(), { topicId: topic, text: NEARLY[2] })
    expect(await rulesOf(near.commentId)).toEqual([['topicRepeat', { n: 2 }]])
    const other = await say(await makeAuthor(), { topicId: elsewhere, text: NEARLY[2] })
    expect(await rulesOf(other.commentId)).toEqual([])
  })

  it('count from the likeness that is set', async () => {
    const topic = (await makeTopic(db())).id
    await say(await makeAuthor(), { topicId: topic, text: NEARLY[0] })
    const id = 'topicRepeat'
    await db().screeningRule.create({
      data: { id, mode: 'on', asks: 'watch', settings: { similarity: 100 } },
    })
    site.container.pages.drop(['screening'])
    const near = await say(await makeAuthor(), { topicId: topic, text: NEARLY[1] })
    await db().screeningRule.delete({ where: { id } })
    site.container.pages.drop(['screening'])
    expect(await rulesOf(near.commentId)).toEqual([])
  })

  it('are looked for in an edit, where the text itself is none', async () => {
    const topic = (await makeTopic(db())).id
    await say(await makeAuthor(), { topicId: topic, text: NEARLY[0] })
    const author = await makeAuthor()
    const { commentId } = await say(author, { topicId: topic, text: '我再想想，之后再来说。' })
    await editComment(site.scope(author), {
      commentId,
      seenVersion: 1,
      text: NEARLY[1],
      kind: 'opinion',
    })
    expect(await rulesOf(commentId)).toEqual([['topicRepeat', { n: 1 }]])
  })
})

it('a rule on trial is counted without effect, and one that is off finds nothing', async () => {
  await db().screeningRule.create({
    data: { id: 'phone', mode: 'trial', asks: 'mask', settings: {} },
  })
  await db().screeningRule.create({
    data: { id: 'email', mode: 'off', asks: 'mask', settings: {} },
  })
  site.container.pages.drop(['screening'])
  const author = await makeAuthor()
  const { commentId } = await say(author, {
    topicId: after,
    text: '打13800138000或写信给zhang@example.com',
  })
  const comment = await read(commentId)
  expect(comment.latestRevision).toMatchObject({
    originalText: null,
    findings: [{ rule: 'phone', trial: true }],
  })
  expect(comment.tasks).toMatchObject([{ rules: [], risk: 0 }])
})
