import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { askReopening } from '~/commands/ask-reopening.server'
import { decideReopening } from '~/commands/decide-reopening.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { rateResponse, type RatingInput } from '~/commands/rate-response.server'
import { reviewRatingText } from '~/commands/review-rating-text.server'
import { signOffResponse } from '~/commands/sign-off-response.server'
import type { Actor } from '~/domain/person/actor'
import { getRatingForm } from '~/queries/get-rating-form.server'
import { getReopening } from '~/queries/get-reopening.server'
import { getTopicTimeline } from '~/queries/get-topic-timeline.server'
import { listOwnAnswers } from '~/queries/list-own-answers.server'
import { listReopenings } from '~/queries/list-reopenings.server'
import { listResponses } from '~/queries/list-responses.server'
import { listWaitingRatings } from '~/queries/list-waiting-ratings.server'
import { makeAnswered } from '#tests/factories/answered'
import { makeAssigner, makeSubmitted } from '#tests/factories/desk'
import { makeActor, makeComment } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const DAY_MS = 24 * 60 * 60 * 1000

beforeAll(() => importCalendarIfEmpty(site.container))
beforeEach(() => {
  site.now = TEST_NOW
})

const PLEASED = {
  version: 0,
  resolution: 'satisfied',
  attitude: 'satisfied',
  speed: 'mostlySatisfied',
  reason: null,
  text: '',
} as const
const UNSOLVED = { ...PLEASED, resolution: 'dissatisfied', reason: 'result' } as const

function rate(who: Actor, responseId: string, given: Partial<RatingInput> = {}) {
  return rateResponse(site.scope(who), { responseId, ...PLEASED, ...given })
}

async function evaluationOf(topicId: string) {
  const { responses } = await listResponses(site.scope(), topicId)
  const evaluation = responses[0]?.evaluation
  if (!evaluation) throw new Error('there is no evaluation')
  return evaluation
}

const counted = (evaluation: Awaited<ReturnType<typeof evaluationOf>>) =>
  evaluation.tallies
    .filter(({ count }) => count > 0)
    .map(({ aspect, grade, count }) => `${aspect} ${grade} ${count}`)
    .sort()

describe('a rating', () => {
  it('is given by who raised it, counted once, and changed until the time is over', async () => {
    const { topic, resident, neighbour, responseId } = await makeAnswered(site)
    expect(await evaluationOf(topic.id)).toMatchObject({ invited: 2, rated: 0, tallies: [] })
    await rate(resident, responseId)
    await rate(neighbour, responseId, UNSOLVED)
    expect(counted(await evaluationOf(topic.id))).toEqual([
      'attitude satisfied 2',
      'resolution dissatisfied 1',
      'resolution satisfied 1',
      'speed mostlySatisfied 2',
    ])
    await rate(resident, responseId, { version: 1, speed: 'satisfied' })
    const evaluation = await evaluationOf(topic.id)
    expect(counted(evaluation)).toContain('speed mostlySatisfied 1')
    expect(evaluation).toMatchObject({ invited: 2, rated: 2 })

    site.advance(16 * DAY_MS)
    await expect(rate(resident, responseId, { version: 2 })).rejects.toMatchObject({
      params: { problem: 'closed' },
    })
  })

  it('of an answer to one comment is its author’s alone; nobody rates what their department answered', async () => {
    const { resident, neighbour, topic, responseId, office } = await makeAnswered(site, {
      ofComment: true,
    })
    await rate(resident, responseId)
    await expect(rate(neighbour, responseId)).rejects.toMatchObject({
      params: { problem: 'notRaised' },
    })
    expect(await evaluationOf(topic.id)).toMatchObject({ invited: 1, rated: 1 })
    await makeComment(db(), { topicId: topic.id, authorId: office.drafter.personId })
    await expect(rate(office.drafter, responseId)).rejects.toMatchObject({
      code: 'invalidInput',
    })
  })

  it('is not of who spoke only after the answer', async () => {
    const { topic, responseId } = await makeAnswered(site)
    const late = await makeActor(db())
    await makeComment(db(), {
      topicId: topic.id,
      authorId: late.personId,
      createdAt: new Date(TEST_NOW.getTime() + 60_000),
    })
    await expect(rate(late, responseId)).rejects.toMatchObject({
      params: { problem: 'notRaised' },
    })
    expect(await listOwnAnswers(site.scope(late), { topicId: topic.id })).toEqual([])
  })

  it('gives a reason where something is 不满意, and only there', async () => {
    const { resident, responseId } = await makeAnswered(site)
    await expect(rate(resident, responseId, { speed: 'dissatisfied' })).rejects.toMatchObject({
      params: { field: 'reason' },
    })
    await expect(rate(resident, responseId, { reason: 'speed' })).rejects.toMatchObject({
      params: { field: 'reason' },
    })
  })

  it('of two that are sent from the same page counts once', async () => {
    const { topic, resident, responseId } = await makeAnswered(site)
    const sent = await Promise.allSettled([
      rate(resident, responseId),
      rate(resident, responseId, UNSOLVED),
    ])
    const refused = sent.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { code: 'conflict' } }])
    expect((await evaluationOf(topic.id)).rated).toBe(1)
  })

  it('is asked for on the pages of who can give it, until it is given', async () => {
    const { topic, resident, responseId } = await makeAnswered(site)
    const scope = site.scope(resident)
    expect(await listOwnAnswers(scope, 'toRate')).toMatchObject([{ responseId, rated: false }])
    await rate(resident, responseId)
    expect(await listOwnAnswers(scope, 'toRate')).toEqual([])
    expect(await listOwnAnswers(scope, { topicId: topic.id })).toMatchObject([{ rated: true }])
  })
})

