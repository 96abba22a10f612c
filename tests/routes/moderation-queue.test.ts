import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { fileAppeal } from '~/commands/file-appeal.server'
import { openSecondLook } from '~/commands/open-second-look.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { withdrawComment } from '~/commands/withdraw-comment.server'
import type { Actor } from '~/domain/person/actor'
import { action, loader } from '~/routes/moderation/queue'
import { transact } from '~/server/transact.server'
import { csrfToken } from '~/server/auth/csrf.server'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let moderator: Actor

beforeAll(async () => {
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  await db().rejectionReason.createMany({
    data: [
      { code: 'advertising', label: '广告', text: '含有商业推广。', position: 1 },
      { code: 'retired', label: '旧', text: '停用。', position: 2, active: false },
    ],
  })
})

function argsOf(path: string, viewer: Actor, fields?: Record<string, string>): ActionFunctionArgs {
  const url = new URL(path, 'http://localhost')
  const body = fields && new URLSearchParams(fields)
  return {
    request: new Request(url, { method: body ? 'POST' : 'GET', body }),
    params: {},
    context: { request: { scope: site.scope(viewer), url, viewer, container: site.container } },
  } as unknown as ActionFunctionArgs
}

/** Sends a decision as the page would, and returns the answer: data with its status, or a redirect. */
async function send(path: string, viewer: Actor, fields: Record<string, string>) {
  const csrf = csrfToken(site.container.keys.csrf, viewer.sessionId)
  return action(argsOf(path, viewer, { csrf, ...fields }))
}

async function read(path: string, viewer: Actor = moderator) {
  const answer = await loader(argsOf(path, viewer))
  return { status: answer.init?.status, ...answer.data }
}

async function makeWaiting(given: Parameters<typeof makeComment>[1] = {}) {
  const comment = await makeComment(db(), { status: 'pending', ...given })
  const fields = {
    commentId: comment.id,
    revisionId: comment.latestRevisionId,
    version: String(comment.version),
  }
  return { comment, fields }
}

function location(answer: unknown): URL {
  if (!(answer instanceof Response)) throw new Error('not a redirect')
  expect(answer.status).toBe(303)
  return new URL(answer.headers.get('location') ?? '', 'http://localhost')
}

