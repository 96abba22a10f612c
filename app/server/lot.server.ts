import { createHmac } from 'node:crypto'

const BYTES = 6

/**
 * The lot of a thing, from 0 up to, not including, 1: a keyed hash of its id. Nobody without the key can tell it
 * beforehand or arrange for it, even knowing how ids are made; whoever has the key can reckon it again, so that it
 * can be shown that a draw was not chosen; and a transaction that runs again draws the same.
 */
export function lotOf(key: Buffer, id: string): number {
  const hash = createHmac('sha256', key).update(id).digest()
  return hash.readUIntBE(0, BYTES) / 2 ** (8 * BYTES)
}
