import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSignature } from '~/server/audit/signing-key.server'
import { canonicalEvent, type RecordedEvent } from './canonical-event'
import { checkReceipt, type KnownElsewhere } from './check-receipt'
import { isSignatureOf } from './ed25519'
import {
  consistencyPath,
  GrowingTree,
  inclusionPath,
  leafHash,
  resolvePath,
  type Subtree,
} from './merkle'
import { readPublicKey } from './public-key'
import { RECEIPT_FORMAT, RECEIPT_MAX_CHARACTERS, type ReceiptProof } from './receipt-proof'
import { sha256 } from './sha2'
import { hexOf, treeHeadText, type SignedTreeHead } from './tree-head'

// The quick signature check of the server; the browser's own is held beside it once.
const crypto = { sha256, isSignatureOf: isSignature }
const RECEIPT = '01m0receipt000000000000000'

function makeKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const spki = publicKey.export({ format: 'der', type: 'spki' })
  return { privateKey, spki, hex: spki.subarray(-32).toString('hex') }
}

const siteKey = makeKey()

function makeEvent(n: number, more: Partial<RecordedEvent> = {}): RecordedEvent {
  return {
    id: `event-${n}`,
    at: new Date(Date.UTC(2026, 10, 23, 2, n)),
    actorId: 'person',
    actorRole: null,
    action: 'comment.posted',
    objectType: 'comment',
    objectId: 'another',
    addressHash: 'hash',
    requestId: 'request',
    detail: { n, words: '“引号”与\n换行' },
    ...more,
  }
}

/** A log of so many events, in which two are those of the receipt; and the receipt with its proofs. */
function makeReceipt({ size = 13, at = [2, 9], earlier = [3, 8], key = siteKey } = {}) {
  const texts = Array.from({ length: size }, (_, n) =>
    canonicalEvent(makeEvent(n, at.includes(n) ? { objectId: RECEIPT } : {})),
  )
  const leaves = texts.map((text) => leafHash(sha256, new TextEncoder().encode(text)))
  const nodes = new Map(leaves.map((leaf, index) => [`0/${index}`, leaf]))
  const heads = new Map<number, SignedTreeHead>()
  const tree = new GrowingTree(sha256)
  for (const leaf of leaves) {
    for (const { level, index, hash } of tree.append(leaf)) nodes.set(`${level}/${index}`, hash)
    const head = { size: tree.size, rootHash: hexOf(tree.root()), at: '2026-11-23T03:00:00.000Z' }
    const signature = sign(null, Buffer.from(treeHeadText(head)), key.privateKey).toString('hex')
    heads.set(tree.size, { ...head, signature, publicKey: key.hex })
  }
  const hashOf = ({ level, index }: Subtree) => nodes.get(`${level}/${index}`)!
  const resolve = (path: Subtree[][]) => resolvePath(sha256, path, hashOf).map(hexOf)
  const proof: ReceiptProof = {
    format: RECEIPT_FORMAT,
    site: 'https://lianxin.example/',
    receipt: RECEIPT,
    issuedAt: '2026-11-23T03:00:00.000Z',
    head: heads.get(size)!,
    steps: at.map((position) => ({
      event: texts[position]!,
      leafHash: hexOf(leaves[position]!),
      position,
      inclusion: resolve(inclusionPath(position, size)),
    })),
    earlierHeads: earlier.map((each) => ({
      head: heads.get(each)!,
      consistency: resolve(consistencyPath(each, size)),
    })),
  }
  return { proof, heads }
}

function check(proof: unknown, known: KnownElsewhere = {}) {
  const checked = checkReceipt(JSON.stringify(proof), crypto, known)
  if (checked.kind !== 'report') throw new Error(checked.problem)
  return checked.report
}

/** The receipt after something in it was changed. */
function changed(change: (proof: ReceiptProof) => void): ReceiptProof {
  const { proof } = makeReceipt()
  change(proof)
  return proof
}

