import { beforeEach, describe, expect, it } from 'vitest'
import { CLOSED_ACCOUNT_NAME } from '~/domain/account/closed-account'
import { PRIVACY_VERSION } from '~/domain/account/consent'
import type { Actor } from '~/domain/person/actor'
import { changePassword } from '~/commands/change-password.server'
import { closeAccount } from '~/commands/close-account.server'
import { confirmPhoneChange } from '~/commands/confirm-phone-change.server'
import { endOtherSessions, endSession } from '~/commands/end-session.server'
import { giveConsent } from '~/commands/give-consent.server'
import { requestPhoneChange } from '~/commands/request-phone-change.server'
import { updateProfile } from '~/commands/update-profile.server'
import { withdrawConsent } from '~/commands/withdraw-consent.server'
import { getOwnAccount } from '~/queries/get-own-account.server'
import { getOwnData } from '~/queries/get-own-data.server'
import { listSessions } from '~/queries/list-sessions.server'
import { hashPassword, verifyPassword } from '~/server/auth/passwords.server'
import { newId } from '~/server/ids.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { createSessions } from '~/server/auth/session.server'
import { transact } from '~/server/transact.server'
import { makeAnswered } from '#tests/factories/answered'
import { makeActor, makeComment, makeDistrict, next } from '#tests/factories/make'
import { lastCode, lastText } from '#tests/setup/last-text'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const PASSWORD = 'Long-enough-7'

let actor: Actor
let phone: string
let passwordHash: string

beforeEach(async () => {
  site.advance(25 * 60 * 60 * 1000)
  passwordHash ??= await hashPassword(PASSWORD)
  const owner = await makeOwner([{ role: 'resident' }])
  actor = owner.actor
  phone = owner.phone
})

async function makeOwner(grants: Parameters<typeof makeActor>[1]) {
  const number = `+86137${String(10_000_000 + next())}`
  const owner = await makeActor(db(), grants, { phone: number, passwordHash })
  const { personId } = owner
  await db().personDetail.update({
    where: { personId },
    data: { phoneHash: phoneHash(site.container.keys, number) },
  })
  return { actor: owner, phone: number }
}

const openSession = async (personId: string, userAgent = '') => {
  const sessions = createSessions(site.container)
  const cookie = await sessions.start({
    personId,
    secondFactor: false,
    userAgent,
    addressHash: 'test-address',
    now: site.now,
  })
  const viewer = await sessions.read(cookie, site.now)
  if (!viewer) throw new Error('no session')
  return { cookie, viewer, sessions }
}

const scope = () => site.scope(actor)

describe('the password', () => {
  it('is changed by who knows the present one, and ends every session', async () => {
    const { cookie, sessions } = await openSession(actor.personId)
    const wrong = { currentPassword: 'wrong', password: 'Another-9-word' }
    expect(await changePassword(scope(), wrong)).toMatchObject({ field: 'currentPassword' })
    expect(await sessions.read(cookie, site.now)).not.toBeNull()
    const right = { currentPassword: PASSWORD, password: 'Another-9-word' }
    expect(await changePassword(scope(), right)).toEqual({ ok: true })
    expect(await sessions.read(cookie, site.now)).toBeNull()
    const person = await db().person.findUniqueOrThrow({ where: { id: actor.personId } })
    expect(await verifyPassword(person.passwordHash, 'Another-9-word')).toBe(true)
    expect(await lastText(db(), phone)).toContain('密码刚刚更改')
  })

  it('keeps the rule, with the own number and name', async () => {
    const change = (password: string) =>
      changePassword(scope(), { currentPassword: PASSWORD, password })
    expect(await change('short')).toMatchObject({ error: { key: 'password.tooShort' } })
    expect(await change(`Abc-${phone.slice(-8)}`)).toMatchObject({
      error: { key: 'password.containsPhone' },
    })
    expect(await change(PASSWORD)).toMatchObject({ error: { key: 'account.password.same' } })
  })

  it('is asked for a limited number of times', async () => {
    const wrong = { currentPassword: 'wrong', password: 'Another-9-word' }
    for (let i = 0; i < 10; i += 1) await changePassword(scope(), wrong)
    await expect(
      changePassword(scope(), { ...wrong, currentPassword: PASSWORD }),
    ).rejects.toMatchObject({ code: 'tooManyRequests' })
  })
})

