import { sha512 } from './sha2'

/**
 * The check of an Ed25519 signature (RFC 8032, section 5.1.7) in plain script, for the page that checks
 * proofs: not every browser has it. It handles nothing secret, so its time may tell what it computes.
 */
const P = 2n ** 255n - 19n
/** The order of the base point. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n
const D = mod(-121665n * inverse(121666n))
/** A square root of -1. */
const I = power(2n, (P - 1n) / 4n)

/** Extended coordinates: x = X/Z, y = Y/Z, xy = T/Z. */
interface Point {
  x: bigint
  y: bigint
  z: bigint
  t: bigint
}

const ZERO: Point = { x: 0n, y: 1n, z: 1n, t: 0n }
const BASE = decodePoint(encodeNumber(mod(4n * inverse(5n))))

/** Whether the signature (64 bytes) is that of the message under the public key (32 bytes). */
export function isSignatureOf(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  if (publicKey.length !== 32 || signature.length !== 64 || !BASE) return false
  const key = decodePoint(publicKey)
  const commitment = signature.subarray(0, 32)
  const s = decodeNumber(signature.subarray(32))
  if (!key || s >= L) return false
  const challenge = decodeNumber(sha512(commitment, publicKey, message)) % L
  const negated = { ...key, x: mod(-key.x), t: mod(-key.t) }
  const expected = encodePoint(add(multiply(BASE, s), multiply(negated, challenge)))
  return expected.every((byte, at) => byte === commitment[at])
}

function add(a: Point, b: Point): Point {
  const [m, n] = [mod((a.y - a.x) * (b.y - b.x)), mod((a.y + a.x) * (b.y + b.x))]
  const [c, d] = [mod(2n * D * a.t * b.t), mod(2n * a.z * b.z)]
  const [e, f, g, h] = [n - m, d - c, d + c, n + m]
  return { x: mod(e * f), y: mod(g * h), z: mod(f * g), t: mod(e * h) }
}

function multiply(point: Point, times: bigint): Point {
  let sum = ZERO
  for (let [doubled, rest] = [point, times]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) sum = add(sum, doubled)
    doubled = add(doubled, doubled)
  }
  return sum
}

/** RFC 8032, section 5.1.3. Undefined where the bytes are no point. */
function decodePoint(bytes: Uint8Array): Point | undefined {
  const encoded = decodeNumber(bytes)
  const isOdd = encoded >> 255n
  const y = encoded & (2n ** 255n - 1n)
  if (y >= P) return undefined
  const u = mod(y * y - 1n)
  const v = mod(D * y * y + 1n)
  let x = mod(u * v ** 3n * power(mod(u * v ** 7n), (P - 5n) / 8n))
  if (mod(v * x * x) !== u) {
    x = mod(x * I)
    if (mod(v * x * x) !== u) return undefined
  }
  if (x === 0n && isOdd) return undefined
  if ((x & 1n) !== isOdd) x = P - x
  return { x, y, z: 1n, t: mod(x * y) }
}

function encodePoint({ x, y, z }: Point): Uint8Array {
  const scale = inverse(z)
  const bytes = encodeNumber(mod(y * scale))
  bytes[31] = (bytes[31] ?? 0) | (mod(x * scale) & 1n ? 0x80 : 0)
  return bytes
}

/** Little-endian. */
function decodeNumber(bytes: Uint8Array): bigint {
  return bytes.reduceRight((number, byte) => (number << 8n) | BigInt(byte), 0n)
}

function encodeNumber(number: bigint): Uint8Array {
  return Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 0xffn))
}

function mod(number: bigint): bigint {
  const rest = number % P
  return rest < 0n ? rest + P : rest
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (let [square, rest] = [mod(base), exponent]; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = mod(result * square)
    square = mod(square * square)
  }
  return result
}

function inverse(number: bigint): bigint {
  return power(number, P - 2n)
}
