import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { signIn } from '~/commands/sign-in.server'
import { signInAsPersona } from '~/commands/sign-in-as-persona.server'
import { hashPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import type { Outcome } from '~/server/refusal'
import { makePerson, next } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const MINUTE = 60_000

let passwordHash: string
let phone: string
let personId: string
const unknown = '+8613300000000'
const db = () => site.container.database.prisma

beforeAll(async () => {
  passwordHash = await hashPassword('Long-enough-7')
})

beforeEach(async () => {
  site.advance(49 * 60 * MINUTE)
  phone = `+86137${String(10_000_000 + next())}`
  const person = await makePerson(db(), { phone, passwordHash })
  personId = person.id
  await db().personDetail.update({
    where: { personId },
    data: { phoneHash: phoneHash(site.container.keys, phone) },
  })
})

// The limit by address is another matter: each attempt comes from an address of its own.
const attempt = (number: string, password: string) =>
  signIn(site.scope(null, { addressKey: `attempt-${next()}` }), { phone: number, password })

const key = (outcome: Outcome) => (outcome.ok ? 'ok' : outcome.error.key)
const WRONG = 'account.signIn.wrong'
const LOCKED = 'account.signIn.locked'

describe('signing in', () => {
  it('knows the person by number and password, also in full width', async () => {
    expect(await attempt(phone, 'Long-enough-7')).toEqual({ ok: true, personId })
    expect(await attempt(phone, 'Ｌｏｎｇ-enough-7')).toEqual({ ok: true, personId })
    expect(key(await attempt(phone, 'long-enough-7'))).toBe(WRONG)
  })

  it('answers a number without an account, one without a password and a wrong password alike', async () => {
    const invited = `+86134${String(10_000_000 + next())}`
    const person = await makePerson(db(), { phone: invited })
    await db().personDetail.update({
      where: { personId: person.id },
      data: { phoneHash: phoneHash(site.container.keys, invited) },
    })
    const answers = []
    for (let i = 0; i < 7; i += 1) {
      answers.push([
        await attempt(phone, 'wrong'),
        await attempt(unknown, 'wrong'),
        await attempt(invited, 'wrong'),
      ])
    }
    for (const [withAccount, without, withoutPassword] of answers) {
      expect(without).toEqual(withAccount)
      expect(withoutPassword).toEqual(withAccount)
    }
  })

  it('takes as long for a number without an account', async () => {
    const time = async (number: string) => {
      const started = performance.now()
      await attempt(number, 'wrong')
      return performance.now() - started
    }
    await time(`+86133${String(10_000_000 + next())}`)
    const withAccount = Math.min(await time(phone), await time(phone), await time(phone))
    const strangers = [next(), next(), next()].map((n) => `+86133${String(10_000_000 + n)}`)
    const without = Math.min(
      ...[await time(strangers[0]!), await time(strangers[1]!), await time(strangers[2]!)],
    )
    expect(without).toBeGreaterThan(withAccount * 0.4)
    expect(without).toBeLessThan(withAccount * 2.5)
  })

  it('locks after five failures, and longer after each further one', async () => {
    for (let i = 0; i < 4; i += 1) expect(key(await attempt(phone, 'wrong'))).toBe(WRONG)
    const minutes = []
    for (let i = 0; i < 4; i += 1) {
      const outcome = await attempt(phone, 'wrong')
      if (outcome.ok) throw new Error('let in with a wrong password')
      expect(outcome.error.key).toBe(LOCKED)
      const left = Number(outcome.error.params?.['minutes'])
      minutes.push(left)
      // During the lock the right password does not help, and attempts do not lengthen it.
      expect(await attempt(phone, 'Long-enough-7')).toEqual(outcome)
      site.advance(left * MINUTE)
    }
    expect(minutes).toEqual([1, 5, 15, 60])
    expect(await attempt(phone, 'Long-enough-7')).toEqual({ ok: true, personId })
  })

  it('forgets failures after a success', async () => {
    for (let i = 0; i < 4; i += 1) await attempt(phone, 'wrong')
    expect((await attempt(phone, 'Long-enough-7')).ok).toBe(true)
    for (let i = 0; i < 4; i += 1) expect(key(await attempt(phone, 'wrong'))).toBe(WRONG)
    expect(key(await attempt(phone, 'wrong'))).toBe(LOCKED)
  })

  it('lets no more guesses through at once than one after another', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => attempt(phone, `guess ${i}`)),
    )
    expect(answers.map(key).filter((one) => one === WRONG)).toHaveLength(4)
    expect(answers.map(key).filter((one) => one === LOCKED)).toHaveLength(8)
    const events = await db().auditEvent.findMany({
      where: { action: 'session.failed', objectId: phoneHash(site.container.keys, phone) },
    })
    const reasons = events.map((event) => (event.detail as { reason: string }).reason)
    // Five were compared with the password; the rest were refused unread.
    expect(reasons.filter((reason) => reason === 'wrong')).toHaveLength(5)
    expect(reasons.filter((reason) => reason === 'locked')).toHaveLength(7)
  })

  it('records failures by the hash of the number, never by the number', async () => {
    await attempt(phone, 'wrong')
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'session.failed' },
      orderBy: { id: 'desc' },
    })
    expect(event.objectId).toBe(phoneHash(site.container.keys, phone))
    expect(JSON.stringify(event)).not.toContain(phone.slice(-8))
  })

  it('limits an address over all numbers', async () => {
    const scope = () => site.scope(null, { addressKey: 'one-office' })
    const tries = async () => {
      const number = `+86132${String(10_000_000 + next())}`
      return signIn(scope(), { phone: number, password: 'wrong' })
    }
    await db().rateWindow.create({
      data: {
        key: 'sign-in:one-office',
        startsAt: new Date(Math.floor(site.now.getTime() / 600_000) * 600_000),
        count: 59,
      },
    })
    expect(key(await tries())).toBe(WRONG)
    await expect(tries()).rejects.toMatchObject({ code: 'tooManyRequests' })
  })
})

describe('personas', () => {
  it('are nobody outside the demo', async () => {
    const person = await makePerson(db(), { persona: 'resident' })
    await expect(signInAsPersona(site.scope(), { personId: person.id })).rejects.toMatchObject({
      code: 'notFound',
    })
    const env = { ...site.container.env, DEMO: true }
    const scope = site.scope(null, { container: { ...site.container, env } })
    expect(await signInAsPersona(scope, { personId: person.id })).toEqual({ personId: person.id })
    // Everybody else keeps their password, in the demo too.
    await expect(signInAsPersona(scope, { personId })).rejects.toMatchObject({ code: 'notFound' })
  })
})
