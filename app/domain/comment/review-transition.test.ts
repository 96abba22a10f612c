import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewStatus } from './comment'
import {
  firstStatus,
  planDecision,
  planRevision,
  planWithdrawal,
  type CommentFacts,
  type ReviewOutcome,
  type ReviewTiming,
  type StandingAfter,
  type StandingStatus,
} from './review-transition'

const OUTCOMES: readonly ReviewOutcome[] = ['approve', 'reject', 'return']
const DECIDED: readonly StandingStatus[] = ['published', 'rejected', 'returned']

function comment(
  status: StandingStatus,
  facts: { decided?: boolean; earlierPublished?: boolean } = {},
): CommentFacts {
  return {
    version: 3,
    latest: { status, decided: facts.decided ?? (status !== 'pending' && status !== 'withdrawn') },
    earlierPublished: facts.earlierPublished ?? false,
  }
}

test('a comment waits for review, but where the topic publishes first', () => {
  expect(firstStatus('before')).toBe('pending')
  expect(firstStatus('after')).toBe('published')
})

describe('a decision', () => {
  test.each([
    ['approve', 'published'],
    ['reject', 'rejected'],
    ['return', 'returned'],
  ] as const)('to %s a waiting comment makes it %s', (outcome, status) => {
    expect(planDecision(comment('pending'), outcome, 3)).toEqual({
      ok: true,
      latest: status,
      earlierPublished: 'none',
      comment: status,
    })
  })

  test('to approve an edit puts it in the place of what was published', () => {
    expect(planDecision(comment('pending', { earlierPublished: true }), 'approve', 3)).toEqual({
      ok: true,
      latest: 'published',
      earlierPublished: 'superseded',
      comment: 'published',
    })
  })

  test.each([
    ['reject', 'rejected'],
    ['return', 'returned'],
  ] as const)('to %s an edit leaves what was published', (outcome, status) => {
    expect(planDecision(comment('pending', { earlierPublished: true }), outcome, 3)).toEqual({
      ok: true,
      latest: status,
      earlierPublished: 'stays',
      comment: 'published',
    })
  })

  test('reviews what was published first, once', () => {
    const unreviewed = comment('published', { decided: false })
    expect(planDecision(unreviewed, 'approve', 3)).toMatchObject({ ok: true, latest: 'published' })
    expect(planDecision(unreviewed, 'reject', 3)).toMatchObject({ ok: true, comment: 'rejected' })
  })

  test.each(OUTCOMES)('to %s names the version it was made on', (outcome) => {
    for (const seen of [2, 4]) {
      expect(planDecision(comment('pending'), outcome, seen)).toEqual({
        ok: false,
        problem: 'versionMoved',
      })
    }
  })

  test.each(DECIDED)('is not made twice: not on what is %s', (status) => {
    for (const outcome of OUTCOMES) {
      expect(planDecision(comment(status), outcome, 3)).toEqual({
        ok: false,
        problem: 'alreadyDecided',
      })
    }
  })

  test('is not made on what its author took back', () => {
    expect(planDecision(comment('withdrawn'), 'approve', 3)).toEqual({
      ok: false,
      problem: 'withdrawn',
    })
  })
})

describe('an edit', () => {
  test('before review takes the place of what waits', () => {
    expect(planRevision(comment('pending'), 'before', 3)).toEqual({
      ok: true,
      latest: 'pending',
      earlierPublished: 'none',
      comment: 'pending',
      replaced: 'superseded',
    })
  })

  test('after publication waits while the published text stays', () => {
    expect(planRevision(comment('published'), 'before', 3)).toEqual({
      ok: true,
      latest: 'pending',
      earlierPublished: 'stays',
      comment: 'published',
      replaced: 'stays',
    })
  })

  test('of an edit that waits replaces it and leaves the published text', () => {
    expect(planRevision(comment('pending', { earlierPublished: true }), 'before', 3)).toEqual({
      ok: true,
      latest: 'pending',
      earlierPublished: 'stays',
      comment: 'published',
      replaced: 'superseded',
    })
  })

  test('answers a return, and keeps the returned text as it was decided', () => {
    expect(planRevision(comment('returned'), 'before', 3)).toEqual({
      ok: true,
      latest: 'pending',
      earlierPublished: 'none',
      comment: 'pending',
      replaced: 'stays',
    })
  })

  test('is published at once where the topic publishes first and the text stood published', () => {
    expect(planRevision(comment('published'), 'after', 3)).toEqual({
      ok: true,
      latest: 'published',
      earlierPublished: 'superseded',
      comment: 'published',
      replaced: 'superseded',
    })
  })

  test.each(['returned', 'pending'] as const)(
    'of what is %s is reviewed before it is shown, even where the topic publishes first',
    (status) => {
      expect(planRevision(comment(status), 'after', 3)).toMatchObject({ latest: 'pending' })
    },
  )

  test('does not rewrite what was rejected', () => {
    expect(planRevision(comment('rejected'), 'before', 3)).toEqual({
      ok: false,
      problem: 'rejected',
    })
  })

  test('may be tried again when only the edit was rejected', () => {
    expect(planRevision(comment('rejected', { earlierPublished: true }), 'after', 3)).toEqual({
      ok: true,
      latest: 'pending',
      earlierPublished: 'stays',
      comment: 'published',
      replaced: 'stays',
    })
  })

  test('does not bring back what was withdrawn', () => {
    expect(planRevision(comment('withdrawn'), 'before', 3)).toEqual({
      ok: false,
      problem: 'withdrawn',
    })
  })

  test('is refused where a moderator was faster', () => {
    expect(planRevision(comment('published'), 'before', 2)).toEqual({
      ok: false,
      problem: 'versionMoved',
    })
  })
})

