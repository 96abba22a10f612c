import type { Scope } from '~/server/scope.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import { getReviewItem, type ReviewItem } from './get-review-item.server'

/**
 * A comment whose decision waits for a second look: the text as it was sent, what stood around it then, and what
 * screening found. Whatever tells of the first decision is left out: the standing of comment and texts, decisions,
 * what was hidden in the published text, what was said later, groups that it was joined to. Once nothing waits, the
 * comment as it is. Null for an id that is none or names nothing.
 *
 * @throws AppError forbidden for others than moderators
 */
export async function getSecondLook(scope: Scope, commentId: string): Promise<ReviewItem | null> {
  const item = await getReviewItem(scope, commentId, 'secondLook')
  if (!item?.task) return item && getReviewItem(scope, commentId)
  const look = await scope.db.secondLook.findUnique({
    where: { taskId: item.task.id },
    select: { id: true },
  })
  return look && { ...blind(item), secondLookId: look.id }
}

function blind(item: ReviewItem): ReviewItem {
  const { revision } = item
  const { originalText, html } = revision
  const text = originalText ?? revision.text
  return {
    ...item,
    status: 'pending',
    latestStatus: 'pending',
    topic: { ...item.topic, pausable: false },
    // A refusal can have led to a sanction.
    author: { ...item.author, ladder: [] },
    revision: {
      ...revision,
      text,
      originalText: null,
      // What was hidden in the published text was hidden in its HTML, too.
      html: originalText === null ? html : renderMarkdown(text, 'comment').html,
    },
    // Whether an earlier text is public tells whether this one took its place.
    earlier: [],
    decisions: [],
    open: true,
    neighbours: item.neighbours.filter(({ at }) => at < revision.sentAt),
    similar: [],
    joined: false,
    reports: null,
  }
}
