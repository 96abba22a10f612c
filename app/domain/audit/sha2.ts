/**
 * SHA-256 and SHA-512 (FIPS 180-4) in plain script: a page that was saved to disk, or that came over an
 * unencrypted line, has no Web Crypto everywhere. The server uses its own, and a test holds both together.
 */
const primes = firstPrimes(80)

/** The first 64 bits of the fractional part of a root: of the primes' square roots and cube roots are the constants. */
function rootBits(prime: number, power: 2n | 3n): bigint {
  const scaled = BigInt(prime) << (64n * power)
  let low = 0n
  let high = 1n << 70n
  while (low < high) {
    const middle = (low + high + 1n) >> 1n
    if (middle ** power <= scaled) low = middle
    else high = middle - 1n
  }
  return low & MASK_64
}

const MASK_64 = (1n << 64n) - 1n
const K_512 = primes.map((prime) => rootBits(prime, 3n))
const START_512 = primes.slice(0, 8).map((prime) => rootBits(prime, 2n))
const K_256 = Uint32Array.from(K_512.slice(0, 64), (bits) => Number(bits >> 32n))
const START_256 = Uint32Array.from(START_512, (bits) => Number(bits >> 32n))

export function sha256(...parts: Uint8Array[]): Uint8Array {
  const view = padded(parts, 64)
  const state = START_256.slice()
  const w = new Uint32Array(64)
  for (let block = 0; block < view.byteLength; block += 64) {
    for (let t = 0; t < 64; t += 1) {
      if (t < 16) {
        w[t] = view.getUint32(block + 4 * t)
        continue
      }
      const [early, late] = [at(w, t - 15), at(w, t - 2)]
      const s0 = turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)
      const s1 = turn(late, 17) ^ turn(late, 19) ^ (late >>> 10)
      w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
    for (let t = 0; t < 64; t += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(K_256, t) + at(w, t)) | 0
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word))
  }
  const digest = new DataView(new ArrayBuffer(32))
  state.forEach((word, i) => digest.setUint32(4 * i, word))
  return new Uint8Array(digest.buffer)
}

export function sha512(...parts: Uint8Array[]): Uint8Array {
  const view = padded(parts, 128)
  const state = START_512.slice()
  const w: bigint[] = []
  for (let block = 0; block < view.byteLength; block += 128) {
    for (let t = 0; t < 80; t += 1) {
      if (t < 16) {
        w[t] = view.getBigUint64(block + 8 * t)
        continue
      }
      const [early, late] = [big(w, t - 15), big(w, t - 2)]
      const s0 = turnBig(early, 1n) ^ turnBig(early, 8n) ^ (early >> 7n)
      const s1 = turnBig(late, 19n) ^ turnBig(late, 61n) ^ (late >> 6n)
      w[t] = (big(w, t - 16) + s0 + big(w, t - 7) + s1) & MASK_64
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state
    for (let t = 0; t < 80; t += 1) {
      const s1 = turnBig(e, 14n) ^ turnBig(e, 18n) ^ turnBig(e, 41n)
      const t1 = h + s1 + ((e & f) ^ (~e & MASK_64 & g)) + big(K_512, t) + big(w, t)
      const s0 = turnBig(a, 28n) ^ turnBig(a, 34n) ^ turnBig(a, 39n)
      const t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
      ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) & MASK_64, c, b, a, (t1 + t2) & MASK_64]
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (big(state, i) + word) & MASK_64))
  }
  const digest = new DataView(new ArrayBuffer(64))
  state.forEach((word, i) => digest.setBigUint64(8 * i, word))
  return new Uint8Array(digest.buffer)
}

/** The message with a one bit, zeros and its length in bits, up to a whole number of blocks. */
function padded(parts: readonly Uint8Array[], blockBytes: 64 | 128): DataView {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const blocks = Math.ceil((length + 1 + blockBytes / 8) / blockBytes)
  const bytes = new Uint8Array(blocks * blockBytes)
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  bytes[length] = 0x80
  const view = new DataView(bytes.buffer)
  view.setBigUint64(bytes.length - 8, BigInt(length) * 8n)
  return view
}

function firstPrimes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n += 1) {
    if (found.every((prime) => n % prime !== 0)) found.push(n)
  }
  return found
}

const at = (words: Uint32Array, index: number) => words[index] ?? 0
const big = (words: readonly bigint[], index: number) => words[index] ?? 0n
const turn = (word: number, bits: number) => (word >>> bits) | (word << (32 - bits))
const turnBig = (word: bigint, bits: bigint) => ((word >> bits) | (word << (64n - bits))) & MASK_64
