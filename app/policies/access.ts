import { AppError, type ErrorCode } from '~/domain/errors'
import { silences, type SanctionInForce } from '~/domain/moderation/sanction'
import { holds, isStaff, type Viewer } from '~/domain/person/actor'
import type { Duty, Role } from '~/domain/person/role'

/**
 * Who may call a loader or an action. A rule answers with nothing, or with the code of what is
 * missing. What depends on the very thing that is read or changed is asked in the command or query,
 * by the policy of that resource.
 */
export interface AccessRule {
  name: string
  missing(viewer: Viewer, options: AccessOptions): ErrorCode | undefined
}

export interface AccessOptions {
  /** Whether staff must have given their second factor (everywhere but in the demo). */
  secondFactorRequired: boolean
}

/** Guests too. */
export const everybody: AccessRule = { name: 'everybody', missing: () => undefined }

/** Whether a staff member has shown no more than the password, which opens nothing but the second step. */
export function lacksSecondFactor(viewer: Viewer, options: AccessOptions): boolean {
  return options.secondFactorRequired && isStaff(viewer) && !viewer.secondFactor
}

/** Whoever is signed in, staff with their second factor. */
export const signedIn: AccessRule = {
  name: 'signedIn',
  missing: (viewer, options) => {
    if (!viewer) return 'signInRequired'
    return lacksSecondFactor(viewer, options) ? 'secondFactorRequired' : undefined
  },
}

/** The sanction by which the viewer may neither comment, vote nor report now; null for none. */
export function silencing(viewer: Viewer): SanctionInForce | null {
  return viewer?.sanction && silences(viewer.sanction.step) ? viewer.sanction : null
}

/** What whoever is sanctioned reads in place of what they asked for: until when, and where to appeal. */
export function sanctioned({ id, step, until }: SanctionInForce): AppError {
  return new AppError('sanctioned', { sanction: id, step, until: until?.toISOString() ?? '' })
}

/**
 * Signed in, with a confirmed telephone number, under no sanction that forbids it: who may speak, vote, report. Staff
 * speak with the voice of their office, and so with their second factor.
 */
export const confirmed: AccessRule = {
  name: 'confirmed',
  missing: (viewer, options) => {
    if (!viewer) return 'signInRequired'
    if (silencing(viewer)) return 'sanctioned'
    if (!viewer.confirmed) return 'verificationRequired'
    return lacksSecondFactor(viewer, options) ? 'secondFactorRequired' : undefined
  },
}

/** Whoever holds one of the roles, with the duty where one is named. */
export function staff(...wanted: ReadonlyArray<Role | `${Role}:${Duty}`>): AccessRule {
  const pairs = wanted.map((entry) => entry.split(':') as [Role, Duty?])
  return {
    name: `staff(${wanted.join(', ')})`,
    missing: (viewer, options) => {
      if (!viewer) return 'signInRequired'
      if (viewer.suspended) return 'sanctioned'
      if (!pairs.some(([role, duty]) => holds(viewer, role, duty))) return 'forbidden'
      return lacksSecondFactor(viewer, options) ? 'secondFactorRequired' : undefined
    },
  }
}
