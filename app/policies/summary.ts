import { AppError } from '~/domain/errors'
import type { Actor, Viewer } from '~/domain/person/actor'
import type { Stage } from '~/domain/topic/stage'
import { canWorkOnTopic } from './topic'

/** Who writes the outcome summary, and who puts their name to it. */

/** From when on a summary is written: while the talk goes on one may begin, after closing nothing is added. */
const WRITING_STAGES: readonly Stage[] = ['deliberating', 'concluding', 'handling', 'evaluating']

/** From when on it is published: after the talk. */
const PUBLISHING_STAGES: readonly Stage[] = ['concluding', 'handling', 'evaluating']

export interface SummaryTopic {
  studioId: string
  stage: Stage
}

/** The convener writes it, and the liaison may help. */
export function canWriteSummary(viewer: Viewer, topic: SummaryTopic): viewer is Actor {
  return (
    WRITING_STAGES.includes(topic.stage) &&
    viewer !== null &&
    canWorkOnTopic(viewer, topic) &&
    viewer.grants.some(
      (grant) =>
        (grant.role === 'convener' || grant.role === 'liaison') &&
        grant.studioId === topic.studioId,
    )
  )
}

/** @throws AppError forbidden */
export function requireWriteSummary(viewer: Viewer, topic: SummaryTopic): Actor {
  if (!canWriteSummary(viewer, topic)) {
    throw new AppError('forbidden', {}, { detail: 'write summary' })
  }
  return viewer
}

/** What a talk came to is said by who held it: the convener alone, and not before the talk is over. */
export function canPublishSummary(viewer: Viewer, topic: SummaryTopic): viewer is Actor {
  return (
    PUBLISHING_STAGES.includes(topic.stage) &&
    canWriteSummary(viewer, topic) &&
    viewer.grants.some((grant) => grant.role === 'convener' && grant.studioId === topic.studioId)
  )
}

/** @throws AppError forbidden */
export function requirePublishSummary(viewer: Viewer, topic: SummaryTopic): Actor {
  if (!canPublishSummary(viewer, topic)) {
    throw new AppError('forbidden', {}, { detail: 'publish summary' })
  }
  return viewer
}
