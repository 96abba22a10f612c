import { AppError } from '~/domain/errors'
import { holds, type Actor, type Viewer } from '~/domain/person/actor'
import type { Role } from '~/domain/person/role'
import type { Stage } from '~/domain/topic/stage'

/** Who opens a topic, changes it, moves it on: the convener of its studio; the administrator where the rules let them. */

function heldIn(viewer: Viewer, studioId: string, roles: readonly Role[]): viewer is Actor {
  return (
    viewer !== null &&
    !viewer.suspended &&
    viewer.grants.some((grant) => roles.includes(grant.role) && grant.studioId === studioId)
  )
}

function isAdmin(viewer: Viewer): boolean {
  return (
    viewer !== null && !viewer.suspended && viewer.grants.some((grant) => grant.role === 'admin')
  )
}

function moderates(viewer: Viewer): boolean {
  return holds(viewer, 'moderator') && !viewer.suspended
}

/** The studios whose desk the viewer sees: all for the administrator, else their own. */
export function deskStudios(viewer: Viewer): 'all' | string[] {
  if (isAdmin(viewer)) return 'all'
  if (!viewer || viewer.suspended) return []
  const ids = viewer.grants.flatMap((grant) =>
    (grant.role === 'convener' || grant.role === 'liaison') && grant.studioId
      ? [grant.studioId]
      : [],
  )
  return [...new Set(ids)]
}

/** The studios in which the viewer may open a topic. */
export function openableStudios(viewer: Viewer): 'all' | string[] {
  if (isAdmin(viewer)) return 'all'
  const studios = deskStudios(viewer)
  return studios === 'all' ? studios : studios.filter((id) => canOpenTopic(viewer, id))
}

/** A topic is opened by the studio's convener, or by the administrator on its behalf. */
export function canOpenTopic(viewer: Viewer, studioId: string): viewer is Actor {
  return isAdmin(viewer) || heldIn(viewer, studioId, ['convener'])
}

/** @throws AppError forbidden */
export function requireOpenTopic(viewer: Viewer, studioId: string): Actor {
  if (!canOpenTopic(viewer, studioId)) throw new AppError('forbidden', {}, { detail: 'open topic' })
  return viewer
}

/** The studio's own people see what lies behind its topics; so does the administrator. */
export function canWorkOnTopic(viewer: Viewer, topic: { studioId: string }): viewer is Actor {
  return isAdmin(viewer) || heldIn(viewer, topic.studioId, ['convener', 'liaison'])
}

/** @throws AppError notFound: whoever has no part in a studio learns nothing of its work */
export function requireWorkOnTopic(viewer: Viewer, topic: { studioId: string }): Actor {
  if (!canWorkOnTopic(viewer, topic)) throw new AppError('notFound', {}, { detail: 'studio topic' })
  return viewer
}

/** Its words and settings are the convener's, with the liaison's help, until it is closed. */
export function canEditTopic(
  viewer: Viewer,
  topic: { studioId: string; stage: Stage },
): viewer is Actor {
  return topic.stage !== 'closed' && canWorkOnTopic(viewer, topic)
}

/** @throws AppError forbidden */
export function requireEditTopic(viewer: Viewer, topic: { studioId: string; stage: Stage }): Actor {
  if (!canEditTopic(viewer, topic)) throw new AppError('forbidden', {}, { detail: 'edit topic' })
  return viewer
}

/** A topic is taken out of service for a while, and put back, by its convener, a moderator or the administrator. */
export function canPauseTopic(
  viewer: Viewer,
  topic: { studioId: string; stage: Stage },
): viewer is Actor {
  return (
    (topic.stage === 'collecting' || topic.stage === 'deliberating') &&
    (isAdmin(viewer) || heldIn(viewer, topic.studioId, ['convener']) || moderates(viewer))
  )
}

/** @throws AppError forbidden */
export function requirePauseTopic(
  viewer: Viewer,
  topic: { studioId: string; stage: Stage },
): Actor {
  if (!canPauseTopic(viewer, topic)) throw new AppError('forbidden', {}, { detail: 'pause topic' })
  return viewer
}

/** What the rules of transition ask of who moves a topic. */
export function moverFacts(
  viewer: Viewer,
  reason?: string,
): { grants: Array<{ role: Role; studioId: string | null }>; reason?: string } {
  const grants = viewer && !viewer.suspended ? viewer.grants : []
  return { grants: grants.map(({ role, studioId }) => ({ role, studioId })), reason }
}
