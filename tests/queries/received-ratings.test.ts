import { beforeAll, describe, expect, it } from 'vitest'
import { askReopening } from '~/commands/ask-reopening.server'
import { decideReopening } from '~/commands/decide-reopening.server'
import { importCalendarIfEmpty } from '~/commands/import-calendar.server'
import { rateResponse } from '~/commands/rate-response.server'
import { reviewRatingText } from '~/commands/review-rating-text.server'
import { getDeskItem } from '~/queries/get-desk-item.server'
import { makeAnswered } from '#tests/factories/answered'
import { makeOffice } from '#tests/factories/desk'
import { makeActor } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()

beforeAll(() => importCalendarIfEmpty(site.container))

const UNSOLVED = {
  version: 0,
  resolution: 'dissatisfied',
  attitude: 'satisfied',
  speed: 'dissatisfied',
  reason: 'result',
  text: '',
} as const

describe('the ratings of an answer on the desk', () => {
  it('stand beside what the department declared, with the reasons and the words that are public', async () => {
    const { assignmentId, responseId, office, resident, neighbour } = await makeAnswered(site)
    const read = async (actor = office.drafter) =>
      (await getDeskItem(site.scope(actor), assignmentId)).ratings
    expect(await read()).toMatchObject({
      declared: 'resolving',
      evaluation: { invited: 2, rated: 0, texts: [] },
      reasons: [],
      again: null,
    })

    const text = '路灯还是不亮。'
    const { ratingId } = await rateResponse(site.scope(resident), { ...UNSOLVED, responseId, text })
    await rateResponse(site.scope(neighbour), { ...UNSOLVED, responseId, reason: 'speed' })
    // Words that no moderator has read are for nobody but their author and moderators.
    expect(await read()).toMatchObject({
      evaluation: { rated: 2, texts: [] },
      reasons: expect.arrayContaining([
        { reason: 'result', count: 1 },
        { reason: 'speed', count: 1 },
      ]),
    })
    const moderator = await makeActor(site.container.database.prisma, [
      { role: 'moderator', duty: 'review' },
    ])
    await reviewRatingText(site.scope(moderator), { ratingId, version: 1, outcome: 'publish' })
    expect((await read())?.evaluation.texts).toMatchObject([{ text, name: resident.displayName }])
    const stranger = (await makeOffice(site)).signer
    await expect(read(stranger)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('say who asked that it be taken up again, and what came of it', async () => {
    const { assignmentId, responseId, office, assigner, resident } = await makeAnswered(site)
    const read = async () => (await getDeskItem(site.scope(office.signer), assignmentId)).ratings
    await rateResponse(site.scope(resident), { ...UNSOLVED, responseId })
    const { reopeningId } = await askReopening(site.scope(resident), {
      responseId,
      reason: '只修了一半。',
    })
    expect(await read()).toMatchObject({
      reopenings: [{ name: resident.displayName, reason: '只修了一半。', state: 'waiting' }],
      again: null,
    })
    const made = await decideReopening(site.scope(assigner), {
      reopeningId,
      version: 1,
      outcome: 'grant',
      explanation: '请把余下的也修好。',
    })
    expect(await read()).toMatchObject({
      reopenings: [{ state: 'granted', explanation: '请把余下的也修好。' }],
      again: { assignmentId: made.assignmentId, answeredAt: null },
    })
  })
})