describe('a withdrawal', () => {
  test.each(['pending', 'published', 'returned', 'rejected'] as const)(
    'takes back what is %s',
    (status) => {
      expect(planWithdrawal(comment(status))).toEqual({
        ok: true,
        latest: 'withdrawn',
        earlierPublished: 'none',
        comment: 'withdrawn',
      })
    },
  )

  test('takes the published text with the edit that waits', () => {
    expect(planWithdrawal(comment('pending', { earlierPublished: true }))).toMatchObject({
      latest: 'withdrawn',
      earlierPublished: 'withdrawn',
      comment: 'withdrawn',
    })
  })

  test('happens once', () => {
    expect(planWithdrawal(comment('withdrawn'))).toEqual({ ok: false, problem: 'withdrawn' })
  })
})

/** A comment with all its revisions, kept the way the database keeps it. */
interface Record {
  version: number
  status: StandingStatus
  revisions: Array<{ status: ReviewStatus; decisions: number }>
}

function factsOf(record: Record): CommentFacts {
  const latest = record.revisions.at(-1)
  if (!latest || latest.status === 'superseded') throw new Error('the newest was superseded')
  return {
    version: record.version,
    latest: { status: latest.status, decided: latest.decisions > 0 },
    earlierPublished: record.revisions.slice(0, -1).some(({ status }) => status === 'published'),
  }
}

function settle(record: Record, after: StandingAfter): void {
  const [latest, ...earlier] = record.revisions.toReversed()
  if (!latest) throw new Error('a comment has a revision')
  for (const revision of earlier) {
    if (revision.status !== 'published') continue
    if (after.earlierPublished === 'none') throw new Error('a published revision was overlooked')
    if (after.earlierPublished !== 'stays') revision.status = after.earlierPublished
  }
  latest.status = after.latest
  record.status = after.comment
  record.version += 1
}

test('whatever is done in whatever order, at most one text is published and one waits', () => {
  const step = fc.oneof(
    fc.record({
      act: fc.constant('decide' as const),
      outcome: fc.constantFrom(...OUTCOMES),
      stale: fc.boolean(),
    }),
    fc.record({
      act: fc.constant('revise' as const),
      review: fc.constantFrom<ReviewTiming>('before', 'after'),
    }),
    fc.record({ act: fc.constant('withdraw' as const) }),
  )
  fc.assert(
    fc.property(
      fc.constantFrom<ReviewTiming>('before', 'after'),
      fc.array(step, { maxLength: 12 }),
      (review, steps) => {
        const first = firstStatus(review)
        const record: Record = {
          version: 1,
          status: first,
          revisions: [{ status: first, decisions: 0 }],
        }
        for (const next of steps) {
          const facts = factsOf(record)
          if (next.act === 'decide') {
            const plan = planDecision(facts, next.outcome, record.version - (next.stale ? 1 : 0))
            if (next.stale) expect(plan.ok).toBe(false)
            const latest = record.revisions.at(-1)
            if (plan.ok && latest) {
              latest.decisions += 1
              settle(record, plan)
            }
          } else if (next.act === 'revise') {
            const plan = planRevision(facts, next.review, record.version)
            const latest = record.revisions.at(-1)
            if (plan.ok && latest) {
              if (plan.replaced === 'superseded') latest.status = 'superseded'
              record.revisions.push({ status: plan.latest, decisions: 0 })
              settle(record, plan)
            }
          } else {
            const plan = planWithdrawal(facts)
            if (plan.ok) settle(record, plan)
          }
          const count = (status: ReviewStatus) =>
            record.revisions.filter((revision) => revision.status === status).length
          expect(count('published')).toBe(record.status === 'published' ? 1 : 0)
          expect(count('pending')).toBeLessThanOrEqual(1)
          expect(record.revisions.every(({ decisions }) => decisions <= 1)).toBe(true)
          const latest = record.revisions.at(-1)?.status
          if (record.status !== 'published') expect(record.status).toBe(latest)
        }
      },
    ),
    { numRuns: 500 },
  )
})
