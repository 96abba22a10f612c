import { beforeEach, describe, expect, it } from 'vitest'
import { recoverAccount } from '~/commands/recover-account.server'
import { requestRecovery } from '~/commands/request-recovery.server'
import { signIn } from '~/commands/sign-in.server'
import { hashPassword, verifyPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { createSessions } from '~/server/auth/session.server'
import { makePerson, next } from '#tests/factories/make'
import { lastCode, lastText } from '#tests/setup/last-text'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let phone: string
let personId: string

beforeEach(async () => {
  site.advance(25 * 60 * 60 * 1000)
  phone = `+86137${String(10_000_000 + next())}`
  const passwordHash = await hashPassword('Long-enough-7')
  personId = (await makePerson(db(), { phone, passwordHash, displayName: '槐安街的老周' })).id
  await db().personDetail.update({
    where: { personId },
    data: { phoneHash: phoneHash(site.container.keys, phone) },
  })
})

const code = async () => (await lastCode(db(), phone)) ?? ''

describe('recovering an account', () => {
  it('sets the password, ends every session and the lockout', async () => {
    const sessions = createSessions(site.container)
    const cookie = await sessions.start({
      personId,
      secondFactor: false,
      userAgent: '',
      addressHash: '',
      now: site.now,
    })
    expect(await sessions.read(cookie, site.now)).toMatchObject({ personId })
    for (let i = 0; i < 5; i += 1) await signIn(site.scope(), { phone, password: 'wrong' })
    const { codeId } = await requestRecovery(site.scope(), { phone })
    const password = 'Another-9-word'
    const result = await recoverAccount(site.scope(), { codeId, code: await code(), password })
    expect(result).toEqual({ ok: true })
    expect(await sessions.read(cookie, site.now)).toBeNull()
    expect(await signIn(site.scope(), { phone, password })).toEqual({ ok: true, personId })
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'password.recovered', objectId: personId },
    })
    expect(event.actorId).toBe(personId)
  })

  it('answers for a number without an account as for any other', async () => {
    const stranger = `+86133${String(10_000_000 + next())}`
    const known = await requestRecovery(site.scope(), { phone })
    const unknown = await requestRecovery(site.scope(), { phone: stranger })
    expect(unknown.codeId).toHaveLength(known.codeId.length)
    expect(await lastText(db(), stranger)).toContain('还没有账号')
    const guess = (await code()) === '000000' ? '000001' : '000000'
    const attempt = (codeId: string, password: string) =>
      recoverAccount(site.scope(), { codeId, code: guess, password })
    for (const password of ['Another-9-word', 'short', '槐安街的老周-Abc1']) {
      expect(await attempt(unknown.codeId, password)).toEqual(await attempt(known.codeId, password))
    }
  })

  it('lets a weak password cost no attempt, and looks for the name only after the code', async () => {
    const { codeId } = await requestRecovery(site.scope(), { phone })
    const right = await code()
    const set = (password: string) =>
      recoverAccount(site.scope(), { codeId, code: right, password })
    for (let i = 0; i < 8; i += 1) {
      expect(await set('short')).toMatchObject({ field: 'password' })
    }
    expect(await set('槐安街的老周-Abc1')).toMatchObject({
      field: 'password',
      error: { key: 'password.containsName' },
    })
    expect(await set('Another-9-word')).toEqual({ ok: true })
  })

  it('changes nothing for a number that was given up meanwhile', async () => {
    const { codeId } = await requestRecovery(site.scope(), { phone })
    const right = await code()
    await db().personDetail.update({
      where: { personId },
      data: { phoneHash: 'of another number' },
    })
    await expect(
      recoverAccount(site.scope(), { codeId, code: right, password: 'Another-9-word' }),
    ).rejects.toMatchObject({ code: 'notFound' })
    const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(await verifyPassword(person.passwordHash, 'Long-enough-7')).toBe(true)
  })
})
