import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { REVIEW_STATUSES } from './comment'
import { QUOTE_MAX_CHARACTERS, quoteExcerpt, quoteProblem, viewQuote } from './quote'

describe('quoting', () => {
  test('takes published words of the same topic, and no others', () => {
    expect(quoteProblem({ topicId: 'a', status: 'published' }, 'a')).toBeNull()
    expect(quoteProblem({ topicId: 'b', status: 'published' }, 'a')).toBe('otherTopic')
    for (const status of REVIEW_STATUSES.filter((one) => one !== 'published')) {
      expect(quoteProblem({ topicId: 'a', status }, 'a')).toBe('notPublished')
    }
  })

  test('shows the words that were quoted, and says when another text has followed', () => {
    const text = '楼道里的灯坏了三个月。'
    expect(viewQuote({ status: 'published', text })).toEqual({
      kind: 'words',
      excerpt: text,
      edited: false,
    })
    expect(viewQuote({ status: 'superseded', text })).toEqual({
      kind: 'words',
      excerpt: text,
      edited: true,
    })
  })

  test('keeps its place and loses the words when they are withdrawn or removed', () => {
    const text = '不该再看到的话'
    expect(viewQuote({ status: 'withdrawn', text })).toEqual({ kind: 'withdrawn' })
    for (const status of ['pending', 'rejected', 'returned'] as const) {
      expect(viewQuote({ status, text })).toEqual({ kind: 'removed' })
    }
  })
})

describe('an excerpt', () => {
  test('is the whole text where it is short, in one line', () => {
    expect(quoteExcerpt('  第一行\n\n第二行\t完 ')).toBe('第一行 第二行 完')
    expect(quoteExcerpt('字'.repeat(120))).toBe('字'.repeat(120))
  })

  test('ends with a sentence where one ends in the second half', () => {
    const text = `${'字'.repeat(79)}。${'字'.repeat(100)}`
    expect(quoteExcerpt(text)).toBe(`${'字'.repeat(79)}。`)
  })

  test('takes the closing quotation mark with its sentence', () => {
    const text = `${'字'.repeat(79)}。”${'字'.repeat(100)}`
    expect(quoteExcerpt(text)).toBe(`${'字'.repeat(79)}。”`)
  })

  test('does not take a point within a figure for the end of a sentence', () => {
    expect(quoteExcerpt(`${'字'.repeat(79)}3.5${'字'.repeat(100)}`)).toBe(
      `${'字'.repeat(79)}3.5${'字'.repeat(37)}…`,
    )
    expect(quoteExcerpt(`${'word '.repeat(16)}end. ${'word '.repeat(50)}`)).toBe(
      `${'word '.repeat(16)}end.`,
    )
  })

  test('is cut with an ellipsis where no sentence ends late enough', () => {
    const text = `好。${'字'.repeat(200)}`
    expect(quoteExcerpt(text)).toBe(`好。${'字'.repeat(117)}…`)
  })

  test('counts characters, and cuts none in two', () => {
    expect(quoteExcerpt('😀'.repeat(121))).toBe(`${'😀'.repeat(119)}…`)
  })

  test('is never longer than allowed, and always a beginning', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const excerpt = quoteExcerpt(text)
        expect(Array.from(excerpt).length).toBeLessThanOrEqual(QUOTE_MAX_CHARACTERS)
        const line = text.replace(/\s+/gu, ' ').trim()
        expect(line.startsWith(excerpt) || line.startsWith(excerpt.slice(0, -1))).toBe(true)
      }),
    )
  })
})