describe('a receipt', () => {
  it('holds as it was made, whatever the size of the log', () => {
    for (const size of [1, 2, 7, 8, 33]) {
      const { proof } = makeReceipt({ size, at: [size - 1], earlier: size > 1 ? [size - 1] : [] })
      expect(check(proof, { publicKey: siteKey.hex })).toMatchObject({ holds: true, key: true })
    }
  })

  it('is checked in plain script with the same result', () => {
    const inBrowser = { sha256, isSignatureOf }
    const { proof } = makeReceipt()
    const turned = changed((other) => (other.head.at = '2026-11-23T03:00:00.001Z'))
    for (const each of [proof, turned]) {
      const text = JSON.stringify(each)
      expect(checkReceipt(text, inBrowser)).toEqual(checkReceipt(text, crypto))
    }
  })

  it('tells each step, and what there was nothing to hold against', () => {
    expect(check(makeReceipt({ earlier: [] }).proof)).toMatchObject({
      holds: true,
      receipt: RECEIPT,
      signature: true,
      key: null,
      growth: null,
      kept: null,
      steps: [
        { number: 1, position: 2, action: 'comment.posted', at: '2026-11-23T02:02:00.000Z' },
        { number: 2, position: 9, problem: null },
      ],
    })
  })

  it('does not hold where a step says something else than what was sealed', () => {
    const event = (proof: ReceiptProof) => proof.steps[1]!.event.replace('02:09', '02:08')
    const words = changed((proof) => (proof.steps[1]!.event = event(proof)))
    expect(check(words)).toMatchObject({
      holds: false,
      steps: [{ problem: null }, { problem: 'changed' }],
    })
    const leafToo = changed((proof) => {
      const step = proof.steps[1]!
      step.event = event(proof)
      step.leafHash = hexOf(leafHash(sha256, new TextEncoder().encode(step.event)))
    })
    expect(check(leafToo).steps[1]).toMatchObject({ problem: 'place' })
  })

  it('does not hold at another place of the log, or with the proof of another', () => {
    const place = changed((proof) => (proof.steps[0]!.position = 3))
    expect(check(place).steps[0]).toMatchObject({ problem: 'place' })
    const beyond = changed((proof) => (proof.steps[0]!.position = 13))
    expect(check(beyond).steps[0]).toMatchObject({ problem: 'place' })
    const swapped = changed(({ steps }) => (steps[0]!.inclusion = steps[1]!.inclusion))
    expect(check(swapped).steps[0]).toMatchObject({ problem: 'place' })
    const short = changed(({ steps }) => void steps[0]!.inclusion.pop())
    expect(check(short).steps[0]).toMatchObject({ problem: 'place' })
  })

  it('does not hold with another root, which no longer fits its signature either', () => {
    const root = changed((proof) => (proof.head.rootHash = hexOf(sha256())))
    expect(check(root)).toMatchObject({
      holds: false,
      signature: false,
      growth: false,
      steps: [{ problem: 'place' }, { problem: 'place' }],
    })
  })

  it('does not hold under a key that the reader does not know', () => {
    const foreign = makeReceipt({ key: makeKey() }).proof
    expect(check(foreign, { publicKey: siteKey.hex })).toMatchObject({
      holds: false,
      signature: true,
      key: false,
    })
    const renamed = changed((proof) => (proof.head.publicKey = makeKey().hex))
    expect(check(renamed)).toMatchObject({ holds: false, signature: false })
  })

  it('takes no step of another comment, and none that is not in its canonical form', () => {
    const other = changed((proof) => (proof.receipt = 'somebody-else'))
    expect(check(other).steps.map(({ problem }) => problem)).toEqual(['subject', 'subject'])
    const spaced = changed((proof) => (proof.steps[0]!.event += ' '))
    expect(check(spaced).steps[0]).toMatchObject({ problem: 'form', action: null })
    const deep = changed((proof) => (proof.steps[0]!.event = '['.repeat(9_000)))
    expect(check(deep).steps[0]).toMatchObject({ problem: 'form' })
  })

  it('does not hold where the log was not only added to since an earlier head', () => {
    const forked = changed(({ earlierHeads }) => {
      earlierHeads[0]!.consistency = earlierHeads[1]!.consistency
    })
    expect(check(forked)).toMatchObject({ holds: false, growth: false })
    const unsigned = changed(({ earlierHeads }) => {
      earlierHeads[0]!.head.at = '2026-11-23T03:00:01.000Z'
    })
    expect(check(unsigned)).toMatchObject({ holds: false, growth: false })
  })

  it('is held against the heads that were kept elsewhere, by their sizes', () => {
    const { proof, heads } = makeReceipt()
    const [three, thirteen, five] = [heads.get(3)!, heads.get(13)!, heads.get(5)!]
    expect(check(proof, { heads: [three, thirteen, five] })).toMatchObject({
      holds: true,
      kept: true,
      keptCompared: 2,
    })
    expect(check(proof, { heads: [five] })).toMatchObject({ holds: true, kept: null })
    const otherTree = { ...three, rootHash: five.rootHash }
    expect(check(proof, { heads: [otherTree] })).toMatchObject({ holds: false, kept: false })
  })
})

