import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  completedBy,
  consistencyPath,
  foldPeaks,
  GrowingTree,
  inclusionPath,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  peaks,
  resolvePath,
  type Hash,
  type Subtree,
} from './merkle'

const sha256 = (...parts: Uint8Array[]): Hash => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return new Uint8Array(hash.digest())
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))

// The vectors of the reference implementation of RFC 6962 (google/certificate-transparency, merkle_tree_test).
const DATA = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(bytes)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
const LEFT_PAIR = 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'
const SECOND_PAIR = '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e'
const THIRD_PAIR = '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a'
const FIRST_HALF = 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'
const SECOND_HALF = '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4'
const LEAF_1 = '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'
const LEAF_2 = '0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7'
const LEAF_4 = 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'
const LEAF_5 = '4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658'
const LAST_PAIR = 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0'

const leavesOf = (data: readonly Uint8Array[]) => data.map((each) => leafHash(sha256, each))
const LEAVES = leavesOf(DATA)

/** MTH of RFC 9162, section 2.1.1, word for word. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length <= 1) return leaves[0] ?? sha256()
  const k = 2 ** Math.ceil(Math.log2(leaves.length) - 1)
  return nodeHash(sha256, naiveRoot(leaves.slice(0, k)), naiveRoot(leaves.slice(k)))
}

const subtreeOf =
  (leaves: readonly Hash[]) =>
  ({ level, index }: Subtree) =>
    naiveRoot(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))

const inclusion = (leaves: readonly Hash[], position: number, size = leaves.length) =>
  resolvePath(sha256, inclusionPath(position, size), subtreeOf(leaves.slice(0, size)))

const consistency = (leaves: readonly Hash[], earlier: number, later = leaves.length) =>
  resolvePath(sha256, consistencyPath(earlier, later), subtreeOf(leaves.slice(0, later)))

function grown(leaves: readonly Hash[]): GrowingTree {
  const tree = new GrowingTree(sha256)
  for (const leaf of leaves) tree.append(leaf)
  return tree
}

describe('the published vectors', () => {
  test.each(ROOTS.map((root, size) => [size, root] as const))(
    'a tree of %i leaves',
    (size, root) => {
      expect(hex(naiveRoot(LEAVES.slice(0, size)))).toBe(root)
      expect(hex(grown(LEAVES.slice(0, size)).root())).toBe(root)
    },
  )

  test.each([
    [0, 1, []],
    [0, 8, [LEAF_1, SECOND_PAIR, SECOND_HALF]],
    [5, 8, [LEAF_4, LAST_PAIR, FIRST_HALF]],
    [2, 3, [LEFT_PAIR]],
    [1, 5, [hex(LEAVES[0]!), SECOND_PAIR, LEAF_4]],
  ])('the proof of leaf %i in %i', (position, size, proof) => {
    expect(inclusion(LEAVES, position, size).map(hex)).toEqual(proof)
    const claim = { position, size, leaf: LEAVES[position]!, proof: proof.map(bytes) }
    expect(isIncluded(sha256, { ...claim, root: bytes(ROOTS[size]!) })).toBe(true)
  })

  test.each([
    [1, 1, []],
    [1, 8, [LEAF_1, SECOND_PAIR, SECOND_HALF]],
    [6, 8, [THIRD_PAIR, LAST_PAIR, FIRST_HALF]],
    [2, 5, [SECOND_PAIR, LEAF_4]],
  ])('the proof that a tree of %i begins one of %i', (earlier, later, proof) => {
    expect(consistency(LEAVES, earlier, later).map(hex)).toEqual(proof)
    expect(
      isConsistent(sha256, {
        earlier: { size: earlier, root: bytes(ROOTS[earlier]!) },
        later: { size: later, root: bytes(ROOTS[later]!) },
        proof: proof.map(bytes),
      }),
    ).toBe(true)
  })

  test('leaves of the vectors', () => {
    expect([LEAVES[1], LEAVES[2], LEAVES[4], LEAVES[5]].map((leaf) => hex(leaf!))).toEqual([
      ...[LEAF_1, LEAF_2, LEAF_4, LEAF_5],
    ])
  })
})

const trees = fc
  .integer({ min: 1, max: 70 })
  .map((size) => leavesOf(Array.from({ length: size }, (_, n) => Uint8Array.of(n))))
/** A tree, and a place in it. */
const places = trees.chain((leaves) =>
  fc.tuple(fc.constant(leaves), fc.nat({ max: leaves.length - 1 })),
)

