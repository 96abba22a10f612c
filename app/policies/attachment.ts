import { attachmentAccess, type AttachmentFacts } from '~/domain/attachment/serving'
import type { Viewer } from '~/domain/person/actor'
import { canSeeAssignment } from './assignment'
import { canReview } from './moderation'

/** Who gets a file: everybody what is published, its sender and moderators what waits, nobody anything else. */
export function accessToAttachment(
  viewer: Viewer,
  facts: AttachmentFacts,
): 'public' | 'private' | null {
  const departmentIds = facts.response?.departmentIds
  return attachmentAccess(facts, {
    personId: viewer?.personId ?? null,
    reviews: canReview(viewer),
    worksOnResponse: departmentIds !== undefined && canSeeAssignment(viewer, { departmentIds }),
  })
}
