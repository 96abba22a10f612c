/** Numbers and names that say which one is meant. */
const WHICH =
  /(\d+|[a-z])(?=号楼|号院|栋|幢|单元|弄|路公交|路|号线)|([\p{Script=Han}]{2})(?=路口|小区|街|村|花园|苑)/gu

/** Words before 小区, 路口… that name no particular one. */
const NO_NAME = /小|个|这|本|住|在|到|从|是|有|老|新|们|大|全|条|于|内|楼|居民|旁|边|门/

/** Longer texts differ in many places; this looks for one changed detail. */
const MAX_COMPARED = 300

/** Which house, line or street a normalised text is about, as far as it says. */
export function namedPlaces(normalised: string): string[] {
  return [...normalised.matchAll(WHICH)].flatMap(([, number, name]) =>
    number !== undefined ? [number] : name !== undefined && !NO_NAME.test(name) ? [name] : [],
  )
}

/** Both say which one is meant, and none of it is the same. */
export function meanOtherPlaces(a: string, b: string): boolean {
  const [first, second] = [namedPlaces(a), namedPlaces(b)]
  return first.length > 0 && second.length > 0 && !first.some((place) => second.includes(place))
}

/**
 * The longest piece that stands in one text where the other has another one with no character in common: a
 * changed detail, in characters of the shorter side. 0 where pieces are only added, left out or moved.
 */
export function changedDetail(a: string, b: string): number {
  const first = Array.from(a).slice(0, MAX_COMPARED)
  const second = Array.from(b).slice(0, MAX_COMPARED)
  let longest = 0
  for (const [left, right] of replacedPieces(first, second)) {
    const moved = b.includes(left) || a.includes(right)
    const shared = Array.from(left).some((character) => right.includes(character))
    if (!moved && !shared) longest = Math.max(longest, Math.min(left.length, right.length))
  }
  return longest
}

/** What stands between the longest common subsequence, where both sides have something. */
function replacedPieces(a: readonly string[], b: readonly string[]): Array<[string, string]> {
  const width = b.length + 1
  const common = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pieces: Array<[string, string]> = []
  let left = ''
  let right = ''
  const close = () => {
    if (left && right) pieces.push([left, right])
    left = right = ''
  }
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close()
      i++
      j++
    } else if (at(i + 1, j) >= at(i, j + 1)) left += a[i++]
    else right += b[j++]
  }
  left += a.slice(i).join('')
  right += b.slice(j).join('')
  close()
  return pieces
}
