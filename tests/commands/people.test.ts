import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { invitePerson } from '~/commands/invite-person.server'
import { renewInvitation } from '~/commands/renew-invitation.server'
import { invitationSchema } from '~/forms/administration'
import { parseForm } from '~/forms/form'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { makeActor, makeDepartment, makePerson } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

const review = {
  role: 'moderator',
  duty: 'review',
  departmentId: null,
  studioId: null,
  title: null,
  until: null,
} as const

let telephones = 0
const newPhone = () => `+86138${String(10_000_000 + (telephones += 1))}`

async function admin() {
  return makeActor(db(), [{ role: 'admin' }])
}

const input = (phone: string) => ({
  displayName: '陈静',
  phone,
  districtId: null,
  grants: [review],
  origin: 'https://lianxin.example',
})

describe('inviting a person', () => {
  it('makes them with their grants, sends the link and gives it back once', async () => {
    const phone = newPhone()
    const viewer = await admin()
    const done = await invitePerson(site.scope(viewer), input(phone))
    if (!done.ok) throw new Error(done.error.key)
    expect(done.expiresAt).toEqual(new Date(TEST_NOW.getTime() + 7 * 24 * 60 * 60 * 1000))

    const person = await db().person.findUniqueOrThrow({
      where: { id: done.personId },
      include: { detail: true, grants: true, invitations: true },
    })
    expect(person).toMatchObject({
      displayName: '陈静',
      passwordHash: null,
      phoneConfirmedAt: null,
      detail: { phone, phoneHash: phoneHash(site.container.keys, phone) },
      grants: [{ role: 'moderator', duty: 'review', grantedById: viewer.personId }],
    })
    const code = done.link.replace('https://lianxin.example/welcome/', '')
    const codeHash = createHash('sha256').update(code).digest('hex')
    expect(person.invitations).toMatchObject([{ codeHash, usedAt: null }])

    const [text] = await db().textMessage.findMany({ where: { personId: person.id } })
    expect(text).toMatchObject({ phone })
    expect(text?.body).toContain(done.link)
    const events = await db().auditEvent.findMany({ where: { objectId: person.id } })
    expect(events.map(({ action }) => action).sort()).toEqual([
      ...['grant.given', 'invitation.written', 'person.invited'],
    ])
    expect(JSON.stringify(events)).not.toContain('陈静')
    expect(JSON.stringify(events)).not.toContain(code)
  })

  it('makes nobody whose number has an account, or whose department is gone', async () => {
    const phone = newPhone()
    const viewer = await admin()
    await invitePerson(site.scope(viewer), input(phone))
    expect(await invitePerson(site.scope(viewer), input(phone))).toMatchObject({
      ok: false,
      field: 'phone',
    })
    const closed = await makeDepartment(db(), { active: false })
    const other = newPhone()
    const draft = { ...review, role: 'official', duty: 'draft', departmentId: closed.id } as const
    expect(
      await invitePerson(site.scope(viewer), { ...input(other), grants: [review, draft] }),
    ).toMatchObject({ ok: false, field: 'departmentId' })
    const hash = phoneHash(site.container.keys, other)
    expect(await db().personDetail.findUnique({ where: { phoneHash: hash } })).toBeNull()
  })

  it('makes one person where two invite the same number at once', async () => {
    const phone = newPhone()
    const scope = site.scope(await admin())
    const results = await Promise.all([
      invitePerson(scope, input(phone)),
      invitePerson(scope, input(phone)),
    ])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ field: 'phone' })
  })

  it('is for administrators only', async () => {
    const auditor = await makeActor(db(), [{ role: 'auditor' }])
    await expect(invitePerson(site.scope(auditor), input(newPhone()))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('tells everything that is wrong with the form at once', () => {
    const parsed = parseForm(invitationSchema(TEST_NOW), { displayName: '我', phone: '123' })
    expect(parsed.ok ? {} : parsed.state.errors).toEqual({
      displayName: [{ key: 'displayName.tooShort', params: undefined }],
      phone: [{ key: 'admin.invite.phone.wrong', params: undefined }],
      office: [{ key: 'admin.grant.office.missing', params: undefined }],
    })
    const full = { displayName: '审核员小李', phone: '138 0013 8000', office: 'moderator:review' }
    const good = parseForm(invitationSchema(TEST_NOW), full)
    expect(good).toMatchObject({
      ok: true,
      data: { displayName: '审核员小李', phone: '+8613800138000', grants: [review] },
    })
  })
})

describe('inviting again', () => {
  it('ends the earlier link', async () => {
    const scope = site.scope(await admin())
    const first = await invitePerson(scope, input(newPhone()))
    if (!first.ok) throw new Error('not invited')
    const { personId } = first
    const again = await renewInvitation(scope, { personId, origin: 'https://lianxin.example' })
    if (!again.ok) throw new Error('not invited again')
    expect(again.link).not.toBe(first.link)
    expect(await db().invitation.count({ where: { personId } })).toBe(1)
  })

  it('is refused once a password is set', async () => {
    const scope = site.scope(await admin())
    const person = await makePerson(db(), { passwordHash: 'set' })
    const again = await renewInvitation(scope, { personId: person.id, origin: 'https://x.example' })
    expect(again).toMatchObject({ ok: false, error: { key: 'admin.invite.alreadyAccepted' } })
  })
})
