import { describe, expect, test } from 'vitest'
import { AppError } from '~/domain/errors'
import type { Actor, ActorGrant } from '~/domain/person/actor'
import { canDecide, canReview, recusalOf, requireDecide, type ReviewedComment } from './moderation'

const grant = (given: Partial<ActorGrant> & Pick<ActorGrant, 'role'>): ActorGrant => ({
  duty: null,
  departmentId: null,
  studioId: null,
  title: null,
  ...given,
})

const actor = (grants: ActorGrant[], given: Partial<Actor> = {}): Actor => ({
  personId: 'me',
  sessionId: 's',
  displayName: '审核员',
  confirmed: true,
  sanction: null,
  suspended: false,
  secondFactor: true,
  hasSecondFactor: true,
  districtId: null,
  grants,
  ...given,
})

const review = grant({ role: 'moderator', duty: 'review' })
const comment: ReviewedComment = { authorId: 'author', studioId: 'studio', viewerSpoke: false }

describe('who reviews', () => {
  test('are moderators with the duty, 审核员 as 组长', () => {
    expect(canReview(actor([review]))).toBe(true)
    expect(canReview(actor([grant({ role: 'moderator', duty: 'senior' })]))).toBe(true)
  })

  test('is nobody else', () => {
    expect(canReview(null)).toBe(false)
    expect(canReview(actor([]))).toBe(false)
    expect(canReview(actor([grant({ role: 'admin' })]))).toBe(false)
    expect(canReview(actor([grant({ role: 'official', duty: 'sign' })]))).toBe(false)
    expect(canReview(actor([review], { suspended: true }))).toBe(false)
  })
})

describe('who decides on a comment', () => {
  test('is a moderator who has no part in it', () => {
    expect(canDecide(actor([review]), comment)).toBe(true)
    expect(recusalOf(actor([review]), comment)).toBeNull()
  })

  test('is not its author', () => {
    expect(recusalOf(actor([review]), { ...comment, authorId: 'me' })).toBe('own')
  })

  test.each(['convener', 'liaison'] as const)('is not the %s of its studio', (role) => {
    const runs = actor([review, grant({ role, studioId: 'studio' })])
    expect(recusalOf(runs, comment)).toBe('runsTopic')
    expect(recusalOf(runs, { ...comment, studioId: 'another' })).toBeNull()
  })

  test('may be a member of its studio who stayed silent, not one who spoke', () => {
    const member = actor([review, grant({ role: 'member', studioId: 'studio' })])
    expect(recusalOf(member, comment)).toBeNull()
    expect(recusalOf(member, { ...comment, viewerSpoke: true })).toBe('spoke')
  })

  test('is told why not', () => {
    const refused = () => requireDecide(actor([review]), { ...comment, viewerSpoke: true })
    expect(refused).toThrow(AppError)
    expect(refused).toThrow(expect.objectContaining({ params: { recusal: 'spoke' } }))
    expect(() => requireDecide(null, comment)).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })
})
