import { describe, expect, test } from 'vitest'
import {
  canCommentNow,
  participation,
  readerOf,
  type IntakeFacts,
  type Participation,
  type Reader,
} from './participation'
import { STAGES } from './stage'

const now = new Date('2025-07-14T02:00:00Z')
const closesAt = new Date('2025-07-20T16:00:00Z')
const limited = { id: 's', step: 'limited', until: null } as const
const READERS: readonly Reader[] = [
  'guest',
  'unverified',
  'verified',
  'staff',
  { sanction: limited },
]

function topic(facts: Partial<IntakeFacts> = {}): IntakeFacts {
  return {
    stage: 'collecting',
    mode: 'preModeration',
    paused: false,
    openedAt: new Date('2025-07-01T00:00:00Z'),
    closesAt,
    ...facts,
  }
}

describe('in a topic that takes in comments', () => {
  test.each<[Reader, Participation]>([
    ['guest', { kind: 'signIn', until: closesAt }],
    ['unverified', { kind: 'verify', until: closesAt }],
    ['verified', { kind: 'comment', until: closesAt, review: 'before' }],
    ['staff', { kind: 'comment', until: closesAt, review: 'before' }],
    [{ sanction: limited }, { kind: 'sanctioned', sanction: limited }],
  ])('a reader who is %s is told what to do', (reader, expected) => {
    expect(participation(topic(), reader, now)).toEqual(expected)
  })

  test('a comment is reviewed after publication only where the topic says so', () => {
    expect(participation(topic({ mode: 'postModeration' }), 'verified', now)).toEqual({
      kind: 'comment',
      until: closesAt,
      review: 'after',
    })
  })

  test('there is no end where none is set', () => {
    expect(participation(topic({ closesAt: null }), 'guest', now)).toEqual({
      kind: 'signIn',
      until: null,
    })
  })

  test('deliberating takes in comments like collecting', () => {
    expect(canCommentNow(topic({ stage: 'deliberating' }), 'verified', now)).toBe(true)
  })
})

describe('nobody can comment', () => {
  const shut: Array<[string, Partial<IntakeFacts>, Participation]> = [
    [
      'before the topic opens',
      { openedAt: new Date('2025-07-15T00:00:00Z') },
      { kind: 'opensLater', opensAt: new Date('2025-07-15T00:00:00Z') },
    ],
    ['from the instant it closes', { closesAt: now }, { kind: 'ended', closedAt: now }],
    ['while it is paused', { paused: true }, { kind: 'paused' }],
    ['where it is only read', { mode: 'readOnly' }, { kind: 'readOnly' }],
    ['while the summary is written', { stage: 'concluding' }, { kind: 'awaitSummary' }],
    ['while it is handled', { stage: 'handling' }, { kind: 'awaitAnswers' }],
    ['while it is evaluated', { stage: 'evaluating' }, { kind: 'readAnswers' }],
    ['after it is closed', { stage: 'closed' }, { kind: 'readOutcome' }],
  ]

  test.each(shut)('%s, and all are told the same', (_when, facts, expected) => {
    for (const reader of READERS) {
      expect(participation(topic(facts), reader, now)).toEqual(expected)
      expect(canCommentNow(topic(facts), reader, now)).toBe(false)
    }
  })

  test('a later stage says more than a date or a pause', () => {
    const facts = { stage: 'handling', paused: true, closesAt: now } as const
    expect(participation(topic(facts), 'verified', now)).toEqual({ kind: 'awaitAnswers' })
  })

  test('a lapsed date says more than a pause', () => {
    expect(participation(topic({ paused: true, closesAt: now }), 'guest', now).kind).toBe('ended')
  })
})

test('only the verified and staff may ever comment, and only in the first two stages', () => {
  for (const stage of STAGES) {
    for (const reader of READERS) {
      const may = reader === 'verified' || reader === 'staff'
      const open = ['collecting', 'deliberating'].includes(stage)
      expect(canCommentNow(topic({ stage }), reader, now)).toBe(may && open)
    }
  }
})

test('a reader is known by the account', () => {
  const account = { confirmed: true, sanction: null, staff: false }
  expect(readerOf(null)).toBe('guest')
  expect(readerOf(account)).toBe('verified')
  expect(readerOf({ ...account, confirmed: false })).toBe('unverified')
  expect(readerOf({ ...account, staff: true })).toBe('staff')
  expect(readerOf({ ...account, staff: true, confirmed: false })).toBe('unverified')
  expect(readerOf({ ...account, staff: true, sanction: limited })).toEqual({ sanction: limited })
  const warned = { ...limited, step: 'warning' as const }
  expect(readerOf({ ...account, sanction: warned })).toBe('verified')
})
