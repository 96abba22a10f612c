import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { bytesOf, treeHeadText, type SignedTreeHead, type TreeHead } from '~/domain/audit/tree-head'

/** The key that signs the heads of the audit trail's tree. */
export interface SigningKey {
  /** 32 bytes in hexadecimal. */
  publicKey: string
  sign(head: TreeHead): SignedTreeHead
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in its usual encodings.
const PRIVATE_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')

/** The Ed25519 key of a seed of 32 bytes. */
export function signingKey(seed: Buffer): SigningKey {
  const der = Buffer.concat([PRIVATE_PREFIX, seed])
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(key).export({ format: 'der', type: 'spki' })
  const publicKey = spki.subarray(-32).toString('hex')
  return {
    publicKey,
    sign: ({ size, rootHash, at }) => {
      const head = { size, rootHash, at }
      const signature = sign(null, Buffer.from(treeHeadText(head)), key).toString('hex')
      return { ...head, signature, publicKey }
    },
  }
}

/** Whether the head is signed with the key that it names. */
export function isSigned(head: SignedTreeHead): boolean {
  return isSignature(
    bytesOf(head.publicKey),
    Buffer.from(treeHeadText(head)),
    bytesOf(head.signature),
  )
}

/** Whether an Ed25519 signature is that of the message under a public key of 32 bytes. */
export function isSignature(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  let key: KeyObject
  try {
    const der = Buffer.concat([PUBLIC_PREFIX, publicKey])
    key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  } catch {
    return false
  }
  return verify(null, message, key, signature)
}
