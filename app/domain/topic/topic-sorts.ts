/** The orders of the list of topics: 最新, 热度, 已答复. */
export const TOPIC_SORTS = ['new', 'hot', 'responded'] as const

export type TopicSort = (typeof TOPIC_SORTS)[number]
