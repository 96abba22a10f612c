import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_PASSWORDS } from './common-passwords'
import { passwordProblems } from './password-rule'

const person = { phone: '+8613812345678', displayName: '梧桐里老邻居' }
const problems = (password: string) => passwordProblems(password, person)

describe('a password', () => {
  test.each([
    'Xk7mqvRt',
    'xk7m!vrt',
    'XK7M!VRT',
    'river-bridge-lantern',
    '桥头的第三棵槐树Ab',
    '今天下午在河边看见两只白鹭飞',
    'correct horse battery',
  ])('may be %s', (password) => {
    expect(problems(password)).toEqual([])
  })

  test('has at least 8 characters', () => {
    expect(problems('')).toEqual(['tooShort'])
    expect(problems('Xk7!mqv')).toEqual(['tooShort'])
  })

  test('has three classes of characters, or 14 characters', () => {
    expect(problems('xkwmqvrt')).toEqual(['tooFewClasses'])
    expect(problems('xk7mqvrt2hbws')).toEqual(['tooFewClasses'])
    expect(problems('xk7mqvrt2hbwsd')).toEqual([])
    expect(problems('73920485610938')).toEqual([])
  })

  test('has at most 128 characters, and a longer one is not looked at any further', () => {
    expect(problems('Xk7!mqvR'.repeat(16))).toEqual([])
    expect(problems(`${'Xk7!mqvR'.repeat(16)}a`)).toEqual(['tooLong'])
    expect(problems('1'.repeat(1_000_000))).toEqual(['tooLong'])
  })

  test('counts characters, not code units', () => {
    expect(problems('😀😁😂aA1')).toContain('tooShort')
  })

  test.each(['P@ssw0rd', 'Admin@123', 'Aa123456!', '1qaz@WSX', 'Woaini1314', '12345678901234'])(
    'is not one that is guessed first, such as %s',
    (password) => {
      expect(problems(password)).toContain('common')
    },
  )

  test('is not a pattern of a few characters', () => {
    expect(problems('aaaaaaaaaaaaaa')).toEqual(['common'])
    expect(problems('Aa1Aa1Aa1Aa1')).toEqual(['common'])
    expect(problems('ababababababababab')).toEqual(['common'])
    expect(problems('1!bcAa1!bcAa')).toEqual([]) // five different ones
  })

  test('does not contain the telephone number or its last eight digits', () => {
    expect(problems('Ab!13812345678')).toEqual(['containsPhone'])
    expect(problems('Ab!12345678')).toEqual(['containsPhone'])
    expect(problems('Ab!1234-5678')).toEqual(['containsPhone'])
    expect(problems('Ab!2345678x')).toEqual([])
    expect(passwordProblems('Ab!13812345678', { ...person, phone: null })).toEqual([])
    expect(passwordProblems('Ab!13812345678', { ...person, phone: '138 1234 5678' })).toEqual([
      'containsPhone',
    ])
  })

  test('does not contain the display name, in whatever case or width', () => {
    expect(problems('Ab1!梧桐里老邻居')).toEqual(['containsName'])
    const ann = { phone: null, displayName: 'Ann Lee' }
    expect(passwordProblems('7!annLEEqv', ann)).toEqual(['containsName'])
    expect(passwordProblems('7!ＡＮＮ leeqv', ann)).toEqual(['containsName'])
  })

  test('may contain a name of one or two letters, or none', () => {
    expect(passwordProblems('Xk7!mlivq', { phone: null, displayName: 'li' })).toEqual([])
    expect(passwordProblems('Xk7!mlivq', { phone: null, displayName: '' })).toEqual([])
    expect(passwordProblems('Xk7!王敏vq', { phone: null, displayName: '王敏' })).toEqual([
      'containsName',
    ])
  })

  test('of 14 or more different characters is never refused for its classes', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), {
          minLength: 14,
          maxLength: 26,
        }),
        (letters) => {
          const password = letters.join('')
          fc.pre(!COMMON_PASSWORDS.has(password))
          expect(problems(password)).toEqual([])
        },
      ),
    )
  })
})

test('the common passwords are in lower case and would pass the rule on length', () => {
  for (const password of COMMON_PASSWORDS) {
    expect(password).toBe(password.toLowerCase())
    expect(password.length).toBeGreaterThanOrEqual(8)
  }
})
