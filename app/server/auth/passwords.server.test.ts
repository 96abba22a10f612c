import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './passwords.server'

describe('a password', () => {
  it('is hashed by argon2id with the least that OWASP asks for, and a salt of its own', async () => {
    const hash = await hashPassword('Long-enough-7')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await hashPassword('Long-enough-7')).not.toBe(hash)
  })

  it('is known again, in whatever width it was typed', async () => {
    const hash = await hashPassword('Café-足够长-7')
    expect(await verifyPassword(hash, 'Cafe\u0301-足够长-７')).toBe(true)
    expect(await verifyPassword(hash, 'cafe-足够长-7')).toBe(false)
  })

  it('opens nothing where none was set', async () => {
    expect(await verifyPassword(null, '')).toBe(false)
    expect(await verifyPassword(null, 'Long-enough-7')).toBe(false)
  })
})
