import type { LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { editTopic } from '~/commands/edit-topic.server'
import { renewCalendarLink, revokeCalendarLink } from '~/commands/renew-calendar-link.server'
import { indexTopic } from '~/commands/open-topic.server'
import type { Viewer } from '~/domain/person/actor'
import { getDueCalendar, getCalendarLink } from '~/queries/get-due-calendar.server'
import { loader as feedLoader } from '~/routes/public/feed'
import { loader as calendarLoader } from '~/routes/resources/due-calendar'
import { transact } from '~/server/transact.server'
import { newId } from '~/server/ids.server'
import { makeAssignment, makePublished, makeSubmitted } from '#tests/factories/desk'
import { makeActor, makeCategory, makeStudio, makeTopic } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ PUBLIC_URL: 'https://lianxin.example.gov.cn' })
const db = () => site.container.database.prisma

/** What a loader answers to a guest. */
async function answer(
  loader: (args: LoaderFunctionArgs) => Promise<Response>,
  params: Record<string, string>,
): Promise<string> {
  const request = new Request('https://lianxin.example.gov.cn/')
  const context = { request: { scope: site.scope(null), url: new URL(request.url) } }
  const response = await loader({ request, params, context: context as never })
  return response.text()
}

const feed = (kind: string, id?: string) => answer(feedLoader, { kind, ...(id && { id }) })
const entriesOf = (xml: string) => xml.split('<entry>').slice(1)

async function openedTopic(given: Parameters<typeof makeTopic>[1] = {}) {
  const topic = await makeTopic(db(), given)
  await transact(site.scope(), (tx) => indexTopic(tx, { ...topic, topicId: topic.id }))
  return topic
}

describe('a feed', () => {
  it('carries new topics with their addresses, and text that is no markup', async () => {
    const topic = await openedTopic({ title: '电梯 <怎么> & 装]]>？' })
    const xml = await feed('topics')
    expect(xml).toContain('<link rel="self" href="https://lianxin.example.gov.cn/feeds/topics"/>')
    const [entry] = entriesOf(xml)
    expect(entry).toContain(`<id>https://lianxin.example.gov.cn/topics/${topic.id}</id>`)
    expect(entry).toContain('电梯 &lt;怎么&gt; &amp; 装]]&gt;？')
  })

  it('of answers carries them and nothing else, by their own addresses', async () => {
    const topic = await openedTopic()
    const { assignmentId, office } = await makeAssignment(site, { topicId: topic.id })
    const { responseId } = await makePublished(site, assignmentId, office!)
    const entries = entriesOf(await feed('responses'))
    expect(entries).toHaveLength(1)
    expect(entries[0]).toContain(`https://lianxin.example.gov.cn/responses/${responseId}`)
    expect(entriesOf(await feed('outcomes'))).toEqual([])
  })

  it('of promises carries those of an answer, each by its own address', async () => {
    const topic = await openedTopic({ title: '路灯坏了怎么修？' })
    const { assignmentId, office } = await makeAssignment(site, { topicId: topic.id })
    const text = '情况属实。\n\n三日内更换灯头。'
    const waiting = await makeSubmitted(site, assignmentId, office!, { text })
    const promiseId = newId(site.now.getTime())
    const { authorId } = await db().responseDraft.findFirstOrThrow({
      where: { responseId: waiting.responseId },
    })
    await db().responsePromise.create({
      data: {
        id: promiseId,
        responseId: waiting.responseId,
        words: '三日内更换灯头。',
        responsible: '设施科',
        dueOn: new Date('2026-11-26'),
        authorId,
        createdAt: site.now,
      },
    })
    await signOffResponse(site.scope(office!.signer), { ...waiting, outcome: 'approve' })
    const [entry] = entriesOf(await feed('commitments'))
    expect(entry).toContain(`<id>https://lianxin.example.gov.cn/commitments/${promiseId}</id>`)
    expect(entry).toContain('承诺：路灯坏了怎么修？')
    expect(entry).toContain('三日内更换灯头。')
  })

  it('of a category follows a topic that moves there, with its answers; that of a studio keeps it', async () => {
    const [from, to] = [await makeCategory(db()), await makeCategory(db())]
    const studio = await makeStudio(db())
    const topic = await openedTopic({ categoryId: from.id, studioId: studio.id })
    const { assignmentId, office } = await makeAssignment(site, { topicId: topic.id })
    await makePublished(site, assignmentId, office!)
    expect(entriesOf(await feed('categories', from.id))).toHaveLength(2)
    const { id, title, question, background, districtId, tags, closesAt, mode } = topic
    const convener = await makeActor(db(), [{ role: 'convener', studioId: studio.id }])
    const { version } = await db().topic.findUniqueOrThrow({ where: { id } })
    await editTopic(site.scope(convener), {
      ...{ topicId: id, version, title, question, background, districtId, tags, closesAt, mode },
      categoryId: to.id,
    })
    expect(entriesOf(await feed('categories', from.id))).toEqual([])
    expect(entriesOf(await feed('categories', to.id))).toHaveLength(2)
    expect(entriesOf(await feed('studios', studio.id))).toHaveLength(2)
  })

  it('that there is none of is not found', async () => {
    for (const [kind, id] of [
      ['comments', undefined],
      ['topics', 'x'],
      ['categories', undefined],
      ['categories', 'x'],
      ['studios', '01900000000000000000000000'],
    ] as const) {
      await expect(feed(kind, id)).rejects.toMatchObject({ status: 404 })
    }
  })
})

