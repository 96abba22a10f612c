import { beforeEach, describe, expect, it } from 'vitest'
import { PHONE_CODE_ATTEMPTS, PHONE_CODE_MINUTES } from '~/domain/account/phone-code'
import { confirmSignUp } from '~/commands/confirm-sign-up.server'
import { resendPhoneCode } from '~/commands/phone-code.server'
import { requestSignUp, type SignUpRequest } from '~/commands/request-sign-up.server'
import { getPhoneCode } from '~/queries/get-phone-code.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { verifyPassword } from '~/server/auth/passwords.server'
import { makeDistrict, makePerson, next } from '#tests/factories/make'
import { lastCode, lastText } from '#tests/setup/last-text'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()

let districtId: string
let phone: string

beforeEach(async () => {
  // Windows of rate limits end: each test begins with a fresh day.
  site.advance(25 * 60 * 60 * 1000)
  phone = `+86137${String(10_000_000 + next())}`
  districtId = (await makeDistrict(site.container.database.prisma)).id
})

const request = (given: Partial<SignUpRequest> = {}): SignUpRequest => ({
  displayName: '河边散步的人',
  phone,
  password: 'Long-enough-7',
  districtId,
  consentVersion: '2026-11-20',
  next: '/topics',
  ...given,
})

const db = () => site.container.database.prisma

/** A code that is certainly not the right one. */
const wrongCode = async () => ((await lastCode(db(), phone)) === '000000' ? '000001' : '000000')

