import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/person/actor'
import { createSessions } from '~/server/auth/session.server'
import { newId } from '~/server/ids.server'
import { makeAssigner, makeOffice } from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { serveSite } from '#tests/setup/rendered-site'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let served: Awaited<ReturnType<typeof serveSite>>
let place: { topicId: string; leadId: string; memberId: string }

beforeAll(async () => {
  const { id: topicId } = await makeTopic(db(), { stage: 'handling' })
  const lead = await makeComment(db(), { topicId })
  const groupId = newId(site.now.getTime())
  await db().demandGroup.create({
    data: {
      id: groupId,
      topicId,
      leadCommentId: lead.id,
      size: 2,
      createdById: lead.authorId,
      createdAt: site.now,
    },
  })
  const member = await makeComment(db(), { topicId, demandGroupId: groupId })
  place = { topicId, leadId: lead.id, memberId: member.id }
  served = await serveSite(site)
}, 180_000)

afterAll(() => served?.close())

async function linksOn(path: string, viewer: Actor | null): Promise<string[]> {
  const cookie =
    viewer &&
    (await createSessions(site.container).start({
      personId: viewer.personId,
      secondFactor: true,
      userAgent: '',
      addressHash: '',
      now: site.now,
    }))
  const answer = await fetch(served.url + path, {
    headers: cookie ? { cookie: cookie.split(';')[0] ?? '' } : {},
  })
  expect(answer.status).toBe(200)
  const links = (await answer.text()).matchAll(/(?:href|action)="(\/desk\/assign\?[^"]+)"/g)
  return [...new Set([...links].map(([, href = '']) => href))].sort()
}

const pages = () => {
  const { topicId, leadId } = place
  const comment = `/topics/${topicId}/comments/${leadId}`
  return [`/topics/${topicId}`, comment, `${comment}/same`]
}

describe('the links to 交办', () => {
  it('lead who assigns from a topic, a comment and a group to the form for it', async () => {
    const assigner = await makeAssigner(site)
    await makeOffice(site)
    const [topic, comment, group] = pages()
    const ofTopic = `/desk/assign?topic=${place.topicId}`
    const ofComment = `/desk/assign?comment=${place.leadId}`
    expect(await linksOn(topic ?? '', assigner)).toEqual([ofComment, ofTopic])
    expect(await linksOn(comment ?? '', assigner)).toEqual([ofComment])
    expect(await linksOn(group ?? '', assigner)).toEqual([ofComment])
    expect(await linksOn(ofComment, assigner)).toEqual([ofComment])
    expect(await linksOn(ofTopic, assigner)).toEqual([ofTopic])
  })

  it('are shown to nobody else, whoever read the page before', async () => {
    const office = await makeOffice(site)
    for (const viewer of [null, await makeActor(db()), office.drafter, office.signer]) {
      for (const page of pages()) expect(await linksOn(page, viewer)).toEqual([])
    }
  })

  it('are not shown where the topic is closed', async () => {
    const { id: topicId } = await makeTopic(db(), { stage: 'closed' })
    await makeComment(db(), { topicId })
    expect(await linksOn(`/topics/${topicId}`, await makeAssigner(site))).toEqual([])
  })
})
