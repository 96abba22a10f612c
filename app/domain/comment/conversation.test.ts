import { describe, expect, test } from 'vitest'
import { REVIEW_STATUSES } from './comment'
import { placeReply, type ReplyTarget } from './conversation'

const opening: ReplyTarget = {
  id: 'opening',
  topicId: 'topic',
  rootId: null,
  authorId: 'lin',
  status: 'published',
}
const reply: ReplyTarget = { ...opening, id: 'reply', rootId: 'opening', authorId: 'zhao' }

describe('a reply', () => {
  test('to an opening comment goes below it', () => {
    expect(placeReply(opening, { topicId: 'topic', authorId: 'wu' })).toEqual({
      ok: true,
      rootId: 'opening',
      replyToId: null,
      mentionsPersonId: null,
    })
  })

  test('to a reply goes below the same opening comment and mentions whom it answers', () => {
    expect(placeReply(reply, { topicId: 'topic', authorId: 'wu' })).toEqual({
      ok: true,
      rootId: 'opening',
      replyToId: 'reply',
      mentionsPersonId: 'zhao',
    })
  })

  test('to one’s own reply mentions nobody', () => {
    expect(placeReply(reply, { topicId: 'topic', authorId: 'zhao' })).toMatchObject({
      replyToId: 'reply',
      mentionsPersonId: null,
    })
  })

  test('does not cross from one topic into another', () => {
    expect(placeReply(opening, { topicId: 'elsewhere', authorId: 'wu' })).toEqual({
      ok: false,
      problem: 'otherTopic',
    })
  })

  test.each(REVIEW_STATUSES.filter((status) => status !== 'published'))(
    'does not answer what is %s',
    (status) => {
      expect(placeReply({ ...reply, status }, { topicId: 'topic', authorId: 'wu' })).toEqual({
        ok: false,
        problem: 'notPublished',
      })
    },
  )
})
