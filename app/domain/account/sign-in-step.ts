import { isStaff, type Actor } from '../person/actor'

/** What a person who has signed in still has to do before they go on. */
export type SignInStep = 'done' | 'secondFactor' | 'setUp'

/**
 * Who has a second factor shows it; staff who have none set it up, where it is required (everywhere but
 * in the demo).
 */
export function signInStep(viewer: Actor, options: { secondFactorRequired: boolean }): SignInStep {
  if (viewer.hasSecondFactor) return viewer.secondFactor ? 'done' : 'secondFactor'
  return isStaff(viewer) && options.secondFactorRequired ? 'setUp' : 'done'
}