describe('the telephone number', () => {
  const newNumber = () => `+86138${String(10_000_000 + next())}`

  it('is changed by password and code; the number before is told, the log holds none', async () => {
    const wanted = newNumber()
    const refused = await requestPhoneChange(scope(), { phone: wanted, currentPassword: 'wrong' })
    expect(refused).toMatchObject({ field: 'currentPassword' })
    expect(await lastText(db(), wanted)).toBeUndefined()
    const asked = await requestPhoneChange(scope(), { phone: wanted, currentPassword: PASSWORD })
    if (!asked.ok) throw new Error(asked.error.key)
    const { cookie, sessions } = await openSession(actor.personId)
    const code = (await lastCode(db(), wanted)) ?? ''
    expect(await confirmPhoneChange(scope(), { codeId: asked.codeId, code })).toEqual({ ok: true })
    const detail = await db().personDetail.findUniqueOrThrow({
      where: { personId: actor.personId },
    })
    expect(detail).toMatchObject({
      phone: wanted,
      phoneHash: phoneHash(site.container.keys, wanted),
    })
    expect(await sessions.read(cookie, site.now)).toBeNull()
    expect(await lastText(db(), phone)).toContain('换用新的手机号码')
    const event = await db().auditEvent.findFirstOrThrow({ where: { action: 'phone.changed' } })
    expect(JSON.stringify(event)).not.toMatch(/13[78]\d{8}/)
  })

  it('of somebody else is not given away, and not taken', async () => {
    const other = await makeOwner([{ role: 'resident' }])
    const asked = await requestPhoneChange(scope(), {
      phone: other.phone,
      currentPassword: PASSWORD,
    })
    expect(asked.ok).toBe(true)
    expect(await lastText(db(), other.phone)).toContain('属于另一个账号')
    expect(await lastCode(db(), other.phone)).toBeUndefined()
  })

  it('is confirmed in the session of its own person only', async () => {
    const wanted = newNumber()
    const asked = await requestPhoneChange(scope(), { phone: wanted, currentPassword: PASSWORD })
    if (!asked.ok) throw new Error(asked.error.key)
    const code = (await lastCode(db(), wanted)) ?? ''
    const other = await makeOwner([{ role: 'resident' }])
    await expect(
      confirmPhoneChange(site.scope(other.actor), { codeId: asked.codeId, code }),
    ).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the profile', () => {
  it('is changed, audited without the name, and drops the pages that show it', async () => {
    const { topicId } = await makeComment(db(), { authorId: actor.personId })
    const district = await makeDistrict(db())
    const before = site.container.pages.generation(`topic:${topicId}`)
    await updateProfile(scope(), {
      displayName: '新的名字',
      districtId: district.id,
      textMessages: false,
      language: 'en',
    })
    expect(await getOwnAccount(scope())).toMatchObject({
      displayName: '新的名字',
      districtId: district.id,
      textMessages: false,
      language: 'en',
    })
    expect(site.container.pages.generation(`topic:${topicId}`)).toBeGreaterThan(before)
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'person.profileChanged', objectId: actor.personId },
    })
    expect(event.detail).toEqual({
      changed: ['displayName', 'districtId', 'textMessages', 'language'],
    })
    const values = await db().auditPersonalValue.findMany({ where: { eventId: event.id } })
    expect(values.map((one) => one.value).sort()).toEqual([actor.displayName, '新的名字'].sort())
  })

  it('records nothing when nothing changed', async () => {
    const { displayName, districtId } = actor
    const profile = { displayName, districtId, textMessages: true, language: 'zh-Hans' } as const
    await updateProfile(scope(), profile)
    expect(await db().auditEvent.count({ where: { actorId: actor.personId } })).toBe(0)
  })
})

