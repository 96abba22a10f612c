import { AppError } from '~/domain/errors'
import { holds, type Actor, type Viewer } from '~/domain/person/actor'
import { staff } from './access'

/** Rules, word lists and the reasons not to publish are kept by 审核组长 and administrators. */
export const screeningKeepers = staff('moderator:senior', 'admin')

/** Whether the viewer sets by what texts are screened. */
export function canKeepScreening(viewer: Viewer): viewer is Actor {
  if (!viewer || viewer.suspended) return false
  return holds(viewer, 'moderator', 'senior') || holds(viewer, 'admin')
}

/** @throws AppError forbidden */
export function requireScreeningKeeper(viewer: Viewer): Actor {
  if (!canKeepScreening(viewer)) throw new AppError('forbidden')
  return viewer
}

/** In which of their roles they do it. */
export function keeperRole(viewer: Actor): 'moderator' | 'admin' {
  return holds(viewer, 'moderator', 'senior') ? 'moderator' : 'admin'
}
