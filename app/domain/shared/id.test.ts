import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createIdFactory, idTime, isId, newId } from './id'

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

function toUuid(id: string): string {
  let value = 0n
  for (const character of id) value = value * 32n + BigInt(ALPHABET.indexOf(character))
  const hex = value.toString(16).padStart(32, '0')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

const times = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const randomness = fc.uint8Array({ minLength: 10, maxLength: 10 })

/** A source that gives the same bytes in every run, all of them used in turn. */
function sourceOf(bytes: readonly number[]) {
  let position = 0
  return (length: number) =>
    Uint8Array.from({ length }, () => bytes[position++ % bytes.length] ?? 0)
}

describe('newId', () => {
  test('gives the example of RFC 9562, appendix A.6', () => {
    const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f)
    const id = newId(0x017f22e279b0, random)
    expect(toUuid(id)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')
    expect(id).toBe('01fwhe4ydgfk1shh6w1g60eecf')
  })

  test('always gives 26 characters that are an identifier and carry their time', () => {
    fc.assert(
      fc.property(times, randomness, (atMs, random) => {
        const id = newId(atMs, random)
        expect(id).toHaveLength(26)
        expect(isId(id)).toBe(true)
        expect(idTime(id)).toBe(atMs)
      }),
    )
  })

  test('sorts as text by time, whatever the randomness', () => {
    fc.assert(
      fc.property(times, times, randomness, randomness, (a, b, randomA, randomB) => {
        fc.pre(a < b)
        expect(newId(a, randomA) < newId(b, randomB)).toBe(true)
      }),
    )
  })

  test('keeps 74 random bits apart from version and variant', () => {
    const zeros = toUuid(newId(0, new Uint8Array(10)))
    const ones = toUuid(newId(0, new Uint8Array(10).fill(255)))
    expect(zeros).toBe('00000000-0000-7000-8000-000000000000')
    expect(ones).toBe('00000000-0000-7fff-bfff-ffffffffffff')
  })

  test.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 48])(
    'refuses the time %s',
    (atMs) => {
      expect(() => newId(atMs, new Uint8Array(10))).toThrow(RangeError)
    },
  )

  test('refuses randomness of another length than ten bytes', () => {
    expect(() => newId(0, new Uint8Array(9))).toThrow(RangeError)
    expect(() => newId(0, new Uint8Array(16))).toThrow(RangeError)
  })
})

describe('createIdFactory', () => {
  test('gives growing identifiers within one millisecond, for any randomness', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1 }), (bytes) => {
        const makeId = createIdFactory(sourceOf(bytes))
        const ids = Array.from({ length: 50 }, () => makeId(1_752_429_600_000))
        expect(ids).toEqual([...ids].sort())
        expect(new Set(ids).size).toBe(ids.length)
        expect(ids.every((id) => isId(id) && idTime(id) === 1_752_429_600_000)).toBe(true)
      }),
    )
  })

  test('carries over the bits of version and variant when the lower ones are full', () => {
    const makeId = createIdFactory(sourceOf([255]))
    const first = makeId(5)
    const second = makeId(5)
    expect(toUuid(first)).toBe('00000000-0005-77ff-bfff-ffffffffffff')
    expect(toUuid(second)).toBe('00000000-0005-7800-8000-0000ffffffff')
  })

  test('gives an event of the past an identifier of its own time', () => {
    const makeId = createIdFactory(sourceOf([7, 99, 180]))
    makeId(2_000)
    expect(idTime(makeId(1_000))).toBe(1_000)
  })
})

describe('isId', () => {
  const id = newId(1_752_429_600_000, new Uint8Array(10))

  test.each([
    ['an empty text', ''],
    ['upper case', id.toUpperCase()],
    ['a character too few', id.slice(1)],
    ['a character too many', `${id}0`],
    ['a line break after it', `${id}\n`],
    ['a letter outside the alphabet', `${id.slice(0, 25)}u`],
    ['more than 128 bits', `8${id.slice(1)}`],
    ['another version', `${id.slice(0, 10)}8${id.slice(11)}`],
    ['another variant', `${id.slice(0, 13)}c${id.slice(14)}`],
    ['a number', 42],
    ['nothing', undefined],
  ])('refuses %s', (_name, value) => {
    expect(isId(value)).toBe(false)
  })

  test('is what idTime asks first', () => {
    expect(() => idTime('0000')).toThrow(RangeError)
  })
})
