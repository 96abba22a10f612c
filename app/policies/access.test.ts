import { describe, expect, it } from 'vitest'
import type { Actor } from '~/domain/person/actor'
import type { Role } from '~/domain/person/role'
import { confirmed, signedIn, staff } from './access'

const actor = (role: Role, secondFactor: boolean): Actor => ({
  personId: 'me',
  sessionId: 's',
  displayName: '王某',
  confirmed: true,
  sanction: null,
  suspended: false,
  secondFactor,
  hasSecondFactor: secondFactor,
  districtId: null,
  grants: [{ role, duty: null, departmentId: null, studioId: null, title: null }],
})

describe.each([signedIn, confirmed, staff('official')])('the rule $name', (rule) => {
  const missing = (secondFactor: boolean, secondFactorRequired = true) =>
    rule.missing(actor('official', secondFactor), { secondFactorRequired })

  it('asks staff for their second factor, but for the demo', () => {
    expect(missing(false)).toBe('secondFactorRequired')
    expect(missing(true)).toBeUndefined()
    expect(missing(false, false)).toBeUndefined()
  })
})

it.each([signedIn, confirmed])('the rule $name asks residents for no second factor', (rule) => {
  expect(rule.missing(actor('resident', false), { secondFactorRequired: true })).toBeUndefined()
})
