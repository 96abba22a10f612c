import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maskMobile, nationalNumber, parseMobile } from './phone-number'

describe('parseMobile', () => {
  test.each([
    '13800000000',
    ' 138 0000 0000 ',
    '138-0000-0000',
    '138–0000—0000',
    '138.0000.0000',
    '+8613800000000',
    '+86 138 0000 0000',
    '(+86) 138-0000-0000',
    '0086 13800000000',
    '8613800000000',
    '１３８００００００００',
    '＋８６　１３８　００００　００００',
  ])('takes %j for the same number', (input) => {
    expect(parseMobile(input)).toBe('+8613800000000')
  })

  test.each([
    ['nothing', ''],
    ['a digit too few', '1380000000'],
    ['a digit too many', '138000000000'],
    ['a number that begins with 12', '12800000000'],
    ['a landline', '010-65120000'],
    ['a number of another country', '+1 415 555 0100'],
    ['the prefix of another country before eleven digits', '+8513800000000'],
    ['a short service number', '12345'],
    ['letters', '1380000000a'],
    ['a number with a line break and more', '13800000000\n1'],
    ['digits of another script', '१३८००००००००'],
  ])('refuses %s', (_name, input) => {
    expect(parseMobile(input)).toBeNull()
  })

  test('gives a form that it takes again, for every number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }), (digits) => {
        const mobile = parseMobile(String(digits))
        expect(mobile).toBe(`+86${digits}`)
        expect(parseMobile(mobile ?? '')).toBe(mobile)
        expect(nationalNumber(mobile ?? '')).toBe(String(digits))
      }),
    )
  })

  test('answers for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        expect(parseMobile(input) ?? '+8613800000000').toMatch(/^\+861[3-9]\d{9}$/)
      }),
    )
  })
})

describe('maskMobile', () => {
  test('shows the first three and the last four digits', () => {
    expect(maskMobile('+8613812340000')).toBe('138****0000')
    expect(maskMobile('13812340000')).toBe('138****0000')
  })

  test('shows nothing of what is no number', () => {
    expect(maskMobile('user@example.com')).toBe('****')
  })
})
