import { randomBytes } from 'node:crypto'
import { createIdFactory } from '~/domain/shared/id'

/** A new id for something that happened at a time, in milliseconds: ids sort by it. */
export const newId = createIdFactory((length) => randomBytes(length))
