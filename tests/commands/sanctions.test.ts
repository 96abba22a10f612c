import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appealSanction } from '~/commands/appeal-sanction.server'
import { closeAccount } from '~/commands/close-account.server'
import { confirmSignUp } from '~/commands/confirm-sign-up.server'
import { decideSanctionAppeal } from '~/commands/decide-sanction-appeal.server'
import { dismissSanction } from '~/commands/dismiss-sanction.server'
import { imposeSanction } from '~/commands/impose-sanction.server'
import { liftSanction } from '~/commands/lift-sanction.server'
import { postComment } from '~/commands/post-comment.server'
import { proposeSanction } from '~/commands/propose-sanction.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { requestSignUp } from '~/commands/request-sign-up.server'
import { settleDecision } from '~/commands/settle-decision.server'
import type { SanctionStep } from '~/domain/moderation/sanction'
import type { Actor } from '~/domain/person/actor'
import { getOwnSanction, listOwnSanctions } from '~/queries/get-own-sanction.server'
import { getSanction } from '~/queries/get-sanction.server'
import { countSanctions, listSanctions } from '~/queries/list-sanctions.server'
import { hashPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { createSessions } from '~/server/auth/session.server'
import { makeActor, makeComment, makePerson, makeSanction, makeTopic } from '#tests/factories/make'
import { lastCode, lastText } from '#tests/setup/last-text'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

const site = useTestSite({ RATE_LIMIT_FACTOR: 1000 })
const db = () => site.container.database.prisma

const DAY_MS = 24 * 60 * 60 * 1000

let moderator: Actor
let senior: Actor
let otherSenior: Actor
let admin: Actor
let author: Actor

const review = { role: 'moderator', duty: 'review' } as const
const leads = { role: 'moderator', duty: 'senior' } as const

beforeAll(async () => {
  await db().rejectionReason.createMany({
    data: [
      { code: 'attack', label: '人身攻击', text: '含有人身攻击。', position: 1 },
      { code: 'off-topic', label: '与议题无关', text: '与议题无关。', position: 2, breach: false },
    ],
  })
  moderator = await makeActor(db(), [review])
  senior = await makeActor(db(), [leads], { displayName: '卞文清' })
  otherSenior = await makeActor(db(), [leads])
  admin = await makeActor(db(), [{ role: 'admin' }])
})

beforeEach(async () => {
  site.now = TEST_NOW
  author = await makeActor(db())
})

/** A refusal of a comment of the author's that has settled. */
async function refuse(reasonCode = 'attack', by = moderator): Promise<string> {
  const comment = await makeComment(db(), { authorId: author.personId, status: 'pending' })
  const { decisionId } = await rejectComment(site.scope(by), {
    commentId: comment.id,
    revisionId: comment.latestRevisionId,
    version: 1,
    reasonCode,
    reasonText: '含有人身攻击，请去掉后重新写。',
  })
  await settleDecision(site.scope(), { decisionId, commentId: comment.id })
  return comment.id
}

async function propose(by: Actor, step: SanctionStep = 'limited', days: number | null = 7) {
  const { sanctionId } = await proposeSanction(site.scope(by), {
    personId: author.personId,
    step,
    days,
    note: '屡次人身攻击。',
  })
  return sanctionId
}

async function impose(
  by: Actor,
  sanctionId: string,
  step: SanctionStep = 'limited',
  days: number | null = 7,
) {
  const { version } = await db().sanction.findUniqueOrThrow({ where: { id: sanctionId } })
  return imposeSanction(site.scope(by), {
    ...{ sanctionId, version, step, days },
    reason: '三条发言含有人身攻击。',
  })
}

/** The author as their next request finds them. */
async function authorNow(): Promise<Actor | null> {
  const sessions = createSessions(site.container)
  const cookie = await sessions.start({
    personId: author.personId,
    secondFactor: false,
    userAgent: '',
    addressHash: '',
    now: site.now,
  })
  return sessions.read(cookie.split(';')[0] ?? '', site.now)
}

const waiting = () =>
  db().sanction.findFirst({
    where: { personId: author.personId, status: 'proposed' },
    include: { basis: true },
  })

describe('the rules', () => {
  it('propose a warning at the third refusal that is a breach, and impose nothing', async () => {
    await refuse()
    await refuse('off-topic')
    await refuse()
    expect(await waiting()).toBeNull()
    await refuse()
    expect(await waiting()).toMatchObject({ step: 'warning', days: 30, proposedById: null })
    expect((await waiting())?.basis).toHaveLength(3)
    expect((await authorNow())?.sanction).toBeNull()
    const event = await db().auditEvent.findFirstOrThrow({
      where: { action: 'sanction.proposed', objectId: (await waiting())?.id ?? '' },
    })
    expect(event.detail).toMatchObject({ byRule: true, step: 'warning' })
  })

  it('add what comes later to the proposal that waits', async () => {
    for (let n = 0; n < 4; n += 1) await refuse()
    expect(await db().sanction.count({ where: { personId: author.personId } })).toBe(1)
    expect((await waiting())?.basis).toHaveLength(4)
  })

  it('count anew after a dismissal, and go one step further after a sanction', async () => {
    for (let n = 0; n < 3; n += 1) await refuse()
    const proposal = await waiting()
    await dismissSanction(site.scope(senior), {
      sanctionId: proposal?.id ?? '',
      version: 1,
      note: '已当面提醒。',
    })
    site.advance(1000)
    await refuse()
    expect(await waiting()).toBeNull()
    await refuse()
    await refuse()
    const again = await waiting()
    expect(again?.step).toBe('warning')
    await impose(senior, again?.id ?? '', 'warning', 30)
    site.advance(1000)
    for (let n = 0; n < 3; n += 1) await refuse()
    expect(await waiting()).toMatchObject({ step: 'limited', days: 7 })
  })
})

describe('who may', () => {
  it('propose: every moderator, nobody for themselves, one proposal a person', async () => {
    await expect(propose(author)).rejects.toMatchObject({ code: 'forbidden' })
    await propose(moderator)
    await expect(propose(senior)).rejects.toMatchObject({
      code: 'conflict',
      params: { who: moderator.displayName, mine: 0 },
    })
    const own = { personId: moderator.personId, step: 'limited', days: 7, note: '试' } as const
    await expect(proposeSanction(site.scope(moderator), own)).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('impose up to 暂停: a 审核组长, within the limits of the step', async () => {
    const id = await propose(moderator)
    await expect(impose(moderator, id)).rejects.toMatchObject({ params: { bar: 'senior' } })
    await expect(impose(senior, id, 'limited', 31)).rejects.toMatchObject({
      params: { field: 'days' },
    })
    expect(await impose(senior, id, 'suspended', 30)).toEqual({ ok: true, did: 'imposed' })
    const [text] = await db().textMessage.findMany({ where: { personId: author.personId } })
    expect(text?.body).toContain('暂停使用 30 天')
  })

  it('close: an administrator, on the proposal of a 审核组长, and not the same person', async () => {
    const id = await propose(moderator, 'closed', null)
    await expect(impose(admin, id, 'closed', null)).rejects.toMatchObject({
      params: { bar: 'seniorFirst' },
    })
    expect(await impose(senior, id, 'closed', null)).toEqual({ ok: true, did: 'handedOn' })
    expect((await authorNow())?.sanction).toBeNull()
    const both = { ...senior, grants: [...senior.grants, ...admin.grants] }
    expect((await getSanction(site.scope(both), id)).steps).toContainEqual({
      step: 'closed',
      handsOn: true,
    })
    expect(await impose(admin, id, 'closed', null)).toEqual({ ok: true, did: 'imposed' })
    expect(await db().session.count({ where: { personId: author.personId } })).toBe(0)
    expect(await authorNow()).toMatchObject({ suspended: true, sanction: { step: 'closed' } })
  })

  it('sanction staff: an administrator; their sessions end at once', async () => {
    author = await makeActor(db(), [{ role: 'official', duty: 'assign' }])
    await authorNow()
    const id = await propose(moderator, 'suspended', 30)
    await expect(impose(senior, id, 'suspended', 30)).rejects.toMatchObject({
      params: { bar: 'admin' },
    })
    await impose(admin, id, 'suspended', 30)
    expect(await db().session.count({ where: { personId: author.personId } })).toBe(0)
  })

  it('decide first: whoever is late learns who was faster', async () => {
    const id = await propose(moderator)
    const late = { sanctionId: id, version: 1, step: 'warning', days: 30, reason: '。' } as const
    await impose(senior, id)
    await expect(imposeSanction(site.scope(otherSenior), late)).rejects.toMatchObject({
      code: 'conflict',
      params: { who: '卞文清', mine: 0, action: 'sanction.imposed' },
    })
    await expect(
      dismissSanction(site.scope(otherSenior), { sanctionId: id, version: 1, note: '否' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('a limit', () => {
  it('holds until the very instant that it names, without any job', async () => {
    const { id: topicId } = await makeTopic(db(), { closesAt: null })
    const say = async (text: string) =>
      postComment(site.scope(await authorNow()), { topicId, text, kind: 'opinion' })
    await impose(senior, await propose(moderator))
    const until = new Date(TEST_NOW.getTime() + 7 * DAY_MS)
    site.now = new Date(until.getTime() - 1)
    await expect(say('期限之前的一句话。')).rejects.toMatchObject({
      code: 'sanctioned',
      params: { step: 'limited', until: until.toISOString() },
    })
    expect(await listOwnSanctions(site.scope(author))).toHaveLength(1)
    site.now = until
    expect(await say('期限到了，又可以说话了。')).toMatchObject({ status: 'pending' })
    expect(await listOwnSanctions(site.scope(author))).toEqual([])
    expect(await db().sanction.count({ where: { personId: author.personId } })).toBe(1)
  })

  it('of a warned account is only that its texts wait for review', async () => {
    const { id: topicId } = await makeTopic(db(), { mode: 'postModeration', closesAt: null })
    const say = async (text: string) =>
      postComment(site.scope(await authorNow()), { topicId, text, kind: 'opinion' })
    expect(await say('警示之前，先发后审。')).toMatchObject({ status: 'published' })
    await makeSanction(db(), { personId: author.personId, step: 'warning' })
    expect(await say('警示之后，先审后发，路灯还是要修。')).toMatchObject({ status: 'pending' })
  })

  it('is lifted early with words for the person, and does not count any more', async () => {
    const id = await propose(moderator)
    await impose(senior, id)
    await liftSanction(site.scope(otherSenior), { sanctionId: id, version: 2, reason: '已改正' })
    expect((await authorNow())?.sanction).toBeNull()
    const texts = await db().textMessage.findMany({
      where: { personId: author.personId },
      orderBy: { id: 'asc' },
    })
    expect(texts.at(-1)?.body).toContain('已改正')
    await expect(
      liftSanction(site.scope(senior), { sanctionId: id, version: 3, reason: '再' }),
    ).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('an appeal', () => {
  const text = '那三条发言说的是事，不是人。'

  it('goes to a 审核组长 who had no hand in it, and ends the sanction where it is right', async () => {
    const id = await propose(moderator)
    await impose(senior, id)
    await appealSanction(site.scope(author), { sanctionId: id, text })
    expect((await authorNow())?.sanction).toMatchObject({ step: 'limited' })
    expect(await getOwnSanction(site.scope(author), id)).toMatchObject({
      appealProblem: 'appealed',
      // Monday, and three working days: until Thursday is over.
      appeal: { dueAt: new Date('2026-11-26T16:00:00.000Z'), result: null },
    })
    const decision = { sanctionId: id, result: 'lifted', explanation: '确属就事论事。' } as const
    for (const [by, bar] of [
      [senior, 'first'],
      [moderator, 'first'],
      [admin, 'senior'],
    ] as const) {
      await expect(decideSanctionAppeal(site.scope(by), decision)).rejects.toMatchObject({
        params: { bar },
      })
    }
    await decideSanctionAppeal(site.scope(otherSenior), decision)
    expect((await authorNow())?.sanction).toBeNull()
    expect(await getOwnSanction(site.scope(author), id)).toMatchObject({
      standing: 'lifted',
      appeal: { result: { result: 'lifted', explanation: '确属就事论事。' } },
    })
  })

  it('is made once, by the person, in time; its result is final', async () => {
    const id = await propose(moderator)
    await impose(senior, id)
    const other = await makeActor(db())
    await expect(appealSanction(site.scope(other), { sanctionId: id, text })).rejects.toMatchObject(
      { code: 'notFound' },
    )
    await appealSanction(site.scope(author), { sanctionId: id, text })
    await expect(
      appealSanction(site.scope(author), { sanctionId: id, text }),
    ).rejects.toMatchObject({ params: { problem: 'appealed' } })
    const decision = { sanctionId: id, result: 'upheld', explanation: '维持。' } as const
    await decideSanctionAppeal(site.scope(otherSenior), decision)
    await expect(decideSanctionAppeal(site.scope(otherSenior), decision)).rejects.toMatchObject({
      code: 'conflict',
      params: { mine: 1 },
    })
    expect((await authorNow())?.sanction).toMatchObject({ step: 'limited' })
  })

  it('is listed by the day on which it is due', async () => {
    const before = await countSanctions(site.scope(senior))
    const sanction = await makeSanction(db(), { personId: author.personId })
    await appealSanction(site.scope(author), { sanctionId: sanction.id, text })
    const { entries } = await listSanctions(site.scope(senior), { view: 'appeals' })
    expect(entries.map(({ id }) => id)).toContain(sanction.id)
    expect((await countSanctions(site.scope(senior))).appeals).toBe(before.appeals + 1)
    const inForce = await listSanctions(site.scope(senior), { view: 'inForce' })
    const ends = inForce.entries.map(({ by }) => by?.getTime() ?? Infinity)
    expect(ends).toEqual([...ends].sort((one, other) => one - other))
  })
})

describe('a barred number', () => {
  const signUp = (phone: string) =>
    requestSignUp(site.scope(), {
      ...{ displayName: '又来了', phone, password: 'Correct-Horse-9', districtId: null },
      ...{ consentVersion: '1', next: '/' },
    })

  async function leave() {
    const passwordHash = await hashPassword('Correct-Horse-9')
    await db().person.update({ where: { id: author.personId }, data: { passwordHash } })
    const done = await closeAccount(site.scope(await authorNow()), {
      currentPassword: 'Correct-Horse-9',
    })
    expect(done).toEqual({ ok: true })
  }

  async function withPhone(phone: string) {
    await db().personDetail.update({
      where: { personId: author.personId },
      data: { phone, phoneHash: phoneHash(site.container.keys, phone) },
    })
  }

  it('opens no new account after the old one is gone, and only its keyed hash is kept', async () => {
    const phone = '+8613700000001'
    await withPhone(phone)
    const id = await propose(senior, 'barred', null)
    await impose(admin, id, 'barred', null)
    await leave()
    expect(JSON.stringify(await db().barredNumber.findMany())).not.toContain('13700000001')
    await signUp(phone)
    expect(await lastText(db(), phone)).toContain('目前不能开通账号')
  })

  it('is one whose owner closed the account under a limit, until that would have ended', async () => {
    const phone = '+8613700000002'
    await withPhone(phone)
    await impose(senior, await propose(moderator))
    await leave()
    await signUp(phone)
    expect(await lastText(db(), phone)).toContain('目前不能开通账号')
    site.advance(7 * DAY_MS)
    await signUp(phone)
    expect(await lastText(db(), phone)).toContain('用于注册账号')
  })

  it('is refused at the last step, too, and let go when the sanction is lifted', async () => {
    const phone = '+8613700000003'
    const hash = phoneHash(site.container.keys, phone)
    const { codeId } = await signUp(phone)
    const code = (await lastCode(db(), phone)) ?? ''
    const sanction = await makeSanction(db(), {
      personId: (await makePerson(db())).id,
      step: 'barred',
    })
    await db().barredNumber.create({ data: { sanctionId: sanction.id, phoneHash: hash } })
    expect(await confirmSignUp(site.scope(), { codeId, code })).toMatchObject({
      ok: false,
      error: { key: 'account.phone.barred' },
    })
    await liftSanction(site.scope(admin), {
      ...{ sanctionId: sanction.id, version: 1, reason: '查明不是本人。' },
    })
    expect(await confirmSignUp(site.scope(), { codeId, code })).toMatchObject({ ok: true })
  })
})
