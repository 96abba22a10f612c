/** Data that a page is rendered from and that the browser gets nothing of but the page. */
export interface Unsent<T> {
  readonly value: T
}

/**
 * Hands data from a loader to its page past the encoding for the browser, which is a good part of the work of a
 * page and is thrown away, since no page carries the framework.
 */
export function unsent<T>(value: T): Unsent<T> {
  // What is not enumerable is not encoded.
  return Object.defineProperty({} as Unsent<T>, 'value', { value, enumerable: false })
}