describe('signing up', () => {
  it('makes the account only once the number is confirmed, with consent and audit event', async () => {
    const { codeId } = await requestSignUp(site.scope(), request())
    expect(await db().personDetail.count({ where: { phone } })).toBe(0)

    const code = (await lastCode(db(), phone)) ?? ''
    const result = await confirmSignUp(site.scope(), { codeId, code })
    if (!result.ok) throw new Error(result.error.key)
    expect(result.next).toBe('/topics')

    const person = await db().person.findUniqueOrThrow({
      where: { id: result.personId },
      include: { detail: true, consents: true, grants: true },
    })
    expect(person).toMatchObject({ displayName: '河边散步的人', districtId, status: 'active' })
    expect(person.phoneConfirmedAt).toEqual(site.now)
    expect(person.detail?.phoneHash).toBe(phoneHash(site.container.keys, phone))
    expect(person.consents.map((consent) => consent.version)).toEqual(['2026-11-20'])
    expect(person.grants.map((grant) => grant.role)).toEqual(['resident'])
    expect(await verifyPassword(person.passwordHash, 'Long-enough-7')).toBe(true)

    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'person.signedUp', objectId: person.id },
    })
    expect(event.actorId).toBe(person.id)
    expect(JSON.stringify(event.detail)).not.toContain('河边散步的人')
    expect(
      await db().auditPersonalValue.findMany({ where: { personId: person.id } }),
    ).toMatchObject([{ eventId: event.id, name: 'displayName', value: '河边散步的人' }])
  })

  it('answers a number that has an account in the same way, and lets no code open anything', async () => {
    const known = `+86136${String(10_000_000 + next())}`
    await makePerson(db(), { phone: known })
    await db().personDetail.update({
      where: { phoneHash: `hash-of-${known}` },
      data: { phoneHash: phoneHash(site.container.keys, known) },
    })
    const fresh = await requestSignUp(site.scope(), request())
    const taken = await requestSignUp(site.scope(), request({ phone: known }))

    // What the pages show of both differs in the masked number alone.
    const view = async (id: string) => {
      const { state, demoText } = await getPhoneCode(site.scope(), { id, purpose: 'signUp' })
      return { state, demoText }
    }
    expect(await view(taken.codeId)).toEqual(await view(fresh.codeId))
    const row = (id: string) => db().phoneCode.findUniqueOrThrow({ where: { id } })
    const [one, other] = [await row(fresh.codeId), await row(taken.codeId)]
    expect(other.codeHash).not.toBe(one.codeHash)
    expect(other.expiresAt).toEqual(one.expiresAt)

    // Only the text message tells, and it goes to the number's owner.
    expect(await lastText(db(), known)).toContain('已经有账号')
    expect(await lastCode(db(), known)).toBeUndefined()
    expect(await lastCode(db(), phone)).toMatch(/^\d{6}$/)

    const wrong = await wrongCode()
    const refusedFresh = await confirmSignUp(site.scope(), { codeId: fresh.codeId, code: wrong })
    const refusedTaken = await confirmSignUp(site.scope(), { codeId: taken.codeId, code: wrong })
    expect(refusedTaken).toEqual(refusedFresh)
    expect(refusedTaken).toMatchObject({ ok: false, error: { key: 'account.code.wrong' } })
  })

  it('does comparable work for numbers with and without an account', async () => {
    const time = async (number: string) => {
      const started = performance.now()
      await requestSignUp(site.scope(), request({ phone: number }))
      return performance.now() - started
    }
    const known = `+86136${String(10_000_000 + next())}`
    const person = await makePerson(db(), { phone: known })
    await db().personDetail.update({
      where: { personId: person.id },
      data: { phoneHash: phoneHash(site.container.keys, known) },
    })
    await time(`+86135${String(10_000_000 + next())}`)
    const fresh = Math.min(await time(phone), await time(phone), await time(phone))
    const taken = Math.min(await time(known), await time(known), await time(known))
    // Hashing the password takes most of it in both cases; without it one would take a fraction.
    expect(taken).toBeGreaterThan(fresh * 0.4)
    expect(taken).toBeLessThan(fresh * 2.5)
  })

  it('takes five attempts at a code, counts them across requests, and says how many are left', async () => {
    const { codeId } = await requestSignUp(site.scope(), request())
    const right = (await lastCode(db(), phone)) ?? ''
    const wrong = await wrongCode()
    for (let left = PHONE_CODE_ATTEMPTS - 1; left > 0; left -= 1) {
      expect(await confirmSignUp(site.scope(), { codeId, code: wrong })).toMatchObject({
        ok: false,
        error: { key: 'account.code.wrong', params: { left } },
      })
    }
    expect(await confirmSignUp(site.scope(), { codeId, code: wrong })).toMatchObject({
      error: { key: 'account.code.over' },
    })
    expect(await confirmSignUp(site.scope(), { codeId, code: right })).toMatchObject({
      error: { key: 'account.code.over' },
    })
    expect(await db().personDetail.count({ where: { phone } })).toBe(0)
  })

  it('lets no more than five of many guesses through that are sent at once', async () => {
    const { codeId } = await requestSignUp(site.scope(), request())
    const wrong = await wrongCode()
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => confirmSignUp(site.scope(), { codeId, code: wrong })),
    )
    const keys = answers.map((answer) => (answer.ok ? 'ok' : answer.error.key))
    expect(keys.filter((key) => key === 'account.code.wrong')).toHaveLength(4)
    expect(keys.filter((key) => key === 'account.code.over')).toHaveLength(8)
  })

  it('refuses a code that is too old, and one that was used', async () => {
    const { codeId } = await requestSignUp(site.scope(), request())
    const code = (await lastCode(db(), phone)) ?? ''
    site.advance(PHONE_CODE_MINUTES * 60_000)
    expect(await confirmSignUp(site.scope(), { codeId, code })).toMatchObject({
      error: { key: 'account.code.over' },
    })
    await resendPhoneCode(site.scope(), { id: codeId, purpose: 'signUp' })
    const again = (await lastCode(db(), phone)) ?? ''
    expect(await confirmSignUp(site.scope(), { codeId, code: again })).toMatchObject({ ok: true })
    expect(await confirmSignUp(site.scope(), { codeId, code: again })).toMatchObject({
      error: { key: 'account.code.over' },
    })
    expect(await db().personDetail.count({ where: { phone } })).toBe(1)
  })

  it('sends three texts to a number in ten minutes and no fourth', async () => {
    const { codeId } = await requestSignUp(site.scope(), request())
    await resendPhoneCode(site.scope(), { id: codeId, purpose: 'signUp' })
    await resendPhoneCode(site.scope(), { id: codeId, purpose: 'signUp' })
    await expect(
      resendPhoneCode(site.scope(), { id: codeId, purpose: 'signUp' }),
    ).rejects.toMatchObject({ code: 'tooManyRequests' })
    expect(await db().textMessage.count({ where: { phone } })).toBe(3)
  })

  it('gives a number to one of two that confirm it', async () => {
    const first = await requestSignUp(site.scope(), request())
    const firstCode = (await lastCode(db(), phone)) ?? ''
    const second = await requestSignUp(site.scope(), request({ displayName: '后来的人' }))
    const secondCode = (await lastCode(db(), phone)) ?? ''
    const one = await confirmSignUp(site.scope(), { codeId: first.codeId, code: firstCode })
    const other = await confirmSignUp(site.scope(), { codeId: second.codeId, code: secondCode })
    expect(one.ok).toBe(true)
    expect(other).toMatchObject({ ok: false, error: { key: 'account.phone.taken' } })
  })

  it('is unknown under an invented id', async () => {
    const { codeId } = await requestSignUp(site.scope(), request())
    const invented = codeId.slice(0, -1) + (codeId.endsWith('0') ? '1' : '0')
    await expect(
      confirmSignUp(site.scope(), { codeId: invented, code: '123456' }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})
