import { generateTOTP } from '@epic-web/totp'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Actor } from '~/domain/person/actor'
import {
  confirmSecondFactor,
  prepareSecondFactor,
  reopenSecondFactor,
} from '~/commands/confirm-second-factor.server'
import { passSecondFactor } from '~/commands/pass-second-factor.server'
import { resetSecondFactor } from '~/commands/reset-second-factor.server'
import { createSessions } from '~/server/auth/session.server'
import { makeActor } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

let actor: Actor

beforeEach(async () => {
  site.advance(25 * 60 * 60 * 1000)
  // The codes follow the computer's clock.
  vi.useFakeTimers({ toFake: ['Date'], now: site.now })
  const made = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  actor = { ...made, hasSecondFactor: false, secondFactor: false }
})

afterEach(() => {
  vi.useRealTimers()
})

const codeOf = async (secret: string) => (await generateTOTP({ secret })).otp
const wait = (seconds: number) => {
  site.advance(seconds * 1000)
  vi.setSystemTime(site.now)
}

async function setUp(): Promise<{ secret: string; recoveryCodes: string[] }> {
  const { secret } = prepareSecondFactor(site.scope(actor))
  const code = await codeOf(secret)
  const result = await confirmSecondFactor(site.scope(actor), { secret, code })
  if (!result.ok) throw new Error(result.error.key)
  actor = { ...actor, hasSecondFactor: true }
  return { secret, recoveryCodes: result.recoveryCodes }
}

const pass = (code: string) => passSecondFactor(site.scope(actor), { code })

