/** What a command finds out about the author and the topic before a text is screened. */
export interface ScreeningFacts {
  account: {
    confirmed: boolean
    createdAt: Date
    /** A sanction in force: nothing is published unread (hold), or nothing is taken in (refuse). */
    sanction: 'hold' | 'refuse' | null
  }
  history: {
    /** The author's latest comments' times, newest first: as many as the burst rule may ask for. */
    sentAt: readonly Date[]
    /** Of the author's latest comments that a moderator decided on. */
    decided: number
    rejected: number
  }
  /** Texts like this one that wait or are published. */
  duplicates: readonly Duplicate[]
}

export interface Duplicate {
  commentId: string
  byAuthor: boolean
  inTopic: boolean
  sentAt: Date
  /** How much they have in common, 0 to 100; 100 where they are the same after folding. */
  similarity: number
}
