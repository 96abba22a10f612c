import { AppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'

/** Where a list that is sorted by a time goes on: after the row with this time and these ids. */
export interface TimeCursor {
  at: Date
  ids: string[]
}

const LATEST_MS = Date.UTC(2100, 0, 1)

/** Writes a cursor: `<ms>.<id>.<id>`. */
export function writeTimeCursor({ at, ids }: TimeCursor): string {
  return [at.getTime(), ...ids].join('.')
}

/** Reads a cursor with so many ids. @throws AppError invalidCursor for anything else */
export function readTimeCursor(text: string, idCount: number): TimeCursor {
  const [time = '', ...ids] = text.split('.')
  const ms = /^\d{1,13}$/.test(time) ? Number(time) : Number.NaN
  if (!(ms < LATEST_MS) || ids.length !== idCount || !ids.every(isId)) {
    throw new AppError('invalidCursor')
  }
  return { at: new Date(ms), ids }
}