describe('a growing tree', () => {
  test('has the root of the recursive definition at every size', () => {
    fc.assert(
      fc.property(trees, (leaves) => {
        expect(hex(grown(leaves).root())).toBe(hex(naiveRoot(leaves)))
      }),
    )
  })

  test('completes each subtree once, with the root of its leaves', () => {
    const leaves = leavesOf(Array.from({ length: 64 }, (_, n) => Uint8Array.of(n)))
    const tree = new GrowingTree(sha256)
    const completed = leaves.flatMap((leaf) => tree.append(leaf))
    expect(completed).toHaveLength(63)
    for (const { hash, ...subtree } of completed) {
      expect(hex(hash)).toBe(hex(subtreeOf(leaves)(subtree)))
    }
    expect(new Set(completed.map(({ level, index }) => `${level}/${index}`)).size).toBe(63)
  })

  test('knows beforehand which subtrees a leaf completes', () => {
    const tree = new GrowingTree(sha256)
    for (let position = 0; position < 70; position += 1) {
      const completed = tree.append(sha256(Uint8Array.of(position)))
      expect(completedBy(position)).toEqual(completed.map(({ level, index }) => ({ level, index })))
    }
  })

  test('goes on with another hash where it is told to', () => {
    const tree = grown(LEAVES.slice(0, 3))
    tree.append(sha256())
    tree.replaceNewest(bytes(FIRST_HALF))
    for (const leaf of LEAVES.slice(4)) tree.append(leaf)
    expect(hex(tree.root())).toBe(ROOTS[8])
  })

  test('goes on from its peaks', () => {
    fc.assert(
      fc.property(places, ([leaves, size]) => {
        const hashes = peaks(size).map(subtreeOf(leaves))
        expect(hex(foldPeaks(sha256, hashes))).toBe(hex(naiveRoot(leaves.slice(0, size))))
        const tree = new GrowingTree(sha256, size, hashes)
        for (const leaf of leaves.slice(size)) tree.append(leaf)
        expect(hex(tree.root())).toBe(hex(naiveRoot(leaves)))
      }),
    )
  })

  test('needs a hash for every peak', () => {
    expect(() => new GrowingTree(sha256, 3, [sha256()])).toThrow(RangeError)
  })
})

describe('proofs', () => {
  test('of every leaf hold, and are no longer than the tree is high', () => {
    fc.assert(
      fc.property(places, ([leaves, position]) => {
        const proof = inclusion(leaves, position)
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(leaves.length)))
        const claim = { position, size: leaves.length, leaf: leaves[position]!, proof }
        expect(isIncluded(sha256, { ...claim, root: naiveRoot(leaves) })).toBe(true)
      }),
    )
  })

  test('of a leaf hold at no other place, for no other leaf, size or root, and not when cut', () => {
    fc.assert(
      fc.property(places, ([leaves, position]) => {
        const size = leaves.length
        const root = naiveRoot(leaves)
        const proof = inclusion(leaves, position)
        const claim = { position, size, leaf: leaves[position]!, proof, root }
        for (let other = 0; other < size; other += 1) {
          if (other === position) continue
          expect(isIncluded(sha256, { ...claim, position: other })).toBe(false)
          expect(isIncluded(sha256, { ...claim, leaf: leaves[other]! })).toBe(false)
        }
        expect(isIncluded(sha256, { ...claim, root: sha256(root) })).toBe(false)
        expect(isIncluded(sha256, { ...claim, proof: [...proof, root] })).toBe(false)
        expect(isIncluded(sha256, { ...claim, position: size })).toBe(false)
        expect(isIncluded(sha256, { ...claim, position: -1 })).toBe(false)
        expect(isIncluded(sha256, { ...claim, position: 0.5 })).toBe(false)
        for (const at of proof.keys()) {
          expect(isIncluded(sha256, { ...claim, proof: proof.toSpliced(at, 1) })).toBe(false)
          const forged = proof.with(at, sha256(proof[at]!))
          expect(isIncluded(sha256, { ...claim, proof: forged })).toBe(false)
        }
      }),
    )
  })

  test('of consistency hold for every earlier tree', () => {
    fc.assert(
      fc.property(places, ([leaves, before]) => {
        const size = before + 1
        const claim = {
          earlier: { size, root: naiveRoot(leaves.slice(0, size)) },
          later: { size: leaves.length, root: naiveRoot(leaves) },
          proof: consistency(leaves, size),
        }
        expect(isConsistent(sha256, claim)).toBe(true)
      }),
    )
  })

  test('of consistency hold for no tree in which a leaf was another, and not when cut', () => {
    fc.assert(
      fc.property(places, fc.nat(), ([leaves, before], which) => {
        const size = before + 1
        const changed = leaves.with(which % size, sha256(leaves[which % size]!))
        const proof = consistency(leaves, size)
        const claim = {
          earlier: { size, root: naiveRoot(leaves.slice(0, size)) },
          later: { size: leaves.length, root: naiveRoot(leaves) },
          proof,
        }
        const forgedEarlier = { size, root: naiveRoot(changed.slice(0, size)) }
        const forgedLater = { size: leaves.length, root: naiveRoot(changed) }
        expect(isConsistent(sha256, { ...claim, earlier: forgedEarlier })).toBe(false)
        expect(isConsistent(sha256, { ...claim, later: forgedLater })).toBe(false)
        expect(
          isConsistent(sha256, {
            ...claim,
            later: forgedLater,
            proof: consistency(changed, size),
          }),
        ).toBe(false)
        for (const at of proof.keys()) {
          expect(isConsistent(sha256, { ...claim, proof: proof.toSpliced(at, 1) })).toBe(false)
        }
        expect(isConsistent(sha256, { ...claim, proof: [...proof, sha256()] })).toBe(false)
      }),
    )
  })

  test('are asked for of nothing that is not there', () => {
    expect(() => inclusionPath(3, 3)).toThrow(RangeError)
    expect(() => inclusionPath(0, 0)).toThrow(RangeError)
    expect(() => consistencyPath(0, 3)).toThrow(RangeError)
    expect(() => consistencyPath(4, 3)).toThrow(RangeError)
    const empty = { size: 0, root: sha256() }
    expect(isConsistent(sha256, { earlier: empty, later: empty, proof: [] })).toBe(false)
  })

  test('go beyond 32 bits', () => {
    const size = 2 ** 40 + 3
    expect(inclusionPath(2 ** 40, size)).toEqual([
      [{ level: 0, index: 2 ** 40 + 1 }],
      [{ level: 0, index: 2 ** 40 + 2 }],
      [{ level: 40, index: 0 }],
    ])
  })
})