describe('the words beside a rating', () => {
  it('are public once a moderator has read them, masked', async () => {
    const { topic, resident, responseId } = await makeAnswered(site)
    const text = '说好的月底，现在还没动工。请打 13800138000。'
    const { ratingId, textWaits } = await rate(resident, responseId, { ...UNSOLVED, text })
    expect(textWaits).toBe(true)
    expect((await evaluationOf(topic.id)).texts).toEqual([])

    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const waiting = (await listWaitingRatings(site.scope(moderator))).ratings.find(
      ({ id }) => id === ratingId,
    )
    expect(waiting).toMatchObject({ text, recusal: null, version: 1 })
    const decide = () =>
      reviewRatingText(site.scope(moderator), { ratingId, version: 1, outcome: 'publish' })
    await decide()
    const [shown] = (await evaluationOf(topic.id)).texts
    expect(shown).toMatchObject({ name: resident.displayName, resolution: 'dissatisfied' })
    expect(shown?.text).toContain('现在还没动工')
    expect(shown?.text).not.toContain('13800138000')
    await expect(decide()).rejects.toMatchObject({ code: 'conflict' })

    // Other words wait again; the same ones stay public.
    await rate(resident, responseId, { ...UNSOLVED, text, version: 1, speed: 'satisfied' })
    expect((await evaluationOf(topic.id)).texts).toHaveLength(1)
    await rate(resident, responseId, { ...UNSOLVED, text: '已经动工了。', version: 2 })
    expect((await evaluationOf(topic.id)).texts).toEqual([])
  })

  it('are refused with a reason, not by who spoke in the topic, and not as they read no more', async () => {
    const { topic, resident, responseId } = await makeAnswered(site)
    const { ratingId } = await rate(resident, responseId, { text: '办得不错。' })
    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const refuse = (who: Actor, version = 1, refusal?: string) =>
      reviewRatingText(site.scope(who), { ratingId, version, outcome: 'refuse', refusal })
    await expect(refuse(moderator)).rejects.toMatchObject({ params: { field: 'refusal' } })
    const involved = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    await makeComment(db(), { topicId: topic.id, authorId: involved.personId })
    await expect(refuse(involved, 1, '理由')).rejects.toMatchObject({
      params: { recusal: 'spoke' },
    })
    await rate(resident, responseId, { version: 1, text: '办得很好。' })
    await expect(refuse(moderator, 1, '理由')).rejects.toMatchObject({ code: 'conflict' })
    await refuse(moderator, 2, '请不要点名。')
    const form = await getRatingForm(site.scope(resident), responseId)
    expect(form.own).toMatchObject({ textState: 'refused', refusal: '请不要点名。' })
    expect((await evaluationOf(topic.id)).rated).toBe(1)
  })
})

