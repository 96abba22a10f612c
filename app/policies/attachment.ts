import { attachmentAccess, type AttachmentFacts } from '~/domain/attachment/serving'
import type { Viewer } from '~/domain/person/actor'
import { lacksSecondFactor, type AccessOptions } from './access'
import { canSeeAssignment } from './assignment'
import { canReview } from './moderation'

/**
 * Who gets a file: everybody what is published, its sender and moderators what waits, nobody anything else. What one
 * gets by an office asks for the second factor.
 */
export function accessToAttachment(
  viewer: Viewer,
  facts: AttachmentFacts,
  options: AccessOptions,
): 'public' | 'private' | null {
  const departmentIds = facts.response?.departmentIds
  const inOffice = !lacksSecondFactor(viewer, options)
  return attachmentAccess(facts, {
    personId: viewer?.personId ?? null,
    reviews: inOffice && canReview(viewer),
    worksOnResponse:
      inOffice && departmentIds !== undefined && canSeeAssignment(viewer, { departmentIds }),
  })
}
