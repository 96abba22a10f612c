import { AppError } from '~/domain/errors'
import { requireEditTopic } from '~/policies/topic'
import { conflictOver } from '~/queries/get-last-change.server'
import { renderMarkdown } from '~/server/markdown/render.server'
import type { Scope } from '~/server/scope.server'
import { transact } from '~/server/transact.server'
import { moveInRates } from './count-for-rates.server'
import { moveInSearch } from './index-for-search.server'
import { indexTopic, requirePlaces, type TopicWords } from './open-topic.server'

/**
 * Changes the words and settings of a topic that is not closed.
 *
 * @throws AppError notFound; forbidden; conflict (`what`, `who`, `at`, `mine`) where somebody changed or
 *   moved it meanwhile
 */
export async function editTopic(
  scope: Scope,
  input: TopicWords & { topicId: string; version: number },
): Promise<void> {
  const rendered = renderMarkdown(input.background, 'document')
  await transact(scope, async (tx) => {
    const before = await tx.db.topic.findUnique({ where: { id: input.topicId } })
    if (!before) throw new AppError('notFound')
    const editor = requireEditTopic(scope.viewer, before)
    const { title, question, background, categoryId, districtId, tags, closesAt, mode } = input
    // What is out of use may stay where it is, and is not chosen anew.
    if (categoryId !== before.categoryId || districtId !== before.districtId) {
      await requirePlaces(tx, input)
    }
    const { count } = await tx.db.topic.updateMany({
      where: { id: input.topicId, version: input.version },
      data: {
        title,
        question,
        background,
        backgroundHtml: rendered.html,
        rendererVersion: rendered.version,
        categoryId,
        districtId,
        tags,
        closesAt,
        mode,
        version: { increment: 1 },
      },
    })
    if (count === 0) throw await conflictOver(tx.db, 'topic', input.topicId, editor.personId)
    if (categoryId !== before.categoryId) {
      // What waits is found by the category that its topic has now.
      await tx.db.reviewTask.updateMany({
        where: { topicId: input.topicId, closedAt: null },
        data: { categoryId },
      })
      await moveInSearch(tx, input.topicId, categoryId)
    }
    await moveInRates(tx, input.topicId, before, { categoryId, districtId })
    await indexTopic(tx, {
      topicId: input.topicId,
      title,
      question,
      background,
      tags,
      openedAt: before.openedAt,
    })
    const after = { title, question, background, categoryId, districtId, tags, closesAt, mode }
    tx.audit({
      action: 'topic.edited',
      objectType: 'topic',
      objectId: input.topicId,
      detail: { version: input.version, changed: changes(before, after) },
    })
    // Its title stands beside what was promised in it.
    tx.touch('topics', 'commitments', `topic:${input.topicId}`, `studio:${before.studioId}`)
  })
}

/** What changed, before and after; long texts whole, so that the trail can show what stood there. */
function changes(
  before: TopicWords,
  after: TopicWords,
): Record<string, { before: unknown; after: unknown }> {
  const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
  const names = Object.keys(after) as Array<keyof TopicWords>
  return Object.fromEntries(
    names
      .map((name) => [name, { before: plain(before[name]), after: plain(after[name]) }] as const)
      .filter(([, value]) => JSON.stringify(value.before) !== JSON.stringify(value.after)),
  )
}