describe('重新办理', () => {
  const ask = (who: Actor, responseId: string) =>
    askReopening(site.scope(who), { responseId, reason: '路灯还是不亮。' })

  it('is asked for once, by who is 不满意 with how far it is solved', async () => {
    const { resident, responseId } = await makeAnswered(site)
    await rate(resident, responseId, { speed: 'dissatisfied', reason: 'speed' })
    await expect(ask(resident, responseId)).rejects.toMatchObject({
      params: { problem: 'notDissatisfied' },
    })
    await rate(resident, responseId, { ...UNSOLVED, version: 1 })
    await ask(resident, responseId)
    await expect(ask(resident, responseId)).rejects.toMatchObject({
      params: { problem: 'asked' },
    })
  })

  it('makes a new assignment of the same departments with a due date of its own, for all who asked', async () => {
    const made = await makeAnswered(site)
    const { topic, resident, neighbour, responseId, assignmentId, office } = made
    for (const who of [resident, neighbour]) await rate(who, responseId, UNSOLVED)
    const { reopeningId } = await ask(resident, responseId)
    await ask(neighbour, responseId)
    const assigner = await makeAssigner(site)
    const listed = (await listReopenings(site.scope(assigner))).items.map(({ id }) => id)
    expect(listed).toContain(reopeningId)
    expect(await getReopening(site.scope(assigner), reopeningId)).toMatchObject({ others: 1 })

    const grant = () =>
      decideReopening(site.scope(assigner), {
        reopeningId,
        version: 1,
        outcome: 'grant',
        explanation: '',
      })
    const granted = await Promise.allSettled([grant(), grant()])
    expect(granted.filter(({ status }) => status === 'rejected')).toMatchObject([
      { reason: { code: 'conflict' } },
    ])
    const again = await db().assignment.findUniqueOrThrow({
      where: { reopensId: assignmentId },
      include: { departments: true },
    })
    expect(again.departments).toMatchObject([
      { departmentId: office.department.id, part: 'lead', answeredAt: null },
    ])
    // Fifteen working days from Monday the 23rd end on Monday the 14th of December.
    expect(again.dueAt).toEqual(new Date('2026-12-14T16:00:00Z'))
    const form = await getRatingForm(site.scope(neighbour), responseId)
    expect(form.reopening).toMatchObject({ state: 'granted', dueAt: again.dueAt })
    expect((await getTopicTimeline(site.scope(), topic.id)).at(-1)).toMatchObject({
      kind: 'assigned',
      data: { again: true, dueOn: '2026-12-14' },
    })
    const told = await db().textMessage.count({
      where: { body: { contains: '已同意，2026年12月14日前答复' }, personId: neighbour.personId },
    })
    expect(told).toBe(1)

    // Answered again, it is rated again; there is no third time.
    const second = await makeSubmitted(site, again.id, office, { text: '路灯已修好。' })
    await signOffResponse(site.scope(office.signer), { ...second, outcome: 'approve' })
    const [newest] = (await listResponses(site.scope(), topic.id)).responses
    expect(newest).toMatchObject({ again: true, evaluation: { invited: 2, rated: 0 } })
    await rate(resident, second.responseId, UNSOLVED)
    await expect(ask(resident, second.responseId)).rejects.toMatchObject({
      params: { problem: 'secondRound' },
    })
  })

  it('has the usual term by the rules, as its page says', async () => {
    const { topic, resident, responseId, assignmentId } = await makeAnswered(site)
    await db().dueRule.create({
      data: { id: topic.id, categoryId: topic.categoryId, subject: 'topic', workingDays: 4 },
    })
    await rate(resident, responseId, UNSOLVED)
    const { reopeningId } = await ask(resident, responseId)
    const scope = site.scope(await makeAssigner(site))
    expect(await getReopening(scope, reopeningId)).toMatchObject({ workingDays: 4 })
    await decideReopening(scope, { reopeningId, version: 1, outcome: 'grant', explanation: '' })
    expect(
      await db().assignment.findUniqueOrThrow({ where: { reopensId: assignmentId } }),
    ).toMatchObject({ dueAt: new Date('2026-11-27T16:00:00Z') })
  })

  it('is told to who assigned, once, however many ask', async () => {
    const { topic, resident, neighbour, responseId, assigner } = await makeAnswered(site)
    await db().person.update({
      where: { id: assigner.personId },
      data: { textMessages: true, phoneConfirmedAt: site.now },
    })
    for (const who of [resident, neighbour]) {
      await rate(who, responseId, UNSOLVED)
      await ask(who, responseId)
    }
    const texts = await db().textMessage.findMany({ where: { personId: assigner.personId } })
    const told = texts.filter(({ body }) => body.includes(topic.title))
    expect(told.map(({ body }) => body)).toEqual([expect.stringContaining('申请重新办理')])
  })

  it('is declined with a reason that is public; only by who assigns there', async () => {
    const { topic, resident, neighbour, responseId, office } = await makeAnswered(site)
    await rate(resident, responseId, UNSOLVED)
    await rate(neighbour, responseId, UNSOLVED)
    const { reopeningId } = await ask(resident, responseId)
    const decline = (who: Actor, explanation: string) =>
      decideReopening(site.scope(who), { reopeningId, version: 1, outcome: 'decline', explanation })
    await expect(decline(office.signer, '理由')).rejects.toMatchObject({ code: 'forbidden' })
    const elsewhere = await makeActor(db(), [
      { role: 'official', duty: 'assign', departmentId: office.department.id },
    ])
    await expect(decline(elsewhere, ' ')).rejects.toMatchObject({
      params: { field: 'explanation' },
    })
    await decline(elsewhere, '路灯属物业管理，已转告物业。')
    expect((await getTopicTimeline(site.scope(), topic.id)).at(-1)).toMatchObject({
      kind: 'reopeningDeclined',
      data: { reason: '路灯属物业管理，已转告物业。' },
    })
    // Another may still ask.
    await ask(neighbour, responseId)
  })
})
