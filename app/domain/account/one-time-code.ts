const CODES = 1_000_000

/** The highest multiple of a million that four bytes hold: what lies above it would favour low codes. */
const FAIR_BELOW = Math.floor(2 ** 32 / CODES) * CODES

/**
 * A code of six digits for a text message, each of the million as likely as any other.
 *
 * @param randomBytes a cryptographic source of so many bytes; asked again in 2 of 10,000 cases
 */
export function oneTimeCode(randomBytes: (length: number) => Uint8Array): string {
  for (;;) {
    const bytes = randomBytes(4)
    const value = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0)
    if (value < FAIR_BELOW) return String(value % CODES).padStart(6, '0')
  }
}