describe('what is no receipt', () => {
  const problemOf = (text: string) => {
    const checked = checkReceipt(text, crypto)
    return checked.kind === 'unreadable' ? checked.problem : checked.report
  }

  it('is named for what it is', () => {
    const whole = JSON.stringify(makeReceipt().proof)
    expect(problemOf('')).toBe('empty')
    expect(problemOf(' \n')).toBe('empty')
    expect(problemOf(whole.slice(0, -20))).toBe('notJson')
    expect(problemOf('null')).toBe('notReceipt')
    expect(problemOf('[]')).toBe('notReceipt')
    expect(problemOf(JSON.stringify({ format: RECEIPT_FORMAT }))).toBe('notReceipt')
    expect(problemOf(JSON.stringify({ format: 'lianxin-receipt/2' }))).toBe('otherVersion')
    expect(problemOf(JSON.stringify({ format: 'invoice/1' }))).toBe('notReceipt')
    expect(problemOf(JSON.stringify(changed((proof) => (proof.steps = []))))).toBe('notReceipt')
    const nothingSigned = changed((proof) => (proof.head.signature = ''))
    expect(problemOf(JSON.stringify(nothingSigned))).toBe('notReceipt')
  })

  it('is refused at once where it is a megabyte of anything', () => {
    const junk = randomBytes(750_000).toString('base64')
    expect(problemOf(junk)).toBe('tooLarge')
    expect(problemOf('['.repeat(RECEIPT_MAX_CHARACTERS))).toBe('notJson')
  })

  it('is found out, too, where a single bit of any hash was turned', () => {
    const { proof } = makeReceipt()
    const text = JSON.stringify(proof)
    const hashes = [...text.matchAll(/"(?:[0-9a-f]{64}|[0-9a-f]{128})"/g)]
    expect(hashes.length).toBeGreaterThan(15)
    for (const { index } of hashes) {
      const at = index + 5
      const other = text[at] === '0' ? '1' : '0'
      const turned = text.slice(0, at) + other + text.slice(at + 1)
      expect(check(JSON.parse(turned)).holds, `at ${at}`).toBe(false)
    }
  })
})

describe('a public key', () => {
  it('is read in each of the forms in which people hand it on', () => {
    const { spki, hex } = siteKey
    const base64 = spki.toString('base64')
    const pem = `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`
    const raw = spki.subarray(-32)
    for (const text of [hex, hex.toUpperCase(), ` ${hex}\n`, base64, pem, raw.toString('base64')]) {
      expect(readPublicKey(text)).toBe(hex)
    }
    expect(readPublicKey(raw.toString('base64url'))).toBe(hex)
  })

  it('is nothing else', () => {
    const hash = createHash('sha1').update('').digest('hex')
    for (const text of ['', 'key', hash, `${siteKey.hex}00`, '公钥', '='.repeat(44)]) {
      expect(readPublicKey(text)).toBeUndefined()
    }
  })
})
