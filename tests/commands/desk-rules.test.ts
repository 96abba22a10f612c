import { beforeAll, describe, expect, it } from 'vitest'
import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { delegateDesk } from '~/commands/delegate-desk.server'
import { endDelegation } from '~/commands/end-delegation.server'
import { fanOutNotice } from '~/commands/fan-out-notice.server'
import { follow } from '~/commands/follow.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { mergeTopic } from '~/commands/merge-topic.server'
import { rateResponse } from '~/commands/rate-response.server'
import { recordFollowUp } from '~/commands/record-follow-up.server'
import { removeDueRule } from '~/commands/remove-due-rule.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestReturn } from '~/commands/request-return.server'
import { saveDueRule } from '~/commands/save-due-rule.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import { readVoicesPlace } from '~/domain/comment/voices-place'
import { handleRemindDue } from '~/jobs/remind-due.handler.server'
import { createSessions } from '~/server/auth/session.server'
import type { Actor } from '~/domain/person/actor'
import { getAssignForm } from '~/queries/get-assign-form.server'
import { getDeskItem } from '~/queries/get-desk-item.server'
import { getPartActs } from '~/queries/get-part-acts.server'
import { getTopicPage } from '~/queries/get-topic-page.server'
import { getTopicTimeline, getWorkingTimeline } from '~/queries/get-topic-timeline.server'
import { listDesk } from '~/queries/list-desk.server'
import { listNotices } from '~/queries/list-notices.server'
import { listRequests } from '~/queries/list-requests.server'
import { makeAnswered } from '#tests/factories/answered'
import {
  makeAssigner,
  makeAssignment,
  makeOffice,
  makePublished,
  makeSubmitted,
} from '#tests/factories/desk'
import { makeActor, makeComment, makeTopic } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

beforeAll(() => importCalendarIfEmpty(site.container))

const DAY_MS = 86_400_000
const day = (days: number) => new Date(TEST_NOW.getTime() + days * DAY_MS)
const at = (scope: ReturnType<typeof site.scope>, now: Date) => ({ ...scope, now })

describe('委托', () => {
  it('gives a colleague the duties of who is away, for as long as it lasts', async () => {
    const office = await makeOffice(site)
    const departmentId = office.department.id
    const { drafter, signer } = office
    const given = await delegateDesk(site.scope(signer), {
      departmentId,
      fromId: signer.personId,
      toId: drafter.personId,
      startsAt: new Date(Date.now() - DAY_MS),
      endsAt: new Date(Date.now() + DAY_MS),
      reason: '年休假。',
    })
    if (!given.ok) throw new Error('it was refused')
    const sessions = createSessions(site.container)
    const cookie = await sessions.start({
      personId: drafter.personId,
      secondFactor: true,
      userAgent: '',
      addressHash: '',
      now: site.now,
    })
    const duties = async () =>
      (await sessions.read(cookie, site.now))?.grants.map(({ duty }) => duty).sort()
    expect(await duties()).toEqual(['draft', 'sign'])

    // Who drafted still does not sign, whomever they stand in for.
    const { assignmentId } = await makeAssignment(site, {
      departments: [{ departmentId, part: 'lead' }],
    })
    const waiting = await makeSubmitted(site, assignmentId, office)
    const standIn = await sessions.read(cookie, site.now)
    await expect(
      signOffResponse(site.scope(standIn), { ...waiting, outcome: 'approve' }),
    ).rejects.toMatchObject({ code: 'forbidden', params: { obstacle: 'drafted' } })

    const stranger = await makeOffice(site)
    await expect(endDelegation(site.scope(stranger.signer), given.id)).rejects.toMatchObject({
      code: 'notFound',
    })
    await endDelegation(site.scope(signer), given.id)
    expect(await duties()).toEqual(['draft'])
  })

  it('is for colleagues, and by who is away or heads the department', async () => {
    const office = await makeOffice(site)
    const other = await makeOffice(site)
    const delegation = {
      departmentId: office.department.id,
      fromId: office.signer.personId,
      toId: office.drafter.personId,
      startsAt: day(0),
      endsAt: day(5),
      reason: '出差。',
    }
    await expect(delegateDesk(site.scope(office.drafter), delegation)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      delegateDesk(site.scope(office.signer), { ...delegation, toId: other.drafter.personId }),
    ).rejects.toMatchObject({ code: 'notFound' })
    expect(await delegateDesk(site.scope(office.signer), delegation)).toMatchObject({ ok: true })
    expect(await delegateDesk(site.scope(office.signer), delegation)).toMatchObject({
      ok: false,
      error: { key: 'delegation.problem.overlap' },
    })
  })
})

