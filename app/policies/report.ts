import { AppError } from '~/domain/errors'
import type { Actor, Viewer } from '~/domain/person/actor'
import { confirmed } from './access'

/** Whoever may speak may report: signed in, with a confirmed telephone number, not suspended. */
export const reporters = confirmed

/** @throws AppError signInRequired, verificationRequired or forbidden (suspended) */
export function requireReporter(viewer: Viewer): Actor {
  const missing = reporters.missing(viewer, { secondFactorRequired: false })
  if (missing || !viewer) throw new AppError(missing ?? 'signInRequired')
  return viewer
}
