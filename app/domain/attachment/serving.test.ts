import { describe, expect, it } from 'vitest'
import type { ReviewStatus } from '~/domain/comment/comment'
import { attachmentAccess, isVeiledInQueue, type AttachmentFacts } from './serving'

const READERS = {
  guest: { personId: null, reviews: false, worksOnResponse: false },
  author: { personId: 'author', reviews: false, worksOnResponse: false },
  other: { personId: 'other', reviews: false, worksOnResponse: false },
  moderator: { personId: 'moderator', reviews: true, worksOnResponse: false },
  official: { personId: 'official', reviews: false, worksOnResponse: true },
} as const
type Reader = keyof typeof READERS

const all = (access: 'public' | 'private' | null): Record<Reader, typeof access> => ({
  guest: access,
  author: access,
  other: access,
  moderator: access,
  official: access,
})
const authorAndModerator = { ...all(null), author: 'private', moderator: 'private' } as const

const onComment = (status: ReviewStatus, inCurrentText = true): AttachmentFacts => ({
  scan: 'none',
  uploaderId: 'author',
  comment: { status, inCurrentText },
  response: null,
  note: false,
})
const onResponse = (published: boolean): AttachmentFacts => ({
  scan: 'none',
  uploaderId: 'official',
  comment: null,
  response: { departmentIds: ['d'], published },
  note: false,
})

describe('who gets a file', () => {
  it.each([
    ['of a published comment', onComment('published'), all('public')],
    ['of a newer text that waits', onComment('published', false), authorAndModerator],
    ['of a waiting comment', onComment('pending'), authorAndModerator],
    ['of a hidden comment', onComment('hidden'), authorAndModerator],
    ['of a returned comment', onComment('returned'), authorAndModerator],
    ['of a refused comment', onComment('rejected'), authorAndModerator],
    ['of a withdrawn comment', onComment('withdrawn'), { ...all(null), moderator: 'private' }],
    ['of a published answer', onResponse(true), all('public')],
    ['of a drafted answer', onResponse(false), { ...all(null), official: 'private' }],
    ['on a note', { ...onComment('published'), comment: null, note: true }, all('public')],
    ['that waits for the scanner', { ...onComment('published'), scan: 'waiting' }, all(null)],
    ['that is infected', { ...onComment('published'), scan: 'infected' }, all(null)],
    ['of nothing', { ...onComment('published'), comment: null }, all(null)],
  ] satisfies Array<[string, AttachmentFacts, Record<Reader, 'public' | 'private' | null>]>)(
    '%s',
    (_what, facts, expected) => {
      const got = Object.fromEntries(
        Object.entries(READERS).map(([name, reader]) => [name, attachmentAccess(facts, reader)]),
      )
      expect(got).toEqual(expected)
    },
  )
})

it('an image in the queue is veiled where somebody reported it, a rule held it, or it was marked', () => {
  const plain = { distressing: false, reported: false, held: false }
  expect(isVeiledInQueue(plain)).toBe(false)
  for (const why of Object.keys(plain)) {
    expect(isVeiledInQueue({ ...plain, [why]: true })).toBe(true)
  }
})
