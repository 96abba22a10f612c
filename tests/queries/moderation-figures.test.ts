import { beforeAll, describe, expect, it } from 'vitest'
import { approveComment } from '~/commands/approve-comment.server'
import { approveMasked } from '~/commands/approve-masked.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { undoDecision } from '~/commands/undo-decision.server'
import { figuresTable } from '~/components/moderation/figures-table'
import type { Actor } from '~/domain/person/actor'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { getModerationFigures } from '~/queries/get-moderation-figures.server'
import { listScreeningRules } from '~/queries/list-screening-rules.server'
import { makeActor, makeComment } from '#tests/factories/make'
import { queueForReview } from '#tests/factories/queue'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const t = translator(CATALOGUES['zh-Hans'])
const HOUR_MS = 60 * 60 * 1000
const ago = (hours: number) => new Date(TEST_NOW.getTime() - hours * HOUR_MS)
const day = (date: string) => new Date(`${date}T00:00:00.000Z`)

let author: Actor
let moderator: Actor
let senior: Actor

beforeAll(async () => {
  await db().setting.update({
    where: { key: 'moderation' },
    data: { value: { undoSeconds: 10, secondLookPercent: 0 } },
  })
  author = await makeActor(db())
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  senior = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
  await db().rejectionReason.create({
    data: { code: 'attack', label: '人身攻击', text: '含有人身攻击。', position: 1 },
  })
})

async function waiting(text: string, held: Array<{ rule: string; trial?: boolean }> = []) {
  const comment = await makeComment(db(), {
    status: 'pending',
    authorId: author.personId,
    createdAt: ago(0.5),
    text,
  })
  await queueForReview(db(), comment.id, { createdAt: ago(0.5) })
  for (const { rule, trial = false } of held) {
    await db().screeningFinding.create({
      data: {
        revisionId: comment.latestRevisionId,
        rule,
        trial,
        asks: 'hold',
        evidence: [],
        params: {},
        at: TEST_NOW,
      },
    })
  }
  return { commentId: comment.id, revisionId: comment.latestRevisionId, version: 1 }
}

const figures = (viewer = senior, period: 7 | 30 | 90 = 7) =>
  getModerationFigures(site.scope(viewer), period)

describe('the figures of the review', () => {
  it('count a decision when it settles, by outcome, by person and by the rules that held the text', async () => {
    const as = site.scope(moderator)
    await approveComment(as, await waiting('第一句。', [{ rule: 'burst' }]))
    await approveMasked(as, {
      ...(await waiting('第二句，找老王。', [{ rule: 'burst' }])),
      phrases: ['老王'],
    })
    await rejectComment(as, {
      ...(await waiting('第三句。', [{ rule: 'burst' }, { rule: 'ownRepeat', trial: true }])),
      reasonCode: 'attack',
      reasonText: '含有人身攻击。',
    })
    const undone = await approveComment(as, await waiting('第四句。'))
    await undoDecision(as, undone.decisionId)
    expect((await figures()).decisions.total).toBe(0)
    site.advance(11_000)
    await settleDecisions(site.container)

    const after = await figures()
    expect(after.decisions.total).toBe(3)
    expect(after.decisions.each.at(-1)).toBe(3)
    expect(after.outcomes).toEqual([
      { category: 'approve', reason: null, count: 2 },
      { category: 'reject:attack', reason: '人身攻击', count: 1 },
    ])
    // Approved with something hidden is not approved as it was sent.
    expect(after.rules).toEqual([
      { rule: 'burst', trial: false, held: 3, passed: 1, precision: 2 / 3 },
      { rule: 'ownRepeat', trial: true, held: 1, passed: 0, precision: 1 },
    ])
    expect(await listScreeningRules(site.scope(senior))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ id: 'burst', held: 3, passed: 1 }),
        expect.objectContaining({ id: 'ownRepeat', held: 1, passed: 0 }),
      ]),
    )
    expect(after.waits.whole).toEqual({ decided: 3, median: 30, p90: 30 })
    expect(after.people?.pace).toMatchObject([{ decisions: 3, hours: 1, perHour: 3 }])
  })

  it('tell by person to a senior alone', async () => {
    expect((await figures(moderator)).people).toBeNull()
    await expect(figures(author)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('reckon agreement from the tallies of the period', async () => {
    const tally = (date: string, first: string, second: string, count: number) => ({
      day: day(date),
      moderatorId: moderator.personId,
      first,
      second,
      count,
    })
    await db().secondLookTally.createMany({
      data: [
        tally('2026-11-20', 'approve', 'approve', 20),
        tally('2026-11-20', 'approve', 'reject:attack', 5),
        tally('2026-11-21', 'reject:attack', 'approve', 10),
        tally('2026-11-22', 'reject:attack', 'reject:attack', 15),
        tally('2026-09-01', 'return', 'forward', 9),
      ],
    })
    const { agreement, people } = await figures()
    expect(agreement.pairs).toBe(50)
    expect(agreement.overall?.kappa).toBeCloseTo(0.4, 9)
    expect(agreement.categories.map(({ category, used }) => [category, used])).toEqual([
      ['approve', 35],
      ['reject:attack', 30],
    ])
    expect(people?.agreement).toMatchObject([{ moderatorId: moderator.personId, pairs: 50 }])
    expect((await figures(senior, 90)).agreement.pairs).toBe(59)
  })

  it('tell what waits by how long it has', async () => {
    const [before] = (await figures()).backlog
    for (const hours of [2, 3, 30, 100]) {
      const comment = await makeComment(db(), { status: 'pending', createdAt: ago(hours) })
      await queueForReview(db(), comment.id, { createdAt: ago(hours) })
    }
    const [pending] = (await figures()).backlog
    expect(pending?.kind).toBe('pending')
    expect(pending?.total).toBe((before?.total ?? 0) + 4)
    expect(pending?.ages).toMatchObject({ fourHours: 2, day: 0, threeDays: 1, older: 1 })
    expect(pending?.more).toBe(false)
    for (const { kind, total } of (await figures()).backlog) {
      expect(total, kind).toBe(await db().reviewTask.count({ where: { kind, closedAt: null } }))
    }
  })

  it('are a table, in which a moderator finds nobody by name', async () => {
    const whole = figuresTable(await figures(), t)
    expect(whole.head).toEqual(['起', '止', '统计', '类别', '指标', '数值'])
    expect(whole.rows).toContainEqual([
      '2026-11-17',
      '2026-11-23',
      '怎样决定',
      '不通过：人身攻击',
      '条数',
      1,
    ])
    const { displayName } = await db().person.findUniqueOrThrow({
      where: { id: moderator.personId },
    })
    const named = (viewer: Actor) =>
      figures(viewer).then((seen) => JSON.stringify(figuresTable(seen, t)).includes(displayName))
    expect(await named(senior)).toBe(true)
    expect(await named(moderator)).toBe(false)
  })
})
