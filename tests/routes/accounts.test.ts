import { generateTOTP } from '@epic-web/totp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashPassword } from '~/server/auth/passwords.server'
import { phoneHash } from '~/server/auth/phone-hash.server'
import { makeActor, makeDistrict, makePerson, makeSanction, next } from '#tests/factories/make'
import { lastCode } from '#tests/setup/last-text'
import { PlainReader, type Page } from '#tests/setup/plain-reader'
import { serveSite } from '#tests/setup/rendered-site'
import { useTestSite } from '#tests/setup/test-site'

// The pages of accounts as a browser without script uses them.

const PASSWORD = 'Long-enough-7'
const site = useTestSite()
const db = () => site.container.database.prisma

let url: string
let close: () => void
let passwordHash: string

beforeAll(async () => {
  const served = await serveSite(site)
  url = served.url
  close = served.close
  passwordHash = await hashPassword(PASSWORD)
})

afterAll(() => close())

beforeEach(() => site.advance(25 * 60 * 60 * 1000))

/** Somebody with an account, by the number as it is typed. */
async function makeMember(grants: Parameters<typeof makeActor>[1] = [{ role: 'resident' }]) {
  const typed = `137${String(10_000_000 + next())}`
  const phone = `+86${typed}`
  const actor = await makeActor(db(), grants, { phone, passwordHash })
  const { personId } = actor
  await db().personDetail.update({
    where: { personId },
    data: { phoneHash: phoneHash(site.container.keys, phone) },
  })
  return { personId, typed, phone, displayName: actor.displayName }
}

const signIn = async (reader: PlainReader, typed: string, path = '/sign-in') =>
  reader.submit(await reader.get(path), '登录', { phone: typed, password: PASSWORD })

/** The pages with what differs between two requests by nature cut out. */
const alike = (page: Page) =>
  page.html.replaceAll(/1\d{2}\*{4}\d{4}|1\d{10}/g, '(number)').replaceAll(/[0-9a-z]{26}/g, '(id)')

describe('signing up', () => {
  const fill = async (reader: PlainReader, typed: string, more: Record<string, string> = {}) =>
    reader.submit(await reader.get('/sign-up?next=/privacy'), '获取短信验证码', {
      displayName: '河边散步的人',
      phone: typed,
      password: PASSWORD,
      consent: 'on',
      ...more,
    })

  it('leads by a code to an account, a session and the page one came from', async () => {
    const district = await makeDistrict(db())
    const reader = new PlainReader(url)
    const typed = `135 ${String(1000 + next())} ${String(1000 + next())}`
    const confirm = await fill(reader, typed, { districtId: district.id })
    expect(confirm.path).toMatch(/^\/sign-up\/[0-9a-z]{26}$/)
    expect(reader.cookies.has('session')).toBe(false)
    const phone = `+86${typed.replaceAll(' ', '')}`
    const code = (await lastCode(db(), phone)) ?? ''
    expect(confirm.html).not.toContain(code)
    const wrong = await reader.submit(confirm, '完成注册', {
      code: code === '000000' ? '000001' : '000000',
    })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('还可以再试 4 次')
    const done = await reader.submit(wrong, '完成注册', { code })
    expect(done.path).toBe('/privacy')
    expect(done.html).toContain('河边散步的人')
    expect(reader.cookies.has('session')).toBe(true)
    // The way back finds it done.
    expect((await new PlainReader(url).get(confirm.path)).text).toContain('注册已经完成')
  })

  it('shows the same pages for a number that has an account', async () => {
    const { typed } = await makeMember()
    const fresh = `135${String(10_000_000 + next())}`
    const [taken, free] = [
      await fill(new PlainReader(url), typed),
      await fill(new PlainReader(url), fresh),
    ]
    expect(alike(taken)).toBe(alike(free))
    const guess = { code: '13579A' }
    const [takenWrong, freeWrong] = [
      await new PlainReader(url).submit(taken, '完成注册', guess),
      await new PlainReader(url).submit(free, '完成注册', guess),
    ]
    expect(takenWrong.status).toBe(freeWrong.status)
    expect(alike(takenWrong)).toBe(alike(freeWrong))
  })

  it('names each field that is wrong and keeps what was typed, but for the password', async () => {
    const page = await fill(new PlainReader(url), '12345', {
      displayName: '官方客服',
      password: 'abc',
      consent: '',
    })
    expect(page.status).toBe(422)
    for (const words of [
      '还有 4 处需要修改',
      '11 位的大陆手机号码',
      '密码太短',
      '需要您先阅读并同意',
    ]) {
      expect(page.text).toContain(words)
    }
    const fields = Object.fromEntries(page.form('获取短信验证码').fields)
    expect(fields).toMatchObject({ displayName: '官方客服', phone: '12345', password: '' })
  })

  it('without its fields, or with a number sent too often, is refused in words', async () => {
    const reader = new PlainReader(url)
    expect((await reader.post('/sign-up', [])).status).toBe(422)
    const typed = `135${String(10_000_000 + next())}`
    for (let i = 0; i < 3; i += 1) await fill(reader, typed)
    const fourth = await fill(reader, typed)
    expect(fourth.status).toBe(429)
    expect(fourth.text).toContain('操作得太频繁了')
    expect(Object.fromEntries(fourth.form('获取短信验证码').fields)['displayName']).toBe(
      '河边散步的人',
    )
  })
})

