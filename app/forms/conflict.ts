import { isAppError } from '~/domain/errors'

/** Somebody was faster: who did what, and when. */
export interface Conflict {
  /** The audit action. */
  what: string
  who: string
  /** ISO; empty where it is not known. */
  at: string
  /** It was the viewer, in another window. */
  mine: boolean
}

/** What a command says of a conflict; any other error is thrown on. */
export function conflictOf(error: unknown): Conflict {
  if (!isAppError(error) || error.code !== 'conflict') throw error
  const { what = '', who = '', at = '', mine = 0 } = error.params
  return { what: String(what), who: String(who), at: String(at), mine: mine === 1 }
}
