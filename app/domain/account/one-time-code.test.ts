import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneTimeCode } from './one-time-code'

/** A source that gives these four-byte values, one after another. */
function sourceOf(...values: number[]) {
  const rest = [...values]
  return (length: number) => {
    const value = rest.shift()
    if (value === undefined) throw new Error('asked more often than expected')
    const bytes = new Uint8Array(length)
    new DataView(bytes.buffer).setUint32(0, value)
    return bytes
  }
}

describe('oneTimeCode', () => {
  test('always has six digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_293_999_999 }), (value) => {
        expect(oneTimeCode(sourceOf(value))).toMatch(/^\d{6}$/)
      }),
    )
    expect(oneTimeCode(sourceOf(7))).toBe('000007')
    expect(oneTimeCode(sourceOf(4_293_999_999))).toBe('999999')
  })

  test('asks again for what would make low codes likelier', () => {
    expect(oneTimeCode(sourceOf(4_294_000_000, 4_294_967_295, 123_456))).toBe('123456')
  })

  test('reads a source that hands out parts of a larger buffer', () => {
    const buffer = Uint8Array.of(255, 255, 255, 255, 0, 0, 0, 42)
    expect(oneTimeCode(() => buffer.subarray(4))).toBe('000042')
  })
})