describe('the calendar of an official', () => {
  const calendar = (token: string) => answer(calendarLoader, { token: `${token}.ics` })
  const linkOf = async (viewer: Viewer) => (await getCalendarLink(site.scope(viewer)))?.token ?? ''

  it('shows what is due on its last day, by a secret address and no session', async () => {
    const { assignmentId, dueAt, office } = await makeAssignment(site)
    await renewCalendarLink(site.scope(office!.drafter))
    const text = await calendar(await linkOf(office!.drafter))
    const lastDay = new Date(dueAt.getTime() + 8 * 3_600_000 - 1).toISOString().slice(0, 10)
    expect(text).toContain(`DTSTART;VALUE=DATE:${lastDay.replaceAll('-', '')}`)
    expect(text.replaceAll(/\r\n /g, '')).toContain(
      `https://lianxin.example.gov.cn/desk/${assignmentId}`,
    )
    expect(text).toContain('BEGIN:VALARM')
    // Whose address it is sees the own department alone.
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    await makePublished(site, assignmentId, office!)
    expect(await calendar(await linkOf(office!.drafter))).not.toContain('BEGIN:VEVENT')
  })

  it('opens to no other address: invented, changed, ended, or of who is no official any more', async () => {
    const { office } = await makeAssignment(site)
    const { drafter, signer } = office!
    const read = (token: string) => getDueCalendar(site.scope(null), token)
    await renewCalendarLink(site.scope(drafter))
    const first = await linkOf(drafter)
    expect(await read(first)).toHaveLength(1)
    for (const wrong of ['', 'x', first.slice(0, -1), `${signer.personId}${first.slice(26)}`]) {
      await expect(read(wrong)).rejects.toMatchObject({ code: 'notFound' })
    }
    await renewCalendarLink(site.scope(drafter))
    await expect(read(first)).rejects.toMatchObject({ code: 'notFound' })
    const second = await linkOf(drafter)
    await db().grant.updateMany({
      where: { personId: drafter.personId },
      data: { revokedAt: site.now },
    })
    expect(await read(second)).toEqual([])
    await revokeCalendarLink(site.scope(drafter))
    await expect(read(second)).rejects.toMatchObject({ code: 'notFound' })
    await expect(renewCalendarLink(site.scope(await makeActor(db())))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
