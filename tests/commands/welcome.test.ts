import { beforeEach, describe, expect, it } from 'vitest'
import { confirmWelcome } from '~/commands/confirm-welcome.server'
import { createFirstAdministrator } from '~/commands/create-first-administrator.server'
import { requestWelcome } from '~/commands/request-welcome.server'
import { signIn } from '~/commands/sign-in.server'
import { INVITATION_DAYS, writeInvitation } from '~/commands/write-invitation.server'
import { getInvitation } from '~/queries/get-invitation.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { systemScope } from '~/server/system-scope.server'
import { transact } from '~/server/transact.server'
import { makePerson, next } from '#tests/factories/make'
import { lastCode, lastText } from '#tests/setup/last-text'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const password = 'Long-enough-7'
const consentVersion = '2026-11-20'

let phone: string

beforeEach(() => {
  site.advance(25 * 60 * 60 * 1000)
  phone = `+86137${String(10_000_000 + next())}`
})

async function invite(): Promise<{ personId: string; invitation: string }> {
  const person = await db().person.create({
    data: {
      id: (await makePerson(db())).id.slice(0, -4) + 'zzzz',
      createdAt: site.now,
      displayName: '新同事',
    },
  })
  const { code } = await transact(site.scope(), (tx) => writeInvitation(tx, person.id))
  return { personId: person.id, invitation: code }
}

describe('an invitation', () => {
  it('gives number, password and consent once the number is confirmed, and works once', async () => {
    const { personId, invitation } = await invite()
    const asked = await requestWelcome(site.scope(), {
      invitation,
      phone,
      password,
      consentVersion,
    })
    if (!asked.ok) throw new Error(asked.error.key)
    expect(await signIn(site.scope(), { phone, password })).toMatchObject({ ok: false })
    const code = (await lastCode(db(), phone)) ?? ''
    const { codeId } = asked
    expect(await confirmWelcome(site.scope(), { invitation, codeId, code })).toEqual({
      ok: true,
      personId,
    })
    expect(await signIn(site.scope(), { phone, password })).toEqual({ ok: true, personId })
    expect(await db().consent.count({ where: { personId, version: consentVersion } })).toBe(1)
    expect(await getInvitation(site.scope(), invitation)).toBeNull()
    await expect(
      requestWelcome(site.scope(), { invitation, phone, password, consentVersion }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('stands by the number that an administrator has entered', async () => {
    const person = await makePerson(db(), { phone, phoneConfirmedAt: null })
    await db().personDetail.update({
      where: { personId: person.id },
      data: { phoneHash: phoneHash(site.container.keys, phone) },
    })
    const { code: invitation } = await transact(site.scope(), (tx) =>
      writeInvitation(tx, person.id),
    )
    const view = await getInvitation(site.scope(), invitation)
    expect(view?.phone).toMatch(/^137\*{4}\d{4}$/)
    const other = `+86138${String(10_000_000 + next())}`
    await requestWelcome(site.scope(), { invitation, phone: other, password, consentVersion })
    expect(await lastText(db(), other)).toBeUndefined()
    expect(await lastCode(db(), phone)).toMatch(/^\d{6}$/)
  })

  it('ends after its days, and when a newer one is written', async () => {
    const { personId, invitation } = await invite()
    const { code: newer } = await transact(site.scope(), (tx) => writeInvitation(tx, personId))
    expect(await getInvitation(site.scope(), invitation)).toBeNull()
    expect(await getInvitation(site.scope(), newer)).toMatchObject({ personId })
    site.advance(INVITATION_DAYS * 24 * 60 * 60 * 1000)
    expect(await getInvitation(site.scope(), newer)).toBeNull()
    expect(await getInvitation(site.scope(), '')).toBeNull()
  })

  it('does not take a code that was sent for another invitation', async () => {
    const one = await invite()
    const asked = await requestWelcome(site.scope(), {
      invitation: one.invitation,
      phone,
      password,
      consentVersion,
    })
    if (!asked.ok) throw new Error(asked.error.key)
    const code = (await lastCode(db(), phone)) ?? ''
    const other = await invite()
    await expect(
      confirmWelcome(site.scope(), { invitation: other.invitation, codeId: asked.codeId, code }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })

  it('tells nobody but the owner that a number has an account', async () => {
    const holder = await makePerson(db(), { phone })
    await db().personDetail.update({
      where: { personId: holder.id },
      data: { phoneHash: phoneHash(site.container.keys, phone) },
    })
    const { invitation } = await invite()
    const asked = await requestWelcome(site.scope(), {
      invitation,
      phone,
      password,
      consentVersion,
    })
    expect(asked.ok).toBe(true)
    expect(await lastCode(db(), phone)).toBeUndefined()
  })
})

describe('the first administrator', () => {
  it('is made once, by a link that is renewed until it is taken up', async () => {
    const scope = () => systemScope(site.container, 'command-line')
    const first = await createFirstAdministrator(scope(), { displayName: '系统管理员' })
    const again = await createFirstAdministrator(scope(), { displayName: '系统管理员' })
    if (!first.ok || !again.ok) throw new Error('not made')
    expect(again.personId).toBe(first.personId)
    expect(await getInvitation(site.scope(), first.code)).toBeNull()
    expect(await db().grant.count({ where: { role: 'admin' } })).toBe(1)
    const asked = await requestWelcome(site.scope(), {
      invitation: again.code,
      phone,
      password,
      consentVersion,
    })
    if (!asked.ok) throw new Error(asked.error.key)
    const code = (await lastCode(db(), phone)) ?? ''
    await confirmWelcome(site.scope(), { invitation: again.code, codeId: asked.codeId, code })
    expect(await createFirstAdministrator(scope(), { displayName: '另一个' })).toEqual({
      ok: false,
    })
  })
})