describe('signing in', () => {
  it('answers every failure alike', async () => {
    const { typed } = await makeMember()
    const stranger = `133${String(10_000_000 + next())}`
    for (let i = 0; i < 6; i += 1) {
      const attempt = async (number: string) => {
        const reader = new PlainReader(url)
        return reader.submit(await reader.get('/sign-in'), '登录', {
          phone: number,
          password: `wrong ${i}`,
        })
      }
      const [known, unknown] = [await attempt(typed), await attempt(stranger)]
      expect([known.status, alike(known)]).toEqual([unknown.status, alike(unknown)])
      expect(known.text).toContain(i < 4 ? '手机号码或密码不正确' : '分钟后再试')
    }
  })

  it('goes where one was going, and nowhere else', async () => {
    const { typed } = await makeMember()
    const go = async (target: string) =>
      (await signIn(new PlainReader(url), typed, `/sign-in?next=${encodeURIComponent(target)}`))
        .path
    expect(await go('/me/account')).toBe('/me/account')
    for (const foreign of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      expect(await go(foreign)).toBe('/')
    }
  })

  it('under a suspension shows why, with the appeal, wherever one was going but to one’s own pages', async () => {
    const { typed, personId } = await makeMember()
    const until = new Date(site.now.getTime() + 7 * 24 * 60 * 60 * 1000)
    const { id } = await makeSanction(db(), { personId, step: 'suspended', until, from: site.now })
    const page = await signIn(new PlainReader(url), typed, '/sign-in?next=/topics')
    expect(page.path).toBe(`/me/sanctions/${id}`)
    expect(page.text).toContain('多次人身攻击。')
    expect(page.text).toContain('可以申诉一次')
    expect((await signIn(new PlainReader(url), typed, '/sign-in?next=/me/data')).path).toBe(
      '/me/data',
    )
    await db().sanction.update({ where: { id }, data: { step: 'limited' } })
    expect((await signIn(new PlainReader(url), typed, '/sign-in?next=/topics')).path).toBe(
      '/topics',
    )
  })

  it('gives a new session each time and ends the one before', async () => {
    const { typed, personId } = await makeMember()
    const reader = new PlainReader(url)
    await signIn(reader, typed)
    const first = reader.cookies.get('session')
    const again = new PlainReader(url)
    again.cookies.set('session', first ?? '')
    // Signed in already, the page leads on.
    expect((await again.get('/sign-in?next=/me/account')).path).toBe('/me/account')
    const account = await reader.get('/me/password')
    await reader.submit(account, '保存新密码', {
      currentPassword: PASSWORD,
      password: 'Another-9-word',
    })
    expect(reader.cookies.get('session')).not.toBe(first)
    expect(await db().session.count({ where: { personId } })).toBe(1)
    expect((await again.get('/me/account')).path).toBe('/sign-in?next=%2Fme%2Faccount')
  })

  it('has no personas outside the demo', async () => {
    const person = await makePerson(db(), { persona: 'resident' })
    const reader = new PlainReader(url)
    expect((await reader.get('/sign-in')).text).not.toContain('演示')
    const answer = await reader.post('/sign-in/persona', [['personId', person.id]])
    expect(answer.status).toBe(404)
    expect(reader.cookies.has('session')).toBe(false)
  })

  it('ends by a form, not by a link', async () => {
    const { typed } = await makeMember()
    const reader = new PlainReader(url)
    await signIn(reader, typed)
    await reader.get('/sign-out')
    const me = await reader.get('/me')
    const out = await reader.submit(me, '退出登录')
    expect(out.text).toContain('您已退出登录')
    expect(reader.cookies.has('session')).toBe(false)
  })
})

