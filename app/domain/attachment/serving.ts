import type { ReviewStatus } from '~/domain/comment/comment'

/** What the malware scanner said of a file. */
export type AttachmentScan = 'none' | 'clean' | 'waiting' | 'infected'

/** Where a file stands, as far as it decides who may have it. */
export interface AttachmentFacts {
  scan: AttachmentScan
  uploaderId: string
  comment: {
    status: ReviewStatus
    /** The published text has the file. */
    inCurrentText: boolean
  } | null
  response: {
    /** All that were asked for it. */
    departmentIds: readonly string[]
    /** The file became public with a version of the answer, and no later one has taken it out. */
    published: boolean
  } | null
  /** It is evidence on a note, which is public from the beginning. */
  note: boolean
}

/** Who asks for it. */
export interface AttachmentReader {
  personId: string | null
  reviews: boolean
  /** Drafts or signs the answer, or assigned it. */
  worksOnResponse: boolean
}

/**
 * Whether somebody gets a file: `public` for everybody, `private` for this reader alone, null for nobody. What is not
 * said here is refused.
 */
export function attachmentAccess(
  facts: AttachmentFacts,
  reader: AttachmentReader,
): 'public' | 'private' | null {
  if (facts.scan === 'infected' || facts.scan === 'waiting') return null
  const { comment, response, note } = facts
  if (comment) {
    if (comment.status === 'published' && comment.inCurrentText) return 'public'
    if (reader.reviews) return 'private'
    const own = reader.personId !== null && reader.personId === facts.uploaderId
    return own && comment.status !== 'withdrawn' ? 'private' : null
  }
  if (response) {
    if (response.published) return 'public'
    return reader.worksOnResponse ? 'private' : null
  }
  return note ? 'public' : null
}

/**
 * Whether a moderator sees an image veiled until they ask for it: what somebody reported, what a rule held, and what
 * was marked 令人不适.
 */
export function isVeiledInQueue(image: {
  distressing: boolean
  reported: boolean
  held: boolean
}): boolean {
  return image.distressing || image.reported || image.held
}
