import { describe, expect, it } from 'vitest'
import { zhHans } from '~/i18n/zh-hans'
import { translator } from '~/i18n/translate'
import type { OwnWaiting } from '~/queries/get-own-in-topic.server'
import type { ThreadLine } from './comment-lines'
import { ownPart, withOwnComments } from './own-part'

const wording = { topicId: 't', language: 'zh-Hans' as const, t: translator(zhHans) }
const thread = (id: string): ThreadLine => ({
  id,
  opening: { id, gone: '' },
  replies: [],
  all: null,
})
const waiting = (id: string, given: Partial<OwnWaiting> = {}): OwnWaiting => ({
  id,
  rootId: null,
  standing: 'pending',
  earlierPublic: false,
  html: '<p>等着。</p>',
  voice: 'resident',
  authorTitle: null,
  stance: 'support',
  kind: 'opinion',
  lang: 'zh-Hans',
  createdAt: new Date(0),
  files: [],
  ...given,
})
const threads = ['9', '6', '3'].map(thread)
const first = { sort: 'new' as const, filter: null, start: { side: 'first' as const } }
const ids = (entries: ReadonlyArray<{ id: string }>) => entries.map(({ id }) => id)

describe('the reader’s own waiting comments', () => {
  it('stand in their place in the plain order, on the page that they belong to', () => {
    const own = [waiting('8'), waiting('1'), waiting('5', { rootId: '6' })]
    const between = { above: 'z', below: '3' }
    expect(ids(withOwnComments(threads, own, { place: first, between }, wording))).toEqual([
      '9',
      '8',
      '6',
      '3',
    ])
  })

  it('stand first in other orders, where the filter chooses them', () => {
    const own = [waiting('8'), waiting('7', { stance: 'oppose' })]
    const hot = { ...first, sort: 'hot' as const }
    const filtered = { ...hot, filter: { by: 'stance' as const, value: 'oppose' as const } }
    const read = (place: Parameters<typeof withOwnComments>[2]['place']) =>
      ids(withOwnComments(threads, own, { place, between: null }, wording))
    expect(read(hot)).toEqual(['8', '7', '9', '6', '3'])
    expect(read(filtered)).toEqual(['7', '9', '6', '3'])
    expect(read({ ...hot, start: { side: 'after', key: { value: 1, id: '9' } } })).toEqual([
      '9',
      '6',
      '3',
    ])
  })

  it('are not shown twice when an earlier text is public', () => {
    const own = [waiting('6', { earlierPublic: true })]
    const between = { above: 'z', below: '' }
    expect(ids(withOwnComments(threads, own, { place: first, between }, wording))).toEqual([
      '9',
      '6',
      '3',
    ])
    expect(ownPart('p', new Map(), own, wording).lines[0]).toMatchObject({ html: null })
  })
})

describe('the reader’s own public comments', () => {
  it('are told by their author, and by nobody for guests', () => {
    const authors = new Map([
      ['9', 'p'],
      ['6', 'q'],
    ])
    expect(ownPart('p', authors, [], wording).ids).toEqual(['9'])
    expect(ownPart(undefined, authors, [], wording)).toEqual({ ids: [], lines: [] })
  })
})