describe('a form that arrives without its session', () => {
  const longName = '改过的名字'
  const profile = { displayName: longName, districtId: '', language: 'zh-Hans' }

  it('is carried through sign-in, its errors included, and sent as it was', async () => {
    const { typed, personId } = await makeMember()
    const reader = new PlainReader(url)
    await signIn(reader, typed)
    const page = await reader.get('/me/account')
    reader.cookies.clear()
    const asked = await reader.submit(page, '保存资料', profile)
    expect(asked.status).toBe(401)
    expect(asked.text).toContain(longName)
    const wrong = await reader.submit(asked, '登录', { phone: typed, password: 'wrong' })
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain(longName)
    const resume = await reader.submit(wrong, '登录', { phone: typed, password: PASSWORD })
    expect(resume.status).toBe(200)
    expect(resume.text).toContain(longName)
    const form = resume.form('继续提交')
    expect(form.action).toBe('/me/account')
    expect(Object.fromEntries(form.fields)).toMatchObject({ ...profile, textMessages: 'on' })
    const saved = await reader.submit(resume, '继续提交')
    expect(saved.path).toBe('/me/account?done=profile')
    const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(person.displayName).toBe(longName)
  })

  it('keeps every character of what was written', async () => {
    const { typed } = await makeMember()
    const reader = new PlainReader(url)
    const text = ` 第一行 "引号" <b>&amp;</b>\n\n第二行\t${'长'.repeat(5_000)} \\ 😀 `
    const asked = await reader.post('/me/account?x=1', [
      ['displayName', text],
      ['tag', 'one'],
      ['tag', 'two'],
      ['password', 'must not be carried'],
      ['csrf', 'of the session before'],
    ])
    const resume = await reader.submit(asked, '登录', { phone: typed, password: PASSWORD })
    const form = resume.form('继续提交')
    expect(form.action).toBe('/me/account?x=1')
    const fields = form.fields.filter(([name]) => name !== 'csrf')
    expect(fields).toEqual([
      ['displayName', text],
      ['tag', 'one'],
      ['tag', 'two'],
    ])
    expect(resume.html).not.toContain('must not be carried')
    const answer = await reader.submit(resume, '继续提交')
    // The name is too long, and says so: it has arrived.
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('显示名最多 20 个字')
  })

  it('is shown to be copied where it is too long to be carried', async () => {
    const text = '很长的文字'.repeat(5_000)
    const asked = await new PlainReader(url).post('/me/account', [['displayName', text]])
    expect(asked.status).toBe(401)
    expect(asked.text).toContain('请先从这里复制保存')
    expect(asked.text).toContain(text)
    expect(asked.form('登录').fields.map(([name]) => name)).not.toContain('carried')
  })

  it('is sent nowhere but to a page of the site', async () => {
    const { typed } = await makeMember()
    for (const path of ['https://evil.example/x', '//evil.example', 'javascript:alert(1)', 7]) {
      const reader = new PlainReader(url)
      const carried = JSON.stringify({ path, fields: [['text', '内容']] })
      const page = await reader.post('/sign-in', [
        ['phone', typed],
        ['password', PASSWORD],
        ['carried', carried],
      ])
      expect(page.html).not.toContain('继续提交')
      expect(page.html).not.toContain('evil.example')
    }
  })

  it('with a token of another session goes on at once with a fresh one', async () => {
    const { typed, personId } = await makeMember()
    const reader = new PlainReader(url)
    await signIn(reader, typed)
    const page = await reader.get('/me/account')
    reader.cookies.clear()
    await signIn(reader, typed)
    const stale = await reader.submit(page, '保存资料', { displayName: '又一个名字' })
    expect(stale.status).toBe(409)
    expect(stale.text).toContain('又一个名字')
    const saved = await reader.submit(stale, '继续提交')
    expect(saved.path).toBe('/me/account?done=profile')
    const person = await db().person.findUniqueOrThrow({ where: { id: personId } })
    expect(person.displayName).toBe('又一个名字')
  })
})

