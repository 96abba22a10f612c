/**
 * Identifiers are UUIDs of version 7 (RFC 9562) written in lower-case Crockford base32: 26
 * characters, of which the first ten are the time in milliseconds. They sort by time as text, need
 * no escaping in an address, and can be read out over the telephone (no i, l, o, u).
 */

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** How many bytes of randomness one identifier takes. */
export const ID_RANDOM_BYTES = 10

/** How many bits of each random byte are used: version and variant take the place of the rest. */
const USED_BITS = [4, 8, 6, 8, 8, 8, 8, 8, 8, 8] as const

const MAX_TIME_MS = 2 ** 48 - 1
const TIME_CHARACTERS = 10

// The eleventh character holds the version (0111x), the fourteenth the variant (x10xx).
const ID_PATTERN =
  /^[0-7][0-9a-hjkmnp-tv-z]{9}[ef][0-9a-hjkmnp-tv-z]{2}[89abrstv][0-9a-hjkmnp-tv-z]{12}$/

/**
 * The identifier of what happened at `atMs` (milliseconds since 1970, UTC).
 *
 * @param random ten random bytes, of which 74 bits are used
 * @throws RangeError where the time does not fit 48 bits or the randomness has another length
 */
export function newId(atMs: number, random: Uint8Array): string {
  if (!Number.isInteger(atMs) || atMs < 0 || atMs > MAX_TIME_MS) {
    throw new RangeError(`not a time an identifier can hold: ${atMs}`)
  }
  if (random.length !== ID_RANDOM_BYTES) {
    throw new RangeError(
      `an identifier takes ${ID_RANDOM_BYTES} random bytes, not ${random.length}`,
    )
  }
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, Math.floor(atMs / 2 ** 32))
  view.setUint32(2, atMs % 2 ** 32)
  bytes.set(random, 6)
  bytes[6] = 0x70 | (view.getUint8(6) & 0x0f)
  bytes[8] = 0x80 | (view.getUint8(8) & 0x3f)
  return encode(bytes)
}

/**
 * A maker of identifiers for one process. Those of the same millisecond, made one after another,
 * grow: each adds a random step to the one before, so that they neither repeat nor can be guessed.
 * The time is the caller's: what is written down later keeps the time at which it happened.
 *
 * @param randomBytes a cryptographic source of so many bytes
 */
export function createIdFactory(
  randomBytes: (length: number) => Uint8Array,
): (atMs: number) => string {
  let lastMs = -1
  let state = new Uint8Array(ID_RANDOM_BYTES)
  return (atMs) => {
    if (atMs === lastMs) {
      state = addStep(state, randomBytes(4))
    } else {
      state = Uint8Array.from(randomBytes(ID_RANDOM_BYTES))
      // The highest of the used bits starts at 0: with steps below 2^32 it takes 2^41 identifiers
      // in a millisecond until the counter could overflow.
      state[0] = (state[0] ?? 0) & 0x07
      lastMs = atMs
    }
    return newId(atMs, state)
  }
}

/** Whether a value has the form of an identifier: a route with another one answers 404 unasked. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID_PATTERN.test(value)
}

/**
 * The time an identifier carries, in milliseconds since 1970, UTC.
 *
 * @throws RangeError for what is no identifier
 */
export function idTime(id: string): number {
  if (!isId(id)) throw new RangeError('not an identifier')
  let time = 0
  for (const character of id.slice(0, TIME_CHARACTERS)) {
    time = time * 32 + ALPHABET.indexOf(character)
  }
  return time
}

function encode(bytes: Uint8Array): string {
  let text = ''
  let buffer = 0
  // 26 characters hold 130 bits: the two that 128 bits leave over are zeros in front.
  let bits = 2
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += ALPHABET[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return text
}

/** The random part plus a step of 1 to 2^32, carried over the bits in use. */
function addStep(state: Uint8Array, step: Uint8Array): Uint8Array<ArrayBuffer> {
  const next = Uint8Array.from(state)
  let carry = 1
  for (let i = next.length - 1; i >= 0; i--) {
    const bits = USED_BITS[i] ?? 8
    const mask = (1 << bits) - 1
    const stepByte = step[step.length - (next.length - i)] ?? 0
    const sum = ((next[i] ?? 0) & mask) + stepByte + carry
    next[i] = sum & mask
    carry = sum >> bits
  }
  return next
}
