/**
 * The Merkle tree of RFC 9162 (Certificate Transparency), section 2.1: one root stands for every leaf and
 * their order, and short proofs tie a leaf, or an earlier root, to it. The hash function is an argument, so
 * that the same rules run on the server and in a reader's browser.
 */
export type Hash = Uint8Array

/** SHA-256 of the parts, one after another. */
export type Sha256 = (...parts: Uint8Array[]) => Hash

/** A complete subtree: it holds the leaves from `index * 2 ** level` on, `2 ** level` of them. */
export interface Subtree {
  level: number
  index: number
}

/** The leaves from `start` up to, not including, `end`. */
interface Span {
  start: number
  end: number
}

const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

/** RFC 9162, section 2.1.1: leaves and nodes begin differently, so that none can stand in for the other. */
export function leafHash(sha256: Sha256, data: Uint8Array): Hash {
  return sha256(LEAF, data)
}

export function nodeHash(sha256: Sha256, left: Hash, right: Hash): Hash {
  return sha256(NODE, left, right)
}

/** The complete subtrees of a tree of so many leaves, from the left: the largest first. */
export function peaks(size: number): Subtree[] {
  return subtreesOf({ start: 0, end: size })
}

/** The subtrees above the leaf at a position that are complete with it, the lowest first. */
export function completedBy(position: number): Subtree[] {
  const completed: Subtree[] = []
  for (let level = 1; (position + 1) % 2 ** level === 0; level += 1) {
    completed.push({ level, index: (position + 1) / 2 ** level - 1 })
  }
  return completed
}

/** The root over hashes of neighbouring complete subtrees, from the left. Of none: the hash of nothing. */
export function foldPeaks(sha256: Sha256, hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1)
  if (!last) return sha256()
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(sha256, left, right), last)
}

/** A tree that only grows, kept as the hashes of its peaks: memory grows with the logarithm of its size. */
export class GrowingTree {
  readonly #sha256: Sha256
  readonly #peaks: Array<{ level: number; hash: Hash }>
  #size: number

  /** @param hashes those of `peaks(size)`, in that order */
  constructor(sha256: Sha256, size = 0, hashes: readonly Hash[] = []) {
    const subtrees = peaks(size)
    if (hashes.length !== subtrees.length) throw new RangeError('a hash for each peak is needed')
    this.#sha256 = sha256
    this.#size = size
    this.#peaks = subtrees.map(({ level }, at) => ({ level, hash: hashes[at] ?? sha256() }))
  }

  get size(): number {
    return this.#size
  }