describe('staff outside the demo', () => {
  const codeOf = async (secret: string) => (await generateTOTP({ secret })).otp
  const secretOn = (page: Page) => {
    const groups = /<code[^>]*>((?:[A-Z2-7]{4} ?){8})<\/code>/.exec(page.html)?.[1]
    if (!groups) throw new Error('no key on the page')
    return groups.replaceAll(' ', '')
  }
  const moderator = () => makeMember([{ role: 'moderator', duty: 'review' }])

  it('are led to set up a second factor, shown recovery codes once, and let in', async () => {
    const { typed, personId } = await moderator()
    const reader = new PlainReader(url)
    const setUp = await signIn(reader, typed, '/sign-in?next=/moderation')
    expect(setUp.path).toBe('/second-factor/set-up?next=%2Fmoderation')
    expect(setUp.html).toContain('<svg')
    expect(setUp.html).not.toMatch(/ style="/)
    const secret = secretOn(setUp)
    const wrong = await reader.submit(setUp, '完成设置', { code: '12345' })
    expect(wrong.status).toBe(422)
    expect(secretOn(wrong)).toBe(secret)
    const before = reader.cookies.get('session')
    const done = await reader.submit(wrong, '完成设置', { code: await codeOf(secret) })
    expect(done.text.match(/[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}/g)).toHaveLength(10)
    expect(reader.cookies.get('session')).not.toBe(before)
    expect((await reader.get('/moderation')).path).toBe('/moderation')
    expect(await db().session.count({ where: { personId } })).toBe(1)
  })

  it('show a code or a recovery code at each sign-in, with a form on its way too', async () => {
    const { typed } = await moderator()
    const first = new PlainReader(url)
    const setUp = await signIn(first, typed)
    const codes = await first.submit(setUp, '完成设置', { code: await codeOf(secretOn(setUp)) })
    const [recovery = '', another = ''] = codes.text.match(/[0-9a-z]{4}(?:-[0-9a-z]{4}){2}/g) ?? []

    const reader = new PlainReader(url)
    const asked = await signIn(reader, typed, '/sign-in?next=/moderation')
    expect(asked.path).toBe('/second-factor?next=%2Fmoderation')
    // The password alone opens neither the workplace nor the account.
    for (const path of ['/moderation', '/me/password', '/second-factor/set-up']) {
      expect((await reader.get(path)).path).toMatch(/^\/second-factor\?next=/)
    }
    // Nor does it speak with the voice of the office; the words are kept for the step.
    const spoken = await reader.post('/topics/00000000000000000000000000/comments', [
      ['text', '以办公室名义写的话'],
    ])
    expect(spoken.status).toBe(401)
    expect(spoken.text).toContain('以办公室名义写的话')
    const wrong = await reader.submit(asked, '继续', { code: 'k3f9-x2m7-p0q4' })
    expect(wrong.status).toBe(422)
    expect((await reader.submit(wrong, '继续', { code: recovery })).path).toBe('/moderation')

    const late = new PlainReader(url)
    const expired = await late.post('/me/account', [['displayName', '写到一半的文字']])
    const step = await late.submit(expired, '登录', { phone: typed, password: PASSWORD })
    expect(step.text).toContain('写到一半的文字')
    const factor = await late.submit(step, '去验证')
    const again = await late.submit(factor, '继续', { code: 'wrong' })
    expect(again.text).toContain('写到一半的文字')
    const resume = await late.submit(again, '继续', { code: another })
    expect(Object.fromEntries(resume.form('继续提交').fields)).toMatchObject({
      displayName: '写到一半的文字',
    })
  })

  it('without a second factor carry a form through its set-up', async () => {
    const { typed } = await moderator()
    const reader = new PlainReader(url)
    const expired = await reader.post('/me/account', [['displayName', '写到一半的文字']])
    const step = await reader.submit(expired, '登录', { phone: typed, password: PASSWORD })
    const setUp = await reader.submit(step, '开始设置')
    const done = await reader.submit(setUp, '完成设置', { code: await codeOf(secretOn(setUp)) })
    expect(Object.fromEntries(done.form('继续提交').fields)).toMatchObject({
      displayName: '写到一半的文字',
    })
  })
})

describe('an account’s own pages', () => {
  it('are closed to guests, and lead back after signing in', async () => {
    const paths = ['/me/account', '/me/password', '/me/phone', '/me/sessions', '/me/consents']
    for (const path of [...paths, '/me/data', '/me/data.json', '/me/close']) {
      const page = await new PlainReader(url).get(path)
      expect(page.path).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    }
  })

  it('let a person take their data along as a file', async () => {
    const { typed, displayName } = await makeMember()
    const reader = new PlainReader(url)
    await signIn(reader, typed)
    const file = await reader.get('/me/data.json')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="lianxin-/)
    expect(file.headers.get('cache-control')).toBe('no-store')
    expect(JSON.parse(file.html)).toMatchObject({ account: { displayName } })
  })

  it('close the account and say so', async () => {
    const { typed } = await makeMember()
    const reader = new PlainReader(url)
    await signIn(reader, typed)
    const page = await reader.get('/me/close')
    const wrong = await reader.submit(page, '注销我的账号', { currentPassword: 'wrong' })
    expect(wrong.status).toBe(422)
    const done = await reader.submit(wrong, '注销我的账号', { currentPassword: PASSWORD })
    expect(done.text).toContain('账号已注销')
    expect((await signIn(new PlainReader(url), typed)).status).toBe(422)
  })
})

describe('what no person types', () => {
  it.each([
    ['NUL', '\0'],
    ['NUL within', 'x\0y'],
    ['half a character', '\ud800'],
    ['a statement', "'; DROP TABLE people; --"],
    ['a change of direction', '\u202e'],
    ['50,000 letters', 'x'.repeat(50_000)],
  ])('%s in every field gets an answer in words, never a failure', async (_name, text) => {
    const { typed } = await makeMember()
    const reader = new PlainReader(url)
    const names = ['displayName', 'phone', 'password', 'currentPassword', 'code', 'districtId']
    const more = ['language', 'consent', 'carried', 'sealed', 'sessionId', 'personId', 'intent']
    const fields = [...names, ...more].map((name): [string, string] => [name, text])
    const open = ['/sign-in', '/sign-up', '/recover', '/sign-in/persona', '/welcome/x']
    for (const path of open) {
      const { status } = await reader.post(path, fields)
      expect([path, status]).toEqual([path, expect.toSatisfy((one: number) => one < 500)])
    }
    await signIn(reader, typed)
    const csrf = (await reader.get('/me/account'))
      .form('保存资料')
      .fields.find(([name]) => name === 'csrf')
    const own = ['account', 'password', 'phone', 'sessions', 'consents', 'close']
    for (const path of own.map((name) => `/me/${name}`)) {
      const { status } = await reader.post(path, [csrf ?? ['csrf', ''], ...fields])
      expect([path, status]).toEqual([path, expect.toSatisfy((one: number) => one < 500)])
    }
  })
})

describe('an invitation', () => {
  it('that is used or invented says what to do', async () => {
    const page = await new PlainReader(url).get('/welcome/invented')
    expect(page.status).toBe(404)
    expect(page.text).toContain('这个邀请链接不能用了')
  })
})

describe('the demo', () => {
  const demo = useTestSite({ DEMO: true })
  let demoUrl: string
  let closeDemo: () => void

  beforeAll(async () => {
    const container = {
      ...demo.container,
      textMessages: { send: async () => {}, lastBody: () => '' },
    }
    const served = await serveSite({ ...demo, container })
    demoUrl = served.url
    closeDemo = served.close
  })

  afterAll(() => closeDemo())

  const makePersona = () =>
    makeActor(demo.container.database.prisma, [{ role: 'moderator', duty: 'review' }], {
      persona: 'moderator',
      displayName: '左晴',
    })

  it('lets one in by a click, second factor or not, and carries a form along', async () => {
    const { personId } = await makePersona()
    await demo.container.database.prisma.secondFactor.create({
      data: { personId, secret: 'of a visitor before', confirmedAt: demo.now },
    })
    const reader = new PlainReader(demoUrl)
    const click = async (page: Page) => reader.submit(page, '以审核员身份进入')
    expect((await click(await reader.get('/sign-in?next=/moderation'))).path).toBe('/moderation')
    const account = await reader.get('/me/account')
    reader.cookies.clear()
    const asked = await reader.submit(account, '保存资料', { displayName: '换个名字' })
    const choose = await reader.submit(asked, '改用演示身份登录')
    expect(choose.text).toContain('换个名字')
    const resume = await click(choose)
    const saved = await reader.submit(resume, '继续提交')
    expect(saved.path).toBe('/me/account?done=profile')
  })

  it('shows the text message on the page', async () => {
    const reader = new PlainReader(demoUrl)
    const page = await reader.submit(await reader.get('/sign-up'), '获取短信验证码', {
      displayName: '河边散步的人',
      phone: '135 0000 0001',
      password: PASSWORD,
      consent: 'on',
    })
    const code = /验证码 (\d{6})/.exec(page.text)?.[1] ?? ''
    const done = await reader.submit(page, '完成注册', { code })
    expect(done.path).toBe('/')
    expect(done.html).toContain('河边散步的人')
  })
})
