import { generateTOTP } from '@epic-web/totp'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  authenticatorUri,
  matchingStep,
  newRecoveryCodes,
  newSecret,
  openSecret,
  parseRecoveryCode,
  sealSecret,
} from './second-factor.server'

afterEach(() => {
  vi.useRealTimers()
})

describe('a secret', () => {
  it('has 160 random bits in base32', () => {
    const secrets = Array.from({ length: 50 }, newSecret)
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(new Set(secrets).size).toBe(50)
  })

  it('is read by authenticator apps from its address', () => {
    const uri = new URL(
      authenticatorUri({ secret: 'ABCD2345', accountName: '左晴', issuer: '连心桥' }),
    )
    expect(uri.protocol).toBe('otpauth:')
    expect(Object.fromEntries(uri.searchParams)).toEqual({
      secret: 'ABCD2345',
      issuer: '连心桥',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })

  it('opens with its key, for its person, unchanged, and not otherwise', () => {
    const key = Buffer.alloc(32, 1)
    const sealed = sealSecret(key, 'person-1', 'ABCD2345')
    expect(openSecret(key, 'person-1', sealed)).toBe('ABCD2345')
    expect(sealSecret(key, 'person-1', 'ABCD2345')).not.toBe(sealed)
    expect(openSecret(key, 'person-2', sealed)).toBeUndefined()
    expect(openSecret(Buffer.alloc(32, 2), 'person-1', sealed)).toBeUndefined()
    for (const [at, part] of sealed.split('.').entries()) {
      const parts = sealed.split('.')
      parts[at] = (part.startsWith('A') ? 'B' : 'A') + part.slice(1)
      expect(openSecret(key, 'person-1', parts.join('.'))).toBeUndefined()
    }
    for (const nonsense of ['', '.', '..', 'a.b.c', `${sealed}.x`]) {
      expect(openSecret(key, 'person-1', nonsense)).toBeUndefined()
    }
  })
})

describe('a code', () => {
  // RFC 6238, appendix B, for SHA-1: the last six of its eight digits.
  const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
  ])('at %i seconds is %s', async (seconds, code) => {
    vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 })
    expect(await matchingStep(RFC_SECRET, code)).toBe(BigInt(Math.floor(seconds / 30)))
  })

  it('belongs to its step also when it comes a step early or late', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: 1_800_000_000_000 })
    const secret = newSecret()
    const { otp } = await generateTOTP({ secret })
    for (const offset of [-30, 0, 30]) {
      vi.setSystemTime(1_800_000_000_000 + offset * 1000)
      expect(await matchingStep(secret, otp)).toBe(60_000_000n)
    }
    vi.setSystemTime(1_800_000_060_000)
    expect(await matchingStep(secret, otp)).toBeNull()
  })

  it('is six digits and nothing else', async () => {
    for (const typed of ['', '12345', '1234567', '12345a', ' 123456', '１２３４５６']) {
      expect(await matchingStep(RFC_SECRET, typed)).toBeNull()
    }
  })
})

describe('recovery codes', () => {
  it('are ten, and read as they are written', () => {
    const codes = newRecoveryCodes()
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) {
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/)
      expect(parseRecoveryCode(code)).toBe(code.replaceAll('-', ''))
    }
  })

  it('bear capitals, blanks, full width and letters taken for figures', () => {
    expect(parseRecoveryCode(' K3F9 x2m7 ｐ0ｑ4 ')).toBe('k3f9x2m7p0q4')
    expect(parseRecoveryCode('I1lO-0o00-abcd')).toBe('11100000abcd')
    expect(parseRecoveryCode('123456')).toBeUndefined()
    expect(parseRecoveryCode('k3f9x2m7p0q4z')).toBeUndefined()
    expect(parseRecoveryCode('k3f9x2m7p0qu')).toBeUndefined()
  })
})
