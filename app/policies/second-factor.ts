import { isStaff } from '~/domain/person/actor'
import type { AccessRule } from './access'

/** Staff, before or after they have shown a second factor: for the pages on which they do. */
export const staffMember: AccessRule = {
  name: 'staffMember',
  missing: (viewer) => {
    if (!viewer) return 'signInRequired'
    return isStaff(viewer) ? undefined : 'forbidden'
  },
}

/** Whoever has given the password, before or after the second step: for the page of that step. */
export const passwordGiven: AccessRule = {
  name: 'passwordGiven',
  missing: (viewer) => (viewer ? undefined : 'signInRequired'),
}

/**
 * Whoever is signed in, on pages that change their own account: who has a second factor must have shown
 * it in this session, so that a stolen password alone changes nothing.
 */
export const accountOwner: AccessRule = {
  name: 'accountOwner',
  missing: (viewer) => {
    if (!viewer) return 'signInRequired'
    return viewer.hasSecondFactor && !viewer.secondFactor ? 'secondFactorRequired' : undefined
  },
}
