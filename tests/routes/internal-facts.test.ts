import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReturn } from '~/commands/decide-return.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { indexTopic } from '~/commands/open-topic.server'
import { reassignPart } from '~/commands/reassign-part.server'
import { recordFollowUp } from '~/commands/record-follow-up.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestExtension } from '~/commands/request-extension.server'
import { requestReturn } from '~/commands/request-return.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { superviseAssignment } from '~/commands/supervise-assignment.server'
import type { Actor } from '~/domain/person/actor'
import { searchSite } from '~/queries/search-site.server'
import { createSessions } from '~/server/auth/session.server'
import { transact } from '~/server/transact.server'
import { makeAssigner, makeOffice, type Office } from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { serveSite } from '#tests/setup/rendered-site'
import { useTestSite } from '#tests/setup/test-site'

// One matter with everything that is said of it within the offices; nothing of that may stand on any page of the public.

const INTERNAL = {
  note: '请抓紧，别再拖延甲',
  returnAsked: '此事不归我们管乙',
  returnRefused: '你们推不掉的丙',
  extensionAsked: '经办人休假了丁',
  extensionRefused: '这不算理由戊',
  supervised: '领导点名要办己',
  formerDraft: '含糊其辞的初稿庚',
  sentBack: '写得太差了重写辛',
  followUp: '电话里骂人了壬',
}

const site = useTestSite()
const db = () => site.container.database.prisma

let served: Awaited<ReturnType<typeof serveSite>>
let cookie: string
let place: { topicId: string; commentId: string; responseId: string }
let gone: Office[]
let stayed: Office

beforeAll(async () => {
  await importCalendarIfEmpty(site.container)
  const topic = await makeTopic(db(), { stage: 'handling', title: '河边的路灯怎么修？' })
  await transact(site.scope(), (tx) => indexTopic(tx, { ...topic, topicId: topic.id }))
  const author = await makeActor(db())
  const comment = await makeComment(db(), { topicId: topic.id, authorId: author.personId })
  place = await answered(topic.id, comment.id)
  cookie = await cookieOf(author)
  served = await serveSite(site)
}, 180_000)

afterAll(() => served?.close())

async function cookieOf({ personId }: Actor): Promise<string> {
  const started = await createSessions(site.container).start({
    personId,
    secondFactor: true,
    userAgent: '',
    addressHash: '',
    now: site.now,
  })
  return started.split(';')[0] ?? ''
}

