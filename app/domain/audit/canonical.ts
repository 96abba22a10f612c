/** How deep a value may be nested: audit details are flat, and depth must not exhaust the stack. */
const MAX_DEPTH = 32

const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * The one way to write a value as JSON, after RFC 8785: no blanks, object keys in the order of their
 * UTF-16 code units, numbers and strings as ECMAScript writes them. Strings are kept as they are: two
 * that differ only in Unicode normalisation stay different. What comes back from a JSON column has
 * the same canonical form as what was put in.
 *
 * @throws TypeError for what JSON would drop or change unasked: undefined, functions, symbols, big
 *   integers, numbers that are not finite, lone surrogates, objects that are neither plain nor
 *   arrays (dates too: write them as text), holes in arrays, and nesting deeper than 32
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new TypeError(`nested deeper than ${MAX_DEPTH}`)
  if (value === null) return 'null'
  switch (typeof value) {
    case 'boolean':
      return String(value)
    case 'number':
      return writeNumber(value)
    case 'string':
      return writeString(value)
    case 'object':
      return Array.isArray(value) ? writeArray(value, depth) : writeObject(value, depth)
    default:
      throw new TypeError(`${typeof value} has no canonical form`)
  }
}

function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form`)
  return JSON.stringify(value)
}

function writeString(value: string): string {
  if (LONE_SURROGATE.test(value)) throw new TypeError('a lone surrogate has no canonical form')
  return JSON.stringify(value)
}

function writeArray(values: readonly unknown[], depth: number): string {
  // Array.from reads a hole as undefined, where map would pass over it.
  return `[${Array.from(values, (value) => write(value, depth + 1)).join(',')}]`
}

function writeObject(value: object, depth: number): string {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('only plain objects have a canonical form')
  }
  // The default order of sort is by UTF-16 code units, which is what RFC 8785 asks for.
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries
    .map(([key, member]) => `${writeString(key)}:${write(member, depth + 1)}`)
    .join(',')}}`
}
