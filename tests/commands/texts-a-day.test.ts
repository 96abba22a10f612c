import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { tellOfAccount } from '~/commands/tell-of-account.server'
import { tellPerson } from '~/commands/tell-person.server'
import { transact } from '~/server/transact.server'
import { makePerson } from '#tests/factories/make'
import { TEST_NOW, useTestSite } from '#tests/setup/test-site'

// A person gets no more than a set number of text messages in a day.

const site = useTestSite()
const db = () => site.container.database.prisma
const LAST = '今天的短信到此为止'

beforeAll(async () => {
  await db().setting.create({ data: { key: 'notices', value: { mostADay: 3 } } })
})
beforeEach(() => {
  site.now = TEST_NOW
})

const tell = (personId: string, title: string, more: { always?: true } = {}) =>
  transact(site.scope(), (tx) =>
    tellPerson(tx, personId, {
      key: 'assignment.text.handedOver',
      params: { title, link: '' },
      ...more,
    }),
  )

const bodies = async (personId: string) =>
  (await db().textMessage.findMany({ where: { personId }, orderBy: { id: 'asc' } })).map(
    ({ body }) => body,
  )

describe('text messages of a day', () => {
  it('are no more than the set number, of which the last says so', async () => {
    const [{ id }, other] = [await makePerson(db()), await makePerson(db())]
    for (const title of ['一', '二', '三', '四', '五']) await tell(id, title)
    const had = await bodies(id)
    expect(had).toHaveLength(3)
    expect(had.map((body) => body.includes(LAST))).toEqual([false, false, true])
    await tell(other.id, '一')
    expect(await bodies(other.id)).toHaveLength(1)
  })

  it('are counted anew from midnight in Shanghai', async () => {
    const { id } = await makePerson(db())
    for (const title of ['一', '二', '三', '四']) await tell(id, title)
    site.now = new Date('2026-11-23T15:59:59Z')
    await tell(id, '五')
    expect(await bodies(id)).toHaveLength(3)
    site.now = new Date('2026-11-23T16:00:00Z')
    await tell(id, '六')
    expect((await bodies(id)).at(-1)).toContain('六')
  })

  it('leave out nothing of the account, nor what a person must learn of', async () => {
    const { id } = await makePerson(db())
    const account = () =>
      transact(site.scope(), (tx) => tellOfAccount(tx, id, 'sms.notice.passwordChanged'))
    await account()
    for (const title of ['一', '二', '三', '四']) await tell(id, title)
    await account()
    await tell(id, '五', { always: true })
    const had = await bodies(id)
    expect(had).toHaveLength(6)
    expect(had.at(-1)).toContain('五')
    expect(had.at(-1)).not.toContain(LAST)
  })
})