describe('a decision sent from the queue', () => {
  it('leads on to the next one, and says what was done', async () => {
    const topic = await makeTopic(db())
    const at = (n: number) => new Date(TEST_NOW.getTime() - (10 - n) * 60_000)
    const first = await makeWaiting({ topicId: topic.id, createdAt: at(1) })
    const second = await makeWaiting({ topicId: topic.id, createdAt: at(2) })
    const path = `/moderation?topic=${topic.id}&item=${first.comment.id}`

    const next = location(await send(path, moderator, { ...first.fields, outcome: 'approve' }))
    expect(next.pathname).toBe('/moderation')
    expect(Object.fromEntries(next.searchParams)).toEqual({
      topic: topic.id,
      item: second.comment.id,
      done: first.comment.id,
    })
    const page = await read(next.pathname + next.search)
    expect(page).toMatchObject({
      status: 200,
      item: { id: second.comment.id, open: true },
      done: { commentId: first.comment.id, outcome: 'approve', topicTitle: topic.title },
    })

    const last = location(
      await send(next.pathname + next.search, moderator, {
        ...second.fields,
        outcome: 'return',
        request: '请补充地点。',
      }),
    )
    expect(Object.fromEntries(last.searchParams)).toEqual({
      topic: topic.id,
      done: second.comment.id,
    })
    expect(await read(last.pathname + last.search)).toMatchObject({
      item: null,
      done: { outcome: 'return' },
      queue: { entries: [] },
    })
  })

  it('without what it needs comes back with what was typed', async () => {
    const { comment, fields } = await makeWaiting()
    const path = `/moderation?item=${comment.id}`
    const refusals = [
      [{ outcome: 'reject', note: '备注' }, 'reason', 'moderation.reject.missing'],
      [
        { outcome: 'reject', reason: 'advertising', 'advertising-text': ' ' },
        'reasonText',
        'moderation.reject.wordsMissing',
      ],
      [
        { outcome: 'reject', reason: 'retired', 'retired-text': '停用的原因。' },
        'reason',
        'moderation.reject.unknown',
      ],
      [{ outcome: 'return', request: '' }, 'request', 'moderation.return.missing'],
      [
        { outcome: 'return', request: '长'.repeat(501), note: '备注' },
        'request',
        'moderation.text.tooLong',
      ],
      [{ outcome: 'return', request: '看\0不见' }, 'request', 'moderation.text.unreadable'],
    ] as const
    for (const [typed, field, key] of refusals) {
      const answer = await send(path, moderator, { ...fields, ...typed })
      expect(answer).toMatchObject({
        init: { status: 422 },
        data: {
          returned: {
            outcome: typed.outcome,
            form: { values: typed, errors: { [field]: [{ key }] } },
          },
        },
      })
      expect(JSON.stringify(answer)).not.toContain('csrf')
    }
    expect(await db().moderationDecision.count({ where: { commentId: comment.id } })).toBe(0)
  })

  it('that comes too late says who was faster, and keeps what was typed', async () => {
    const faster = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
    const { comment, fields } = await makeWaiting()
    await approveComment(site.scope(faster), {
      commentId: comment.id,
      revisionId: comment.latestRevisionId,
      version: comment.version,
    })
    const answer = await send(`/moderation?item=${comment.id}`, moderator, {
      ...fields,
      outcome: 'reject',
      reason: 'advertising',
      'advertising-text': '写了很久的说明。',
    })
    expect(answer).toMatchObject({
      init: { status: 409 },
      data: {
        conflict: {
          what: 'approve',
          who: faster.displayName,
          at: TEST_NOW.toISOString(),
          mine: false,
          typed: '写了很久的说明。',
        },
        returned: { form: { values: { 'advertising-text': '写了很久的说明。' } } },
      },
    })

    const refused = await makeWaiting()
    await rejectComment(site.scope(faster), {
      commentId: refused.comment.id,
      revisionId: refused.comment.latestRevisionId,
      version: refused.comment.version,
      reasonCode: 'advertising',
      reasonText: '请去掉店名。',
    })
    expect(
      await send('/moderation', moderator, { ...refused.fields, outcome: 'approve' }),
    ).toMatchObject({
      data: { conflict: { what: 'reject', reason: '广告', reasonText: '请去掉店名。' } },
    })

    const withdrawn = await makeWaiting()
    const author = { ...moderator, personId: withdrawn.comment.authorId }
    await withdrawComment(site.scope(author), withdrawn.comment.id)
    const late = await send('/moderation', moderator, { ...withdrawn.fields, outcome: 'approve' })
    expect(late).toMatchObject({ data: { conflict: { what: 'withdrawn', typed: '' } } })
  })

  it('that names nothing, or no decision, is refused', async () => {
    const { fields } = await makeWaiting()
    const broken = [
      { outcome: 'approve' },
      { ...fields, outcome: 'delete' },
      { ...fields, version: '1e9', outcome: 'approve' },
      { ...fields, version: '-1', outcome: 'approve' },
      { ...fields, revisionId: "' OR 1=1", outcome: 'approve' },
    ]
    for (const form of broken) {
      await expect(send('/moderation', moderator, form)).rejects.toMatchObject({ status: 400 })
    }
  })

  it('is a moderator’s, with the token of the session', async () => {
    const { fields } = await makeWaiting()
    const resident = await makeActor(db())
    const approve = { ...fields, outcome: 'approve' }
    await expect(send('/moderation', resident, approve)).rejects.toMatchObject({ status: 403 })
    await expect(
      send('/moderation', moderator, { ...approve, csrf: 'forged' }),
    ).rejects.toMatchObject({ status: 409 })
  })
})

describe('the queue’s page', () => {
  it('has the first that the viewer may decide ready', async () => {
    const topic = await makeTopic(db())
    const own = await makeWaiting({ topicId: topic.id, authorId: moderator.personId })
    expect(await read(`/moderation?topic=${topic.id}`)).toMatchObject({
      named: false,
      item: { id: own.comment.id, recusal: 'own' },
    })
    const elsewhere = await read('/moderation')
    expect(elsewhere.item?.recusal).toBeNull()
  })

  it.each(['secondLook', 'appeal'] as const)(
    'says of the view %s that what waits there is for a colleague, where nobody else is on duty',
    async (view) => {
      await db().grant.updateMany({ where: { role: 'moderator' }, data: { revokedAt: site.now } })
      const sole = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
      const author = await makeActor(db())
      const { comment } = await makeWaiting({ authorId: author.personId })
      const { decisionId } = await rejectComment(site.scope(sole), {
        commentId: comment.id,
        revisionId: comment.latestRevisionId,
        version: comment.version,
        reasonCode: 'advertising',
        reasonText: '请去掉店名。',
      })
      if (view === 'appeal') {
        await fileAppeal(site.scope(author), { commentId: comment.id, text: '这不是广告。' })
      } else {
        await transact(site.scope(), (tx) =>
          openSecondLook(tx, {
            id: decisionId,
            commentId: comment.id,
            revisionId: comment.latestRevisionId,
            moderatorId: sole.personId,
            rules: [],
          }),
        )
      }
      const path = `/moderation?view=${view}&topic=${comment.topicId}`
      expect(await read(path, sole)).toMatchObject({ waitsForAnother: true })
      await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
      expect(await read(path, sole)).toMatchObject({ waitsForAnother: false })
    },
  )

  it('says so when the address names no comment, or a page that there is not', async () => {
    expect(await read('/moderation?item=nonsense')).toMatchObject({ status: 404, item: null })
    await expect(read('/moderation?after=nonsense')).rejects.toMatchObject({ status: 400 })
    expect(await read('/moderation?view=nonsense&done=nonsense')).toMatchObject({
      view: 'pending',
      done: null,
    })
  })
})