describe('a second factor', () => {
  it('comes into use with the first right code, encrypted, with ten recovery codes', async () => {
    const { secret, sealed } = prepareSecondFactor(site.scope(actor))
    expect(reopenSecondFactor(site.scope(actor), sealed)).toMatchObject({ secret, fresh: false })
    const wrong = (await codeOf(secret)) === '000000' ? '000001' : '000000'
    expect(await confirmSecondFactor(site.scope(actor), { secret, code: wrong })).toMatchObject({
      ok: false,
      field: 'code',
    })
    expect(await db().secondFactor.count({ where: { personId: actor.personId } })).toBe(0)
    const { recoveryCodes } = await setUp()
    expect(new Set(recoveryCodes).size).toBe(10)
    const row = await db().secondFactor.findUniqueOrThrow({ where: { personId: actor.personId } })
    expect(row.confirmedAt).toEqual(site.now)
    expect(row.secret).not.toContain(secret)
    const codes = await db().recoveryCode.findMany({ where: { personId: actor.personId } })
    expect(codes).toHaveLength(10)
    for (const code of recoveryCodes) expect(JSON.stringify(codes)).not.toContain(code)
  })

  it('is confirmed within the hour, by the person it was prepared for, and unchanged', async () => {
    const { sealed } = prepareSecondFactor(site.scope(actor))
    const other = await makeActor(db(), [{ role: 'auditor' }])
    const stranger = { ...other, hasSecondFactor: false }
    expect(reopenSecondFactor(site.scope(stranger), sealed).fresh).toBe(true)
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA')
    expect(reopenSecondFactor(site.scope(actor), changed).fresh).toBe(true)
    expect(reopenSecondFactor(site.scope(actor), 'invented').fresh).toBe(true)
    site.advance(60 * 60 * 1000)
    expect(reopenSecondFactor(site.scope(actor), sealed).fresh).toBe(true)
  })

  it('lets a code work once, and none before it', async () => {
    const { secret } = await setUp()
    // The code of the set-up itself is spent.
    expect(await pass(await codeOf(secret))).toMatchObject({ ok: false })
    wait(30)
    const earlier = await codeOf(secret)
    wait(30)
    const code = await codeOf(secret)
    expect(await pass(code)).toEqual({ ok: true, method: 'secondFactor' })
    expect(await pass(code)).toMatchObject({ ok: false })
    expect(await pass(earlier)).toMatchObject({ ok: false })
  })

  it('lets one of two take the same code at once', async () => {
    const { secret } = await setUp()
    wait(60)
    const code = await codeOf(secret)
    const answers = await Promise.all([pass(code), pass(code), pass(code)])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('bears a clock that is half a minute off, and no more', async () => {
    const { secret } = await setUp()
    wait(300)
    const old = await codeOf(secret)
    wait(30)
    expect(await pass(old)).toMatchObject({ ok: true })
    wait(300)
    const older = await codeOf(secret)
    wait(90)
    expect(await pass(older)).toMatchObject({ ok: false })
  })

  it('lets a recovery code work once, however it is typed, and tells the person', async () => {
    const { recoveryCodes } = await setUp()
    const typed = ` ${recoveryCodes[3]!.toUpperCase().replaceAll('-', ' ')} `
    expect(await pass(typed)).toEqual({ ok: true, method: 'recoveryCode' })
    expect(await pass(recoveryCodes[3]!)).toMatchObject({ ok: false })
    const text = await db().textMessage.findFirstOrThrow({
      where: { personId: actor.personId },
      orderBy: { id: 'desc' },
    })
    expect(text.body).toContain('还剩 9 个')
  })

  it('limits guesses by person, not by session', async () => {
    const { secret } = await setUp()
    wait(600)
    const right = await codeOf(secret)
    const wrong = right === '000000' ? '000001' : '000000'
    for (let i = 0; i < 6; i += 1) expect(await pass(wrong)).toMatchObject({ ok: false })
    actor = { ...actor, sessionId: 'another session' }
    await expect(pass(right)).rejects.toMatchObject({ code: 'tooManyRequests' })
    const failures = await db().auditEvent.count({
      where: { action: 'secondFactor.failed', objectId: actor.personId },
    })
    expect(failures).toBe(6)
  })

  it('is not replaced by somebody who has only the password', async () => {
    await setUp()
    const scope = site.scope({ ...actor, secondFactor: false })
    expect(() => prepareSecondFactor(scope)).toThrow(
      expect.objectContaining({ code: 'secondFactorRequired' }),
    )
    await expect(
      confirmSecondFactor(scope, { secret: 'AAAA', code: '000000' }),
    ).rejects.toMatchObject({ code: 'secondFactorRequired' })
    const shown = site.scope({ ...actor, secondFactor: true })
    const { secret } = prepareSecondFactor(shown)
    wait(60)
    const renewed = await confirmSecondFactor(shown, { secret, code: await codeOf(secret) })
    expect(renewed.ok).toBe(true)
    expect(await db().recoveryCode.count({ where: { personId: actor.personId } })).toBe(10)
  })

  it('is reset by another administrator with a reason, and set up anew', async () => {
    await setUp()
    const sessions = createSessions(site.container)
    const cookie = await sessions.start({
      personId: actor.personId,
      secondFactor: true,
      userAgent: '',
      addressHash: '',
      now: site.now,
    })
    expect(await sessions.read(cookie, site.now)).toMatchObject({ hasSecondFactor: true })
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const input = { personId: actor.personId, reason: '手机丢失，已当面核对' }
    const asOther = site.scope({ ...actor, secondFactor: true })
    await expect(resetSecondFactor(asOther, input)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(
      resetSecondFactor(site.scope(admin), { ...input, personId: admin.personId }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await resetSecondFactor(site.scope(admin), input)
    expect(await sessions.read(cookie, site.now)).toBeNull()
    expect(await db().recoveryCode.count({ where: { personId: actor.personId } })).toBe(0)
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'secondFactor.reset', objectId: actor.personId },
    })
    expect(event).toMatchObject({ actorId: admin.personId, detail: { reason: input.reason } })
    await expect(resetSecondFactor(site.scope(admin), input)).rejects.toMatchObject({
      code: 'notFound',
    })
    actor = { ...actor, hasSecondFactor: false }
    await setUp()
  })

  it('is for staff', async () => {
    const resident = await makeActor(db(), [{ role: 'resident' }])
    expect(() => prepareSecondFactor(site.scope(resident))).toThrow(
      expect.objectContaining({ code: 'forbidden' }),
    )
  })
})
