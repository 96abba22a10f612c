import type { ActionFunctionArgs } from '@remix-run/node'
import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '~/domain/person/actor'
import { action } from '~/routes/topics/new-comment'
import { csrfToken } from '~/server/auth/csrf.server'
import { newId } from '~/server/ids.server'
import { getReviewItem } from '~/queries/get-review-item.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let author: Actor
let topicId: string
beforeAll(async () => {
  author = await makeActor(db(), [], { createdAt: new Date('2025-01-01T00:00:00Z') })
  topicId = (await makeTopic(db())).id
  await db().listedWord.create({
    data: { id: newId(0), word: '代开票据', list: 'refuse', createdAt: site.now },
  })
  site.container.pages.drop(['screening'])
})

/** Sends the form: a redirect, or what the page shows again with its status. */
async function send(text: string, confirmed?: string) {
  const csrf = csrfToken(site.container.keys.csrf, author.sessionId)
  const url = new URL(`http://localhost/topics/${topicId}/comments`)
  const fields = { csrf, text, kind: 'opinion', ...(confirmed && { confirmed }) }
  const answer = await action({
    request: new Request(url, { method: 'POST', body: new URLSearchParams(fields) }),
    params: { topicId },
    context: {
      request: { scope: site.scope(author), url, viewer: author, container: site.container },
    },
  } as unknown as ActionFunctionArgs)
  if (!('init' in answer)) {
    return { status: answer.status, location: answer.headers.get('location') ?? '', data: null }
  }
  return { status: answer.init?.status, location: '', data: answer.data }
}

const TEXT = '我住3号楼，有意见可以打我电话13800000000。'

it('a text with a telephone number comes back once, marked, and is then taken in', async () => {
  const first = await send(TEXT)
  expect(first.status).toBe(422)
  expect(first.data?.form.values['text']).toBe(TEXT)
  expect(first.data?.advice).toMatchObject({
    text: TEXT,
    refused: false,
    findings: [{ rule: 'phone', evidence: [{ start: 15, end: 26 }] }],
  })
  const second = await send(TEXT, first.data?.advice?.confirmation)
  expect(second).toMatchObject({ status: 303, location: expect.stringContaining('/receipts/') })
})

it('the confirmation is bound to the text', async () => {
  const { data } = await send('打13900000001')
  const other = await send('打13900000002', data?.advice?.confirmation)
  expect(other.status).toBe(422)
  expect(other.data?.advice?.text).toBe('打13900000002')
})

it('what is refused comes back with the words kept, and no confirmation helps', async () => {
  const refused = await send('代·开·票·据，便宜')
  expect(refused).toMatchObject({
    status: 422,
    data: {
      form: { values: { text: '代·开·票·据，便宜' }, errors: { text: [{}] } },
      advice: {
        refused: true,
        findings: [{ rule: 'wordsRefuse', evidence: [{ start: 0, end: 7 }] }],
      },
    },
  })
  const again = await send('代·开·票·据，便宜', refused.data?.advice?.confirmation)
  expect(again.status).toBe(422)
})

it('the moderator sees what was found, with the text as it was typed', async () => {
  const { data } = await send('打13911112222')
  const { location } = await send('打13911112222', data?.advice?.confirmation)
  const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  const item = await getReviewItem(site.scope(moderator), location.split('/').at(-1) ?? '')
  expect(item?.revision).toMatchObject({
    text: '打139****2222',
    originalText: '打13911112222',
    findings: [
      { rule: 'phone', asks: 'mask', evidence: [{ start: 1, end: 12 }], params: { n: 1 } },
    ],
  })
})