async function answered(topicId: string, commentId: string) {
  const lead = await makeOffice(site)
  const [returning, losing, taking] = [
    await makeOffice(site, { name: '城北街道办事处' }),
    await makeOffice(site, { name: '路灯管理站' }),
    await makeOffice(site, { name: '设施养护中心' }),
  ]
  gone = [returning, losing]
  stayed = taking
  const assigner = site.scope(await makeAssigner(site))
  const { assignmentId } = await assignTopic(assigner, {
    topicId,
    commentId,
    workingDays: 15,
    note: INTERNAL.note,
    departments: [
      { departmentId: lead.department.id, part: 'lead' },
      { departmentId: returning.department.id, part: 'joint' },
      { departmentId: losing.department.id, part: 'joint' },
    ],
  })
  const part = async ({ department }: Office) => {
    const key = { assignmentId, departmentId: department.id }
    const { version } = await db().assignmentDepartment.findUniqueOrThrow({
      where: { assignmentId_departmentId: key },
      select: { version: true },
    })
    return { ...key, version }
  }
  const [drafter, signer] = [site.scope(lead.drafter), site.scope(lead.signer)]
  await requestReturn(drafter, { ...(await part(lead)), reason: INTERNAL.returnAsked })
  const refused = { outcome: 'refuse', reason: INTERNAL.returnRefused } as const
  await decideReturn(assigner, { ...(await part(lead)), ...refused })
  const leaving = site.scope(returning.drafter)
  await requestReturn(leaving, { ...(await part(returning)), reason: INTERNAL.returnAsked })
  await decideReturn(assigner, {
    ...(await part(returning)),
    outcome: 'grant',
    successorId: null,
  })
  await reassignPart(assigner, { ...(await part(losing)), successorId: taking.department.id })
  await acknowledgeAssignment(drafter, { assignmentId, departmentId: lead.department.id })
  await requestExtension(drafter, {
    ...(await part(lead)),
    workingDays: 5,
    reason: INTERNAL.extensionAsked,
  })
  await decideExtension(assigner, {
    ...(await part(lead)),
    outcome: 'refuse',
    reason: INTERNAL.extensionRefused,
  })
  await remindDepartment(assigner, await part(lead))
  await superviseAssignment(assigner, { ...(await part(lead)), note: INTERNAL.supervised })

  const draft = {
    assignmentId,
    departmentId: lead.department.id,
    declaredResult: 'resolved' as const,
    answer: [commentId],
    leave: [],
  }
  const first = await saveResponseDraft(drafter, {
    ...draft,
    version: 0,
    text: INTERNAL.formerDraft,
  })
  const waiting = await submitResponse(drafter, { ...first, despiteUnfinished: true })
  await signOffResponse(signer, {
    responseId: first.responseId,
    version: waiting.version,
    outcome: 'return',
    comment: INTERNAL.sentBack,
  })
  const second = await saveResponseDraft(drafter, {
    ...draft,
    version: waiting.version + 1,
    text: '路灯已经修好。',
  })
  const { version } = await submitResponse(drafter, { ...second, despiteUnfinished: true })
  const { responseId } = second
  await signOffResponse(signer, { responseId, version, outcome: 'approve' })
  await recordFollowUp(drafter, { responseId, text: INTERNAL.followUp })
  return { topicId, commentId, responseId }
}

async function read(path: string, session = ''): Promise<string> {
  const answer = await fetch(served.url + path, {
    headers: session ? { cookie: session } : {},
    redirect: 'manual',
  })
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}

describe('what was said within the offices', () => {
  it.each([
    ['the topic page', () => `/topics/${place.topicId}`],
    ['the conversation page', () => `/topics/${place.topicId}/comments/${place.commentId}`],
    ['the answer', () => `/responses/${place.responseId}`],
    ['the receipt', () => `/receipts/${place.commentId}`],
    ['what a person can take along', () => '/me/data.json'],
    ['their notices', () => '/me/notices'],
    ['the front page', () => '/'],
    ['the feed of topics', () => '/feeds/topics'],
    ['the feed of answers', () => '/feeds/responses'],
    ['the feed of outcomes', () => '/feeds/outcomes'],
    ['the search', () => `/search?q=${encodeURIComponent('路灯')}`],
    ['the figures', () => '/statistics'],
    ['the figures as a table', () => '/statistics.csv'],
    ['the figures as data', () => '/statistics.json'],
  ])('is not on %s', async (_what, path) => {
    for (const session of ['', cookie]) {
      if (session === '' && /^\/(receipts|me)/.test(path())) continue
      const found = await read(path(), session)
      expect(Object.values(INTERNAL).filter((words) => found.includes(words))).toEqual([])
    }
  })

  it('stands in no line of the topic’s way: 申退, refusals and 催办', async () => {
    const page = await read(`/topics/${place.topicId}`)
    expect(['申退', '催办', '不同意'].filter((word) => page.includes(word))).toEqual([])
  })

  it('is found by no search', async () => {
    for (const words of Object.values(INTERNAL)) {
      const { hits } = await searchSite(site.scope(), words, { kind: null, after: null })
      expect(hits).toEqual([])
    }
  })
})

describe('a department that left the joint answer', () => {
  it.each([
    ['the answer', () => `/responses/${place.responseId}`],
    ['the receipt', () => `/receipts/${place.commentId}`],
  ])('is not named on %s, and who stayed is', async (_what, path) => {
    const page = await read(path(), cookie)
    const named = [stayed, ...gone].map(({ department }) => department.name)
    expect(named.filter((name) => page.includes(name))).toEqual([stayed.department.name])
  })
})
