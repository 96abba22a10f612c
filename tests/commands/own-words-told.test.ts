import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { askReopening } from '~/commands/ask-reopening.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReopening } from '~/commands/decide-reopening.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { addProgressNote } from '~/commands/note-commitment.server'
import { rateResponse } from '~/commands/rate-response.server'
import { requestExtension } from '~/commands/request-extension.server'
import { savePromise } from '~/commands/save-promise.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { submitResponse } from '~/commands/submit-response.server'
import type { Actor } from '~/domain/person/actor'
import { listNotices } from '~/queries/list-notices.server'
import { newId } from '~/server/ids.server'
import { makeAnswered } from '#tests/factories/answered'
import { makeAssigner, makeAssignment, makeDraft, makeOffice } from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

// What happens to one's own words is told in the product, whatever else one wants.

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

/** The kinds of what a person was told of their own words, the newest first. */
const told = async (viewer: Actor) =>
  (await listNotices(site.scope(viewer), { after: null })).notices
    .filter(({ own }) => own)
    .map(({ fact }) => fact.kind)

const factOf = async (viewer: Actor) =>
  (await listNotices(site.scope(viewer), { after: null })).notices[0]?.fact

/** A comment, another that is the same demand, and one that was taken back. */
async function makeGroup() {
  const topic = await makeTopic(db())
  const [lead, member, gone]: [Actor, Actor, Actor] = [
    await makeActor(db()),
    await makeActor(db()),
    await makeActor(db()),
  ]
  const comment = await makeComment(db(), { topicId: topic.id, authorId: lead.personId })
  const group = await db().demandGroup.create({
    data: {
      id: newId(TEST_NOW.getTime()),
      topicId: topic.id,
      leadCommentId: comment.id,
      size: 2,
      createdById: lead.personId,
      createdAt: TEST_NOW,
    },
  })
  const of = { topicId: topic.id, demandGroupId: group.id }
  await makeComment(db(), { ...of, authorId: member.personId })
  await makeComment(db(), { ...of, authorId: gone.personId, status: 'withdrawn' })
  const office = await makeOffice(site)
  const departmentId = office.department.id
  const assigner = await makeAssigner(site)
  const { assignmentId } = await assignTopic(site.scope(assigner), {
    topicId: topic.id,
    commentId: comment.id,
    wholeGroup: true,
    departments: [{ departmentId, part: 'lead' }],
    workingDays: 15,
  })
  const seen = async () => {
    const { version } = await db().assignmentDepartment.findUniqueOrThrow({
      where: { assignmentId_departmentId: { assignmentId, departmentId } },
    })
    return { assignmentId, departmentId, version }
  }
  return { lead, member, gone, office, assigner, assignmentId, comment, seen }
}

describe('in the product, the authors of a group of 同类诉求', () => {
  it('are told that it was assigned, to whom and until when', async () => {
    const { lead, member, gone, office, comment } = await makeGroup()
    expect(await told(lead)).toEqual(['commentAssigned'])
    expect(await told(member)).toEqual(['commentAssigned'])
    expect(await told(gone)).toEqual([])
    expect(await factOf(member)).toEqual({
      kind: 'commentAssigned',
      data: { commentId: comment.id, department: office.department.name, dueOn: '2026-12-14' },
    })
  })

  it('are told of more time for the answer, by text message, too', async () => {
    const { lead, member, gone, office, assigner, seen } = await makeGroup()
    await acknowledgeAssignment(site.scope(office.drafter), await seen())
    const asked = { workingDays: 5, reason: '需要现场检测。' }
    await requestExtension(site.scope(office.drafter), { ...(await seen()), ...asked })
    await decideExtension(site.scope(assigner), { ...(await seen()), outcome: 'grant' })
    for (const author of [lead, member]) {
      expect(await told(author)).toEqual(['assignmentExtended', 'commentAssigned'])
      const texts = await db().textMessage.findMany({ where: { personId: author.personId } })
      expect(texts.map(({ body }) => body)).toEqual([
        expect.stringContaining('答复期限延长至 2026年12月21日'),
      ])
    }
    expect(await told(gone)).toEqual([])
    expect(await factOf(lead)).toMatchObject({ data: { dueOn: '2026-12-21' } })
  })
})

describe('in the product, who asked for 重新办理', () => {
  const UNSOLVED = {
    resolution: 'dissatisfied',
    attitude: 'satisfied',
    speed: 'satisfied',
    reason: 'result',
    text: '',
    version: 0,
  } as const

  async function makeAsked(ofComment: boolean) {
    const made = await makeAnswered(site, { ofComment })
    const { resident, responseId } = made
    await rateResponse(site.scope(resident), { responseId, ...UNSOLVED })
    const { reopeningId } = await askReopening(site.scope(resident), {
      responseId,
      reason: '路灯还是不亮。',
    })
    const decide = (outcome: 'grant' | 'decline') =>
      decideReopening(site.scope(made.assigner), {
        reopeningId,
        version: 1,
        outcome,
        explanation: '已转告物业。',
      })
    return { ...made, decide }
  }

  it('is told that it was granted, and until when it is answered, once', async () => {
    const { resident, neighbour, decide } = await makeAsked(true)
    await decide('grant')
    expect(await told(resident)).toEqual([
      'reopeningDecided',
      'responsePublished',
      'commentAssigned',
    ])
    expect(await factOf(resident)).toMatchObject({
      data: { dueOn: '2026-12-07' },
    })
    expect(await told(neighbour)).toEqual([])
  })

  it('is told that it was not', async () => {
    const { resident, decide } = await makeAsked(false)
    await decide('decline')
    expect((await told(resident))[0]).toBe('reopeningDecided')
    expect(await factOf(resident)).toMatchObject({ data: { dueOn: null } })
  })
})

describe('an answer to a whole topic', () => {
  it('is told to everybody who spoke in it, as everybody is asked to rate it', async () => {
    const { resident, neighbour } = await makeAnswered(site)
    expect(await told(resident)).toContain('responsePublished')
    expect(await told(neighbour)).toContain('responsePublished')
  })

  it('to one comment is told to its author alone', async () => {
    const { resident, neighbour } = await makeAnswered(site, { ofComment: true })
    expect(await told(resident)).toContain('responsePublished')
    expect(await told(neighbour)).toEqual([])
  })
})

describe('the progress of a promise', () => {
  it('is told to whose words were answered', async () => {
    const topic = await makeTopic(db(), { stage: 'handling' })
    const resident = await makeActor(db())
    const comment = await makeComment(db(), { topicId: topic.id, authorId: resident.personId })
    const office = await makeOffice(site)
    const { assignmentId } = await makeAssignment(site, {
      topicId: topic.id,
      commentId: comment.id,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const words = '12月10日前更换灯头6处。'
    const draft = await makeDraft(site, assignmentId, office, { text: words, answer: [comment.id] })
    const { promiseId } = await savePromise(site.scope(office.drafter), {
      responseId: draft.responseId,
      promiseId: null,
      words,
      responsible: '市政设施科',
      dueOn: '2026-12-10',
    })
    const { version } = await submitResponse(site.scope(office.drafter), {
      ...draft,
      despiteUnfinished: true,
    })
    const { responseId } = draft
    await signOffResponse(site.scope(office.signer), { responseId, version, outcome: 'approve' })
    await addProgressNote(site.scope(office.drafter), {
      commitmentId: promiseId,
      version: 1,
      text: '已更换3处。',
    })
    expect((await told(resident))[0]).toBe('commitmentProgress')
  })
})