describe('rules of usual terms', () => {
  it('are kept by administrators, and the form of an assignment goes by the most specific', async () => {
    const admin = site.scope(await makeActor(db(), [{ role: 'admin' }]))
    const topic = await makeTopic(db(), { stage: 'handling' })
    const comment = await makeComment(db(), { topicId: topic.id, kind: 'help' })
    const assigner = site.scope(await makeAssigner(site))
    const days = async () => (await getAssignForm(assigner, { commentId: comment.id })).workingDays
    expect(await days()).toBe(10)
    const help = { categoryId: null, subject: 'help', workingDays: 3 } as const
    const saved = await saveDueRule(admin, { seen: null, fields: help })
    if (!saved.ok) throw new Error('it was refused')
    expect(await days()).toBe(3)
    expect(await saveDueRule(admin, { seen: null, fields: help })).toMatchObject({
      ok: false,
      error: { key: 'admin.dueRules.twice' },
    })
    const ofCategory = { ...help, categoryId: topic.categoryId, workingDays: 2 }
    await saveDueRule(admin, { seen: null, fields: ofCategory })
    expect(await days()).toBe(2)
    const seen = { id: saved.id, version: 7 }
    await expect(saveDueRule(admin, { seen, fields: help })).rejects.toMatchObject({
      code: 'conflict',
    })
    await db().dueRule.deleteMany({ where: { categoryId: topic.categoryId } })
    await removeDueRule(admin, saved.id)
    expect(await days()).toBe(10)
    await expect(removeDueRule(assigner, saved.id)).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('并案', () => {
  it('closes what is owed, leads to the other topic and shows its answer', async () => {
    const [from, into] = [
      await makeTopic(db(), { stage: 'handling' }),
      await makeTopic(db(), { stage: 'handling' }),
    ]
    const office = await makeOffice(site)
    const owed = await makeAssignment(site, { topicId: from.id })
    const answered = await makeAssignment(site, {
      topicId: into.id,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const convener = await makeActor(db(), [{ role: 'convener', studioId: from.studioId }])
    const input = { topicId: from.id, version: 1, intoCode: into.code, reason: '同一件事。' }
    await expect(mergeTopic(site.scope(await makeActor(db())), input)).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await mergeTopic(site.scope(convener), { ...input, intoCode: from.code })).toMatchObject(
      { ok: false, field: 'intoCode' },
    )
    expect(await mergeTopic(site.scope(convener), input)).toEqual({ ok: true, intoId: into.id })
    const part = await db().assignmentDepartment.findFirstOrThrow({
      where: { assignmentId: owed.assignmentId },
    })
    expect(part).toMatchObject({ state: 'merged', closedAt: site.now })
    const last = async (topicId: string) =>
      (await getTopicTimeline(site.scope(), topicId)).at(-1)?.kind
    expect([await last(from.id), await last(into.id)]).toEqual(['merged', 'tookIn'])

    const waiting = await makeSubmitted(site, answered.assignmentId, office, { text: '一并答复。' })
    await signOffResponse(site.scope(office.signer), { ...waiting, outcome: 'approve' })
    const page = await getTopicPage(
      site.scope(),
      from.id,
      readVoicesPlace(() => null),
    )
    expect(page.topic.mergedInto?.id).toBe(into.id)
    expect(page.front?.responses.map(({ html }) => html).join()).toContain('一并答复')
    await expect(mergeTopic(site.scope(convener), { ...input, version: 2 })).rejects.toMatchObject({
      code: 'conflict',
    })
  })
})

describe('who followed or spoke in a merged topic', () => {
  it('follows the other one, is told once, and reads of its answer', async () => {
    const [from, into] = [
      await makeTopic(db(), { stage: 'handling' }),
      await makeTopic(db(), { stage: 'handling' }),
    ]
    const [follower, author, both] = [
      await makeActor(db()),
      await makeActor(db()),
      await makeActor(db()),
    ]
    await follow(site.scope(follower), { kind: 'topic', id: from.id }, true)
    await follow(site.scope(both), { kind: 'topic', id: from.id }, true)
    await follow(site.scope(both), { kind: 'topic', id: into.id }, true)
    await makeComment(db(), { topicId: from.id, authorId: author.personId })
    const unheard = await makeActor(db())
    await makeComment(db(), { topicId: from.id, authorId: unheard.personId, status: 'pending' })
    const owed = await makeAssignment(site, { topicId: from.id })
    const office = await makeOffice(site)
    const { assignmentId } = await makeAssignment(site, {
      topicId: into.id,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const convener = await makeActor(db(), [{ role: 'convener', studioId: from.studioId }])
    await mergeTopic(site.scope(convener), {
      topicId: from.id,
      version: 1,
      intoCode: into.code,
      reason: '同一件事。',
    })
    await makePublished(site, assignmentId, office)
    for (const { id } of await db().notice.findMany({ where: { topicId: into.id } })) {
      await fanOutNotice(site.scope(), id)
    }
    const told = async (viewer: Actor) =>
      (await listNotices(site.scope(viewer), { after: null })).notices
        .map(({ fact }) => fact.kind)
        .sort()
    for (const person of [follower, author, both]) {
      expect(await told(person)).toEqual(['responsePublished', 'topicMerged'])
    }
    expect(await told(unheard)).toEqual([])
    const texts = await db().textMessage.findMany({
      where: { personId: owed.office?.drafter.personId },
    })
    expect(texts.map(({ body }) => body).join()).toContain('本单位不再单独答复')
  })
})

describe('the desk', () => {
  it('sorts what is owed by how urgent it is, and marks what makes it other than the rest', async () => {
    const office = await makeOffice(site)
    const ask = async (workingDays: number) => {
      const { assignmentId } = await makeAssignment(site, {
        workingDays,
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      return assignmentId
    }
    const [soon, later] = [await ask(2), await ask(15)]
    const view = async (name: Parameters<typeof listDesk>[1]['view'], now = TEST_NOW) =>
      listDesk(at(site.scope(office.signer), now), { view: name })
    const ids = (page: Awaited<ReturnType<typeof view>>) =>
      page.items.map(({ assignmentId }) => assignmentId)
    expect(ids(await view('dueSoon'))).toEqual([soon])
    expect(ids(await view('overdue'))).toEqual([])
    expect(ids(await view('overdue', day(4)))).toEqual([soon])
    const { counts } = await view('open', day(4))
    expect(counts).toMatchObject({ open: 2, overdue: 1, dueSoon: 0, unacknowledged: 2 })

    const seen = { assignmentId: later, departmentId: office.department.id, version: 1 }
    await requestReturn(site.scope(office.drafter), { ...seen, reason: '不属于职责。' })
    const marked = (await view('open')).items.find(({ assignmentId }) => assignmentId === later)
    expect(marked?.request).toBe('return')
    const assigner = site.scope(await makeAssigner(site))
    const requests = await listRequests(assigner)
    expect(requests.items.some(({ assignmentId }) => assignmentId === later)).toBe(true)
    const acts = await getPartActs(assigner, later)
    expect(acts.parts[0]?.acts).toEqual(['decide-return', 'remind', 'supervise'])
  })

  it('shows what is to be followed up while it can be rated', async () => {
    const made = await makeAnswered(site)
    const { office, resident, neighbour, assignmentId, responseId } = made
    const followUp = async (now = TEST_NOW) => {
      const page = await listDesk(at(site.scope(office.signer), now), { view: 'followUp' })
      expect(page.counts.followUp).toBe(page.items.length)
      return page.items.map(({ rating }) => rating?.rated)
    }
    const rate = (who: Actor, version: number, grade: 'satisfied' | 'dissatisfied') =>
      rateResponse(site.scope(who), {
        responseId,
        version,
        resolution: 'satisfied',
        attitude: 'satisfied',
        speed: grade,
        reason: grade === 'dissatisfied' ? 'speed' : null,
        text: '',
      })
    expect(await followUp()).toEqual([0])
    expect(await followUp(day(16))).toEqual([])
    await rate(resident, 0, 'satisfied')
    expect(await followUp()).toEqual([])
    await rate(neighbour, 0, 'dissatisfied')
    await rate(resident, 1, 'satisfied')
    expect(await followUp()).toEqual([2])

    const stranger = await makeOffice(site)
    const note = { responseId, text: '已打电话：嫌慢，下周复查。' }
    await expect(recordFollowUp(site.scope(stranger.drafter), note)).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(
      recordFollowUp(site.scope(office.drafter), { ...note, text: ' ' }),
    ).rejects.toMatchObject({ params: { field: 'text' } })
    await recordFollowUp(site.scope(office.drafter), note)
    expect(await followUp()).toEqual([])
    const { ratings } = await getDeskItem(site.scope(office.signer), assignmentId)
    expect(ratings).toMatchObject({
      awaitsFollowUp: false,
      followUps: [{ text: note.text, name: office.drafter.displayName }],
    })
    // Whoever is 不满意 anew is asked anew; what is taken up again is rated with its new answer.
    await rate(resident, 2, 'dissatisfied')
    expect(await followUp()).toEqual([2])
  })

  it('has what nobody rated only where somebody could', async () => {
    const office = await makeOffice(site)
    const { assignmentId } = await makeAssignment(site, {
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    await makePublished(site, assignmentId, office)
    const { items } = await listDesk(site.scope(office.signer), { view: 'followUp' })
    expect(items).toEqual([])
  })

  it('pages what is to be followed up by the day on which its rating is over', async () => {
    const office = await makeOffice(site)
    const topics = Array.from({ length: 21 }, () => makeTopic(db(), { stage: 'handling' }))
    for (const topic of await Promise.all(topics)) {
      await makeComment(db(), { topicId: topic.id })
      const { assignmentId } = await makeAssignment(site, {
        topicId: topic.id,
        departments: [{ departmentId: office.department.id, part: 'lead' }],
      })
      await makePublished(site, assignmentId, office)
    }
    const scope = site.scope(office.drafter)
    const first = await listDesk(scope, { view: 'followUp' })
    const second = await listDesk(scope, { view: 'followUp', after: first.next ?? '' })
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 1, null])
    const ids = [...first.items, ...second.items].map(({ assignmentId }) => assignmentId)
    expect(new Set(ids).size).toBe(21)
    expect(first.counts.followUp).toBe(21)
  })
})

describe('the clock', () => {
  it('reminds of what is due within three days, once in that time', async () => {
    const office = await makeOffice(site)
    const { assignmentId, topicId } = await makeAssignment(site, {
      workingDays: 3,
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    await acknowledgeAssignment(site.scope(office.drafter), {
      assignmentId,
      departmentId: office.department.id,
    })
    const reminders = async () => {
      await handleRemindDue(site.container)
      const part = await db().assignmentDepartment.findFirstOrThrow({ where: { assignmentId } })
      return part.reminders
    }
    expect(await reminders()).toBe(1)
    expect(await reminders()).toBe(1)
    const timeline = await getWorkingTimeline(site.scope(), topicId)
    expect(timeline.at(-1)).toMatchObject({ kind: 'reminded', internal: true })
  })

  it('reminds once of what was not acknowledged in time, and says so', async () => {
    const office = await makeOffice(site)
    const { assignmentId, topicId } = await makeAssignment(site, {
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    const key = { assignmentId, departmentId: office.department.id }
    const remindersOn = async (days: number) => {
      site.advance(days * DAY_MS)
      await handleRemindDue(site.container)
      site.advance(-days * DAY_MS)
      const part = await db().assignmentDepartment.findFirstOrThrow({ where: { assignmentId } })
      return part.reminders
    }
    expect(await remindersOn(1)).toBe(0)
    // Whoever assigned reminds of it on its last day: that is not the clock's.
    await remindDepartment(at(site.scope(await makeAssigner(site)), day(1)), {
      ...key,
      version: 1,
    })
    expect(await remindersOn(2)).toBe(2)
    expect(await remindersOn(3)).toBe(2)
    const timeline = await getWorkingTimeline(site.scope(), topicId)
    expect(timeline.at(-1)).toMatchObject({
      kind: 'reminded',
      internal: true,
      data: { automatic: true, toAcknowledge: true },
    })

    const prompt = await makeAssignment(site, {
      departments: [{ departmentId: office.department.id, part: 'lead' }],
    })
    await acknowledgeAssignment(site.scope(office.drafter), {
      ...key,
      assignmentId: prompt.assignmentId,
    })
    await remindersOn(4)
    const part = { where: { assignmentId: prompt.assignmentId } }
    expect(await db().assignmentDepartment.findFirstOrThrow(part)).toMatchObject({ reminders: 0 })
  })
})
