const DAY_MS = 24 * 60 * 60 * 1000

/**
 * What counts as how much of a voice. People count, whatever their role: what one person adds in
 * further comments weighs little, so that nobody makes a topic hot alone.
 */
const FURTHER_COMMENT = 0.2

/**
 * A score for sorting by 热度, computed when something is published or withdrawn, never on reading:
 *
 *     log2(1 + weighted voices) + time of the newest voice, in days since 1970
 *
 * The unit is days: having twice the voices is worth being one day newer. The score of what nobody
 * speaks in any more stays as it is; the others pass it. Only the difference of two scores means
 * something.
 *
 * @throws RangeError for a negative number of voices or an invalid date
 */
export function hotScore(weightedVoices: number, newestAt: Date): number {
  const score = Math.log2(1 + weightedVoices) + newestAt.getTime() / DAY_MS
  if (weightedVoices < 0 || !Number.isFinite(score)) {
    throw new RangeError(`no hot score for ${weightedVoices} voices at ${newestAt.getTime()}`)
  }
  return score
}

/**
 * A topic's score.
 *
 * @param topic.people how many people spoke in published comments
 * @param topic.comments how many published comments they wrote
 * @param topic.newestAt when the newest was published; the topic's opening while there is none
 */
export function topicHotScore(topic: { people: number; comments: number; newestAt: Date }): number {
  const further = Math.max(0, topic.comments - topic.people)
  return hotScore(topic.people + FURTHER_COMMENT * further, topic.newestAt)
}

/**
 * The score of an opening comment within its topic.
 *
 * @param comment.replies how many published replies it has
 * @param comment.newestAt when the newest of them was published, or the comment itself while there is none
 */
export function commentHotScore(comment: { replies: number; newestAt: Date }): number {
  return hotScore(comment.replies, comment.newestAt)
}
