import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from './canonical'
import { auditDetail } from './detail'

describe('auditDetail', () => {
  test('leaves out what is undefined, and writes dates and big integers', () => {
    const detail = {
      until: new Date('2026-11-23T02:00:00Z'),
      nothing: undefined,
      empty: null,
      waitedMs: 1234n,
      huge: 2n ** 63n,
      before: { name: '区住建局', telephone: undefined },
      list: [new Date(0), undefined, 'a'],
    }
    expect(auditDetail(detail)).toEqual({
      until: '2026-11-23T02:00:00.000Z',
      empty: null,
      waitedMs: 1234,
      huge: '9223372036854775808',
      before: { name: '区住建局' },
      list: ['1970-01-01T00:00:00.000Z', null, 'a'],
    })
    expect('nothing' in auditDetail(detail)).toBe(false)
  })

  test('replaces what a JSON column cannot hold, in names as well', () => {
    expect(auditDetail({ 'a\0': 'x\0y', half: '\ud83d!', whole: '👍' })).toEqual({
      'a\ufffd': 'x\ufffdy',
      half: '\ufffd!',
      whole: '👍',
    })
  })

  test('keeps what canonicalJson must refuse for it to refuse', () => {
    expect(() => canonicalJson(auditDetail({ map: new Map() }))).toThrow(TypeError)
    expect(() => canonicalJson(auditDetail({ n: Number.NaN }))).toThrow(TypeError)
  })

  test('keeps an own key named __proto__', () => {
    const detail = JSON.parse('{"__proto__":{"a":1}}') as Record<string, unknown>
    expect(canonicalJson(auditDetail(detail))).toBe('{"__proto__":{"a":1}}')
  })

  test('gives whatever JSON can hold a canonical form that the way through JSON keeps', () => {
    const values = fc.dictionary(
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' }),
    )
    fc.assert(
      fc.property(values, (value) => {
        const detail = auditDetail(value)
        const text = canonicalJson(detail)
        expect(canonicalJson(JSON.parse(text))).toBe(text)
        expect(canonicalJson(auditDetail(detail))).toBe(text)
        expect(text).not.toContain('\\u0000')
      }),
    )
  })
})
