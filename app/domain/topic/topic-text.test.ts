import { expect, it } from 'vitest'
import { nextTopicCode, parseTags } from './topic-text'

it('numbers topics within their year', () => {
  expect(nextTopicCode(2025, null)).toBe('XS-2025-001')
  expect(nextTopicCode(2025, 'XS-2025-041')).toBe('XS-2025-042')
  expect(nextTopicCode(2025, 'XS-2025-999')).toBe('XS-2025-1000')
  expect(nextTopicCode(2026, 'XS-2025-041')).toBe('XS-2026-001')
  expect(nextTopicCode(2025, 'XS-2025-old')).toBe('XS-2025-001')
})

it('reads tags from one line, each once', () => {
  expect(parseTags(' 停车、 老旧小区，停车 #物业 ')).toEqual({
    ok: true,
    tags: ['停车', '老旧小区', '物业'],
  })
  expect(parseTags('')).toEqual({ ok: true, tags: [] })
  expect(parseTags('一 二 三 四 五 六 七 八 九')).toEqual({ ok: false, problem: 'tooMany' })
  expect(parseTags('字'.repeat(13))).toEqual({ ok: false, problem: 'tooLong' })
})
