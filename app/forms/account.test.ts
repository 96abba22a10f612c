import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { zhHans } from '~/i18n/zh-hans'
import * as forms from './account'
import { parseForm } from './form'

const schemas = Object.entries({ ...forms, ProfileSchema: forms.profileSchema('某人') }).flatMap(
  ([name, value]): Array<[string, z.ZodTypeAny]> =>
    value instanceof z.ZodType ? [[name, value]] : [],
)

describe.each(schemas)('%s', (_name, schema) => {
  it.each([
    ['without its fields', {}],
    ['with empty fields', { displayName: '', phone: '', password: '', code: '', consent: '' }],
    [
      'with what belongs elsewhere',
      {
        displayName: '\u0000\u202e',
        phone: '１３８',
        password: 'x'.repeat(10_000),
        currentPassword: ' ',
        code: '\ud800',
        consent: 'yes',
        language: 'fr',
        districtId: "'; --",
      },
    ],
  ])('%s answers in words of the catalogues', (_case, values) => {
    const parsed = parseForm(schema, values)
    if (parsed.ok) return
    for (const errors of Object.values(parsed.state.errors)) {
      for (const { key } of errors) expect(zhHans).toHaveProperty([key])
    }
  })
})

describe('the profile form', () => {
  it('keeps a name that the rule would refuse, and takes no other such name', () => {
    const values = { displayName: '系统管理员', language: 'en' }
    expect(parseForm(forms.profileSchema('系统管理员'), values).ok).toBe(true)
    expect(parseForm(forms.profileSchema('卓立'), values)).toMatchObject({
      state: { errors: { displayName: [{ key: 'displayName.impersonates' }] } },
    })
  })
})

describe('the sign-up form', () => {
  const good = {
    displayName: ' 河边散步的人 ',
    phone: '138 0000 0000',
    password: 'Long-enough-7',
    districtId: '',
    consent: 'on',
  }
  const keysOf = (values: Record<string, string>) => {
    const parsed = parseForm(forms.SignUpSchema, values)
    if (parsed.ok) return []
    return Object.values(parsed.state.errors).flatMap((errors) => errors.map(({ key }) => key))
  }

  it('gives name and number in their one form', () => {
    expect(parseForm(forms.SignUpSchema, good)).toMatchObject({
      ok: true,
      data: { displayName: '河边散步的人', phone: '+8613800000000' },
    })
  })

  it('names everything that is wrong at once', () => {
    expect(keysOf({ ...good, phone: '1', password: 'abc', consent: '' }).sort()).toEqual([
      'account.consent.missing',
      'account.phone.invalid',
      'password.tooShort',
    ])
  })

  it('looks for number and name in the password', () => {
    expect(keysOf({ ...good, password: 'Ab-00000000-x' })).toEqual(['password.containsPhone'])
    expect(keysOf({ ...good, password: '河边散步的人-A1' })).toEqual(['password.containsName'])
  })

  it('takes no spaces for a name, a number or a code', () => {
    expect(keysOf({ ...good, displayName: ' \t ', phone: '   ' })).toEqual([
      'account.displayName.missing',
      'account.phone.missing',
    ])
  })
})