describe('consent', () => {
  it('is withdrawn: the number no longer counts as confirmed, and texts stop', async () => {
    await giveConsent(scope())
    await giveConsent(scope())
    expect(await getOwnAccount(scope())).toMatchObject({ consented: true, confirmed: true })
    await withdrawConsent(scope())
    expect(await getOwnAccount(scope())).toMatchObject({
      consented: false,
      consentWithdrawn: true,
      confirmed: false,
      textMessages: false,
    })
    const { viewer } = await openSession(actor.personId)
    expect(viewer.confirmed).toBe(false)
    actor = viewer
    await expect(
      requestPhoneChange(scope(), { phone, currentPassword: PASSWORD }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('of the demo’s people leaves them able to speak for the next visitor', async () => {
    await db().person.update({ where: { id: actor.personId }, data: { persona: 'expert' } })
    await giveConsent(scope())
    await withdrawConsent(scope())
    expect(await getOwnAccount(scope())).toMatchObject({ consented: false, confirmed: true })
  })

  it('given again lets the same number be confirmed again', async () => {
    await giveConsent(scope())
    await withdrawConsent(scope())
    await giveConsent(scope())
    actor = (await openSession(actor.personId)).viewer
    const asked = await requestPhoneChange(scope(), { phone, currentPassword: PASSWORD })
    if (!asked.ok) throw new Error(asked.error.key)
    const code = (await lastCode(db(), phone)) ?? ''
    expect(await confirmPhoneChange(scope(), { codeId: asked.codeId, code })).toEqual({ ok: true })
    expect(await getOwnAccount(scope())).toMatchObject({ confirmed: true, consented: true })
    const actions = await db().auditEvent.findMany({
      where: { actorId: actor.personId, action: { startsWith: 'consent.' } },
      orderBy: { id: 'asc' },
      select: { action: true },
    })
    expect(actions.map((event) => event.action)).toEqual([
      'consent.given',
      'consent.withdrawn',
      'consent.given',
    ])
    const consents = await db().consent.findMany({ where: { personId: actor.personId } })
    expect(consents.map((one) => [one.version, one.withdrawnAt])).toEqual([[PRIVACY_VERSION, null]])
  })
})

describe('sessions', () => {
  it('are listed with what is known of the device, and ended one by one or all others', async () => {
    const { personId } = actor
    const phoneAgent = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 MicroMessenger/8.0'
    const here = await openSession(personId)
    const mobile = await openSession(personId, phoneAgent)
    const third = await openSession(personId)
    const mine = site.scope(here.viewer)
    const listed = await listSessions(mine)
    expect(listed.map((one) => one.current)).toEqual([true, false, false])
    const listedMobile = listed.find((one) => one.id === mobile.viewer.sessionId)
    expect(listedMobile).toMatchObject({
      device: { system: 'android', browser: 'wechat' },
      sameNetwork: true,
    })
    await endSession(mine, { sessionId: mobile.viewer.sessionId })
    expect(await mobile.sessions.read(mobile.cookie, site.now)).toBeNull()
    expect(await third.sessions.read(third.cookie, site.now)).not.toBeNull()
    expect(await endOtherSessions(mine)).toBe(1)
    expect(await third.sessions.read(third.cookie, site.now)).toBeNull()
    expect(await here.sessions.read(here.cookie, site.now)).not.toBeNull()
  })

  it('of somebody else are out of reach', async () => {
    const other = await makeOwner([{ role: 'resident' }])
    const theirs = await openSession(other.actor.personId)
    await expect(endSession(scope(), { sessionId: theirs.viewer.sessionId })).rejects.toMatchObject(
      { code: 'notFound' },
    )
    expect(await theirs.sessions.read(theirs.cookie, site.now)).not.toBeNull()
  })
})

describe('own data', () => {
  it('holds what is kept, and no secrets', async () => {
    await makeComment(db(), { authorId: actor.personId, text: '在门口多装一盏灯。' })
    await makeComment(db(), { text: '别人的话。' })
    await openSession(actor.personId)
    const text = JSON.stringify(await getOwnData(scope()))
    expect(text).toContain('在门口多装一盏灯。')
    expect(text).toContain(phone)
    expect(text).not.toContain('别人的话')
    expect(text).not.toContain(passwordHash)
    expect(text).not.toContain(phoneHash(site.container.keys, phone))
  })
})

describe('closing the account', () => {
  it('erases what identifies the person and keeps what was said', async () => {
    const { personId } = actor
    const comment = await makeComment(db(), {
      authorId: personId,
      voice: 'expert',
      authorTitle: '设计学院教师',
    })
    await updateProfile(scope(), {
      displayName: '要走的人',
      districtId: null,
      textMessages: true,
      language: 'zh-Hans',
    })
    const { cookie, sessions } = await openSession(personId)
    const pages = site.container.pages
    const before = pages.generation(`topic:${comment.topicId}`)

    expect(await closeAccount(scope(), { currentPassword: 'wrong' })).toMatchObject({
      field: 'currentPassword',
    })
    expect(await closeAccount(scope(), { currentPassword: PASSWORD })).toEqual({ ok: true })

    const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(person).toMatchObject({
      displayName: CLOSED_ACCOUNT_NAME,
      status: 'closed',
      passwordHash: null,
      districtId: null,
      phoneConfirmedAt: null,
    })
    expect(await db().personDetail.count({ where: { personId } })).toBe(0)
    expect(await sessions.read(cookie, site.now)).toBeNull()
    expect(await db().grant.count({ where: { personId, revokedAt: null } })).toBe(0)
    expect(await db().auditPersonalValue.count({ where: { personId } })).toBe(0)
    const kept = await db().comment.findUniqueOrThrow({ where: { id: comment.id } })
    expect(kept).toMatchObject({ status: 'published', authorTitle: null, voice: 'expert' })
    expect(pages.generation(`topic:${comment.topicId}`)).toBeGreaterThan(before)
    // The last word to the number is that it is over; nothing older is left.
    const texts = await db().textMessage.findMany({ where: { phone } })
    expect(texts.map((message) => message.body)).toEqual([expect.stringContaining('已注销')])
  })

  it('erases what was masked in public, and words that nobody else was to read', async () => {
    const { personId } = actor
    const comment = await makeComment(db(), { authorId: personId })
    await db().commentRevision.updateMany({
      where: { commentId: comment.id },
      data: { originalText: '请打 13800138000。' },
    })
    const words = { text: '请打 13800138000。', publicText: '请打 138****8000。' }
    const reviewer = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
    const read = { reviewedById: reviewer.personId, textReviewedAt: site.now }
    const rating = async (data: object) => {
      const { responseId } = await makeAnswered(site)
      const grades = { attitude: 'satisfied', speed: 'satisfied' } as const
      const id = newId(site.now.getTime())
      await db().rating.create({
        data: {
          id,
          responseId,
          personId,
          resolution: 'dissatisfied',
          reason: 'result',
          ...grades,
          textSentAt: site.now,
          createdAt: site.now,
          ...words,
          ...data,
        },
      })
      return id
    }
    const published = await rating({ textState: 'published', ...read })
    const waiting = await rating({ textState: 'waiting' })
    const refused = await rating({ textState: 'refused', refusal: '有号码。', ...read })
    const { evaluation } = await db().rating.findUniqueOrThrow({
      where: { id: refused },
      select: { evaluation: { select: { response: { select: { assignmentId: true } } } } },
    })
    const { assignmentId } = evaluation.response
    await db().reopening.create({
      data: {
        id: newId(site.now.getTime()),
        assignmentId,
        ratingId: refused,
        personId,
        reason: '我家在三单元。',
        state: 'declined',
        explanation: '已经解决。',
        createdAt: site.now,
        decidedById: reviewer.personId,
        decidedAt: site.now,
      },
    })

    await closeAccount(scope(), { currentPassword: PASSWORD })
    const revision = await db().commentRevision.findFirstOrThrow({
      where: { commentId: comment.id },
    })
    expect(revision.originalText).toBeNull()
    const after = await Promise.all(
      [published, waiting, refused].map((id) => db().rating.findUniqueOrThrow({ where: { id } })),
    )
    const gone = { text: null, publicText: null, textState: null, resolution: 'dissatisfied' }
    expect(after).toMatchObject([
      { text: words.publicText, publicText: words.publicText, textState: 'published' },
      gone,
      gone,
    ])
    const [request] = await db().reopening.findMany({ where: { personId } })
    expect(request).toMatchObject({ state: 'declined', reason: '账号已由本人注销。' })
  })

  it('frees the number for a new account', async () => {
    await closeAccount(scope(), { currentPassword: PASSWORD })
    const { personId } = (await makeOwner([{ role: 'resident' }])).actor
    await transact(site.scope(), async (tx) => {
      await tx.db.personDetail.update({
        where: { personId },
        data: { phone, phoneHash: phoneHash(site.container.keys, phone) },
      })
    })
    expect(await db().personDetail.count({ where: { phone } })).toBe(1)
  })

  it('is refused to the last administrator, of two that leave at once to one', async () => {
    const first = await makeOwner([{ role: 'admin' }])
    const alone = await closeAccount(site.scope(first.actor), { currentPassword: PASSWORD })
    expect(alone).toMatchObject({ ok: false, error: { key: 'account.close.lastAdmin' } })
    const second = await makeOwner([{ role: 'admin' }])
    const answers = await Promise.all(
      [first, second].map((admin) =>
        closeAccount(site.scope(admin.actor), { currentPassword: PASSWORD }),
      ),
    )
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
  })
})
