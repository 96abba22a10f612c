import { describe, expect, it } from 'vitest'
import type { Actor } from '../person/actor'
import type { Role } from '../person/role'
import { signInStep } from './sign-in-step'

function actor(role: Role, has: boolean, shown: boolean): Actor {
  return {
    personId: 'p',
    sessionId: 's',
    displayName: '某人',
    confirmed: true,
    sanction: null,
    suspended: false,
    secondFactor: shown,
    hasSecondFactor: has,
    districtId: null,
    grants: [{ role, duty: null, departmentId: null, studioId: null, title: null }],
  }
}

describe('the step after a password', () => {
  it.each([
    ['resident', false, false, 'done', 'done'],
    ['auditor', false, false, 'setUp', 'done'],
    ['auditor', true, false, 'secondFactor', 'secondFactor'],
    ['auditor', true, true, 'done', 'done'],
    // Somebody who worked here once keeps their second factor.
    ['resident', true, false, 'secondFactor', 'secondFactor'],
  ] as const)('of %s, has %s, shown %s: %s, in the demo %s', (role, has, shown, step, demo) => {
    const viewer = actor(role, has, shown)
    expect(signInStep(viewer, { secondFactorRequired: true })).toBe(step)
    expect(signInStep(viewer, { secondFactorRequired: false })).toBe(demo)
  })
})
