const LONE_SURROGATE = /\p{Surrogate}/gu

/** Stands for a character that a JSON column cannot hold. */
const REPLACEMENT = '\ufffd'

/**
 * A detail as it is hashed and stored: members that are undefined are left out (null in a list), dates are
 * written as ISO text, big integers as numbers, or as text where a number would round them, and characters
 * that a JSON column refuses (NUL, halves of surrogate pairs) replaced. What has no canonical form after
 * that is left as it is, for `canonicalJson` to refuse. A detail that went through this stays the same.
 *
 * @throws RangeError for an invalid date
 */
export function auditDetail(detail: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return members(detail)
}

function members(value: object): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([name, member]): Array<[string, unknown]> =>
    member === undefined ? [] : [[storableText(name), storable(member)]],
  )
  return Object.fromEntries(entries)
}

function storable(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'string') return storableText(value)
  if (typeof value === 'bigint') {
    const rounded = Number(value)
    return Number.isSafeInteger(rounded) ? rounded : value.toString()
  }
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(storable)
  return isPlain(value) ? members(value) : value
}

function storableText(text: string): string {
  return text.replace(LONE_SURROGATE, REPLACEMENT).replaceAll('\0', REPLACEMENT)
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
