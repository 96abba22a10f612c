import { describe, expect, it } from 'vitest'
import { seedDemo } from '../../prisma/seed/seed-demo.server'
import { seedEssentials } from '../../prisma/seed/seed-essentials.server'
import { topics } from '../../prisma/seed/content/all-topics'
import { STAGES } from '~/domain/topic/stage'
import { recountQueue } from '~/queries/recount-queue.server'
import { recountRates } from '~/queries/recount-rates.server'
import { queueCounts } from '#tests/factories/queue'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()

describe('the demo', () => {
  it('fills an empty database with every stage, and what is counted equals a recount', async () => {
    const db = site.container.database.prisma
    await seedEssentials(site.container)
    await seedDemo(site.container)

    const seeded = await db.topic.findMany({
      include: { comments: { where: { status: 'published' } }, responses: true, tallies: true },
    })
    expect(seeded).toHaveLength(topics.length)
    expect(new Set(seeded.map((topic) => topic.stage))).toEqual(new Set(STAGES))
    for (const topic of seeded) {
      expect(topic.commentCount, topic.title).toBe(topic.comments.length)
      const voices = new Set(topic.comments.map((comment) => comment.authorId))
      expect(topic.voiceCount, topic.title).toBe(voices.size)
      const published = topic.responses.filter((response) => response.status === 'published')
      expect(topic.responseCount, topic.title).toBe(published.length)
      const opening = topic.comments.filter((comment) => !comment.rootId)
      for (const tally of topic.tallies) {
        const recount = opening.filter((comment) => comment.stance === tally.stance).length
        expect(tally.count, `${topic.title} ${tally.stance}`).toBe(recount)
      }
    }
    const evaluations = await db.evaluation.findMany({ include: { ratings: true, tallies: true } })
    for (const { rated, ratings, tallies } of evaluations) {
      expect(rated).toBe(ratings.length)
      for (const { aspect, grade, count } of tallies) {
        expect(ratings.filter((rating) => rating[aspect] === grade)).toHaveLength(count)
      }
    }
    expect(new Set((await db.reopening.findMany()).map(({ state }) => state)).size).toBe(3)
    const commitments = await db.commitment.findMany({ include: { checks: true, tallies: true } })
    const standings = commitments.map((each) => `${each.state} ${each.step ?? ''}`)
    for (const standing of ['kept week', 'keptLate head', 'open head', 'open assigner', 'open ']) {
      expect(standings).toContain(standing)
    }
    for (const { checks, tallies } of commitments) {
      for (const { answer, count } of tallies) {
        expect(checks.filter((check) => check.answer === answer)).toHaveLength(count)
      }
    }
    for (const { departmentId, state, count } of await db.commitmentTally.findMany()) {
      const recount = commitments.filter(
        (each) => each.departmentId === departmentId && each.state === state,
      )
      expect(recount, `${departmentId} ${state}`).toHaveLength(count)
    }
    expect(await db.commitmentMove.count({ where: { outcome: 'granted' } })).toBe(1)
    expect(await recountRates(db)).toEqual({ drift: 0, wrong: [] })
    const pending = await db.comment.count({ where: { latestStatus: 'pending' } })
    const counted = await queueCounts(db)
    expect(counted).toEqual(await recountQueue(db))
    expect(counted['pending']).toBe(pending)
    expect(pending).toBeGreaterThan(20)
    expect(await db.person.count({ where: { persona: { not: null } } })).toBe(12)
    expect(await db.textMessage.count()).toBe(0)
  }, 180_000)

  it('leaves a database alone that has people', async () => {
    const before = await site.container.database.prisma.topic.count()
    await seedDemo(site.container)
    expect(await site.container.database.prisma.topic.count()).toBe(before)
  })
})
