import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSignatureOf } from './ed25519'
import { sha256, sha512 } from './sha2'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const hex = (value: Uint8Array) => Buffer.from(value).toString('hex')

describe('SHA-2 in plain script', () => {
  test('agrees with that of the server, whatever the length and however it is cut', () => {
    const parts = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 })
    fc.assert(
      fc.property(parts, (some) => {
        const whole = Buffer.concat(some)
        expect(hex(sha256(...some))).toBe(createHash('sha256').update(whole).digest('hex'))
        expect(hex(sha512(...some))).toBe(createHash('sha512').update(whole).digest('hex'))
      }),
    )
  })

  test.each([55, 56, 63, 64, 111, 112, 127, 128])('agrees at %i bytes', (length) => {
    const message = new Uint8Array(length).fill(7)
    expect(hex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'))
    expect(hex(sha512(message))).toBe(createHash('sha512').update(message).digest('hex'))
  })
})

describe('an Ed25519 signature', () => {
  // RFC 8032, section 7.1, tests 1 to 3.
  test.each([
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('of RFC 8032 holds: %s', (key, message, signature) => {
    expect(isSignatureOf(bytes(key), bytes(message), bytes(signature))).toBe(true)
    expect(isSignatureOf(bytes(key), bytes(`${message}00`), bytes(signature))).toBe(false)
  })

  test('of the server holds, and no bit of it can be another', () => {
    const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 })
    const messages = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(seeds, messages, fc.nat({ max: 511 }), (seed, message, bit) => {
        const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
        const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
        const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
        const publicKey = new Uint8Array(spki.subarray(-32))
        const signature = new Uint8Array(sign(null, message, key))
        expect(isSignatureOf(publicKey, message, signature)).toBe(true)
        signature[bit >> 3]! ^= 1 << (bit & 7)
        expect(isSignatureOf(publicKey, message, signature)).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  test('with a multiple of the order added to it, or of another length, does not hold', () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n
    const key = 'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a'
    const signature = bytes(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    )
    const s = signature.subarray(32).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)
    const moved = signature.slice()
    for (let at = 0; at < 32; at += 1) {
      moved[32 + at] = Number(((s + order) >> BigInt(8 * at)) & 0xffn)
    }
    expect(isSignatureOf(bytes(key), new Uint8Array(), moved)).toBe(false)
    expect(isSignatureOf(bytes(key), new Uint8Array(), signature.subarray(1))).toBe(false)
    expect(isSignatureOf(new Uint8Array(31), new Uint8Array(), signature)).toBe(false)
    expect(isSignatureOf(new Uint8Array(32).fill(255), new Uint8Array(), signature)).toBe(false)
  })
})