  /** Adds the hash of a leaf at the end. Returns the subtrees above it that it completed, the lowest first. */
  append(leaf: Hash): Array<Subtree & { hash: Hash }> {
    const completed: Array<Subtree & { hash: Hash }> = []
    let top = { level: 0, hash: leaf }
    for (let left = this.#peaks.at(-1); left?.level === top.level; left = this.#peaks.at(-1)) {
      this.#peaks.pop()
      top = { level: top.level + 1, hash: nodeHash(this.#sha256, left.hash, top.hash) }
      completed.push({ ...top, index: Math.floor(this.#size / 2 ** top.level) })
    }
    this.#peaks.push(top)
    this.#size += 1
    return completed
  }

  /** Goes on with another hash for the newest complete subtree. */
  replaceNewest(hash: Hash): void {
    const newest = this.#peaks.at(-1)
    if (newest) newest.hash = hash
  }

  root(): Hash {
    return foldPeaks(
      this.#sha256,
      this.#peaks.map(({ hash }) => hash),
    )
  }
}

/**
 * What proves that the leaf at a position is in the tree of a size (RFC 9162, section 2.1.3.1): each hash of
 * the proof as the complete subtrees over which it is the root.
 *
 * @throws RangeError where the tree has no such leaf
 */
export function inclusionPath(position: number, size: number): Subtree[][] {
  if (!isCount(size) || !isCount(position) || position >= size) {
    throw new RangeError(`a tree of ${size} has no leaf ${position}`)
  }
  const spans: Span[] = []
  let span: Span = { start: 0, end: size }
  while (span.end - span.start > 1) {
    const [left, right] = split(span)
    const isLeft = position < left.end
    spans.push(isLeft ? right : left)
    span = isLeft ? left : right
  }
  return spans.reverse().map(subtreesOf)
}

/**
 * What proves that a tree begins with an earlier one (RFC 9162, section 2.1.4.1), in the form of
 * `inclusionPath`. Empty where both are the same.
 *
 * @throws RangeError unless 0 < earlier <= later
 */
export function consistencyPath(earlier: number, later: number): Subtree[][] {
  if (!isCount(earlier) || !isCount(later) || earlier < 1 || earlier > later) {
    throw new RangeError(`a tree of ${later} has none of ${earlier} at its beginning`)
  }
  const spans: Span[] = []
  let span: Span = { start: 0, end: later }
  while (span.end > earlier) {
    const [left, right] = split(span)
    const isLeft = earlier <= left.end
    spans.push(isLeft ? right : left)
    span = isLeft ? left : right
  }
  // The earlier tree's own root is known to whoever asks; another subtree at its end is not.
  if (span.start > 0) spans.push(span)
  return spans.reverse().map(subtreesOf)
}

/** The hashes of a path, from those of complete subtrees. */
export function resolvePath(
  sha256: Sha256,
  path: ReadonlyArray<readonly Subtree[]>,
  hashOf: (subtree: Subtree) => Hash,
): Hash[] {
  return path.map((subtrees) => foldPeaks(sha256, subtrees.map(hashOf)))
}

/** Whether a proof ties a leaf at a position to the root of a tree of a size (RFC 9162, section 2.1.3.2). */
export function isIncluded(
  sha256: Sha256,
  claim: { position: number; size: number; leaf: Hash; proof: readonly Hash[]; root: Hash },
): boolean {
  const { position, size, leaf, proof, root } = claim
  if (!isCount(position) || !isCount(size) || position >= size) return false
  let at = position
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sha256, sibling, hash)
      while (!isOdd(at) && at > 0) {
        at = half(at)
        last = half(last)
      }
    } else {
      hash = nodeHash(sha256, hash, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameHash(hash, root)
}

/** Whether a proof shows that the later tree begins with the earlier one (RFC 9162, section 2.1.4.2). */
export function isConsistent(
  sha256: Sha256,
  claim: {
    earlier: { size: number; root: Hash }
    later: { size: number; root: Hash }
    proof: readonly Hash[]
  },
): boolean {
  const { earlier, later, proof } = claim
  if (!isCount(earlier.size) || !isCount(later.size)) return false
  if (earlier.size < 1 || earlier.size > later.size) return false
  if (earlier.size === later.size) return proof.length === 0 && sameHash(earlier.root, later.root)
  const isWhole = Number.isInteger(Math.log2(earlier.size))
  const [first, ...rest] = isWhole ? [earlier.root, ...proof] : proof
  if (!first || (isWhole && rest.length === 0)) return false
  let at = earlier.size - 1
  let last = later.size - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  let was = first
  let is = first
  for (const sibling of rest) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      was = nodeHash(sha256, sibling, was)
      is = nodeHash(sha256, sibling, is)
      while (!isOdd(at) && at > 0) {
        at = half(at)
        last = half(last)
      }
    } else {
      is = nodeHash(sha256, is, sibling)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && sameHash(was, earlier.root) && sameHash(is, later.root)
}

export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** At the largest power of two that is smaller than its length: RFC 9162, section 2.1.1. */
function split({ start, end }: Span): [Span, Span] {
  let left = 1
  while (left * 2 < end - start) left *= 2
  return [
    { start, end: start + left },
    { start: start + left, end },
  ]
}

/** The complete subtrees that a span of `split` is made of, from the left. */
function subtreesOf({ start, end }: Span): Subtree[] {
  const subtrees: Subtree[] = []
  for (let from = start; from < end;) {
    let level = 0
    while (from + 2 ** (level + 1) <= end) level += 1
    subtrees.push({ level, index: from / 2 ** level })
    from += 2 ** level
  }
  return subtrees
}

// Sizes go beyond 32 bits, where the operators on bits end.
const half = (n: number) => Math.floor(n / 2)
const isOdd = (n: number) => n % 2 === 1
const isCount = (n: number) => Number.isSafeInteger(n) && n >= 0
