import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markAttachment } from '~/commands/mark-attachment.server'
import { scanAttachments } from '~/commands/scan-attachments.server'
import { sweepAttachments } from '~/commands/sweep-attachments.server'
import { MAX_FILE_BYTES } from '~/domain/attachment/limits'
import type { Actor } from '~/domain/person/actor'
import { handleSweep } from '~/jobs/sweep.handler.server'
import { createMalwareScanner } from '~/server/attachments/malware-scanner.server'
import { csrfToken } from '~/server/auth/csrf.server'
import { createSessions } from '~/server/auth/session.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { docx, PDF, photograph, png } from '#tests/fixtures/files'
import { startClamd } from '#tests/setup/clamd'
import { serveSite } from '#tests/setup/rendered-site'
import { useTestSite } from '#tests/setup/test-site'

const dataDir = mkdtempSync(join(tmpdir(), 'lianxin-attachments-'))
const site = useTestSite({ DATA_DIR: dataDir, RATE_LIMIT_FACTOR: 100 })
const db = () => site.container.database.prisma

let served: { url: string; close(): void }
let topicId: string
let author: Reader
let other: Reader
let moderator: Reader
/** A moderator who has shown no more than the password. */
let half: Reader
const guest: Reader = { cookie: '', csrf: '', actor: null }

interface Reader {
  cookie: string
  csrf: string
  actor: Actor | null
}

beforeAll(async () => {
  // So that there is something to look into, whichever test comes first.
  mkdirSync(join(dataDir, 'attachments', 'incoming'), { recursive: true })
  served = await serveSite(site)
  topicId = (await makeTopic(db())).id
  author = await signIn(await makeActor(db()))
  other = await signIn(await makeActor(db()))
  moderator = await signIn(await makeActor(db(), [{ role: 'moderator', duty: 'review' }]))
  half = await signIn(await makeActor(db(), [{ role: 'moderator', duty: 'review' }]), false)
})
afterAll(() => {
  served.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function signIn(actor: Actor, secondFactor = true): Promise<Reader> {
  const cookie = await createSessions(site.container).start({
    personId: actor.personId,
    secondFactor,
    userAgent: '',
    addressHash: '',
    now: site.now,
  })
  const session = await db().session.findFirstOrThrow({ where: { personId: actor.personId } })
  const csrf = csrfToken(site.container.keys.csrf, session.id)
  return { cookie: cookie.split(';')[0] ?? '', csrf, actor }
}

type Files = ReadonlyArray<readonly [field: string, content: Buffer, name: string]>

function formOf(by: Reader, fields: Record<string, string>, files: Files): FormData {
  const form = new FormData()
  if (by.csrf) form.set('csrf', by.csrf)
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  for (const [field, content, name] of files) {
    form.append(field, new Blob([new Uint8Array(content)], { type: 'image/jpeg' }), name)
  }
  return form
}

let said = 0
/** Sends a comment with files as a browser does. */
async function send(files: Files, fields: Record<string, string> = {}, by = author) {
  said += 1
  const response = await fetch(`${served.url}/topics/${topicId}/comments`, {
    method: 'POST',
    body: formOf(by, { text: `附上第 ${said} 份材料。`, kind: 'opinion', ...fields }, files),
    headers: { cookie: by.cookie },
    redirect: 'manual',
  })
  const commentId = /receipts\/(\w{26})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
  const text = await response.text()
  const attachments = await db().attachment.findMany({
    where: { commentId },
    orderBy: { id: 'asc' },
  })
  return { status: response.status, text, commentId, attachments }
}

const get = (path: string, by = guest, headers: Record<string, string> = {}) =>
  fetch(served.url + path, { headers: { cookie: by.cookie, ...headers } })

async function publish(commentId: string): Promise<void> {
  const { latestRevisionId } = await db().comment.findUniqueOrThrow({ where: { id: commentId } })
  await db().commentRevision.update({
    where: { id: latestRevisionId },
    data: { status: 'published', decidedAt: site.now },
  })
  await db().comment.update({
    where: { id: commentId },
    data: {
      status: 'published',
      latestStatus: 'published',
      currentRevisionId: latestRevisionId,
      publishedAt: site.now,
    },
  })
  site.container.pages.drop([`topic:${topicId}`])
}

/** Every file below the folder of attachments. */
function onDisk(): string[] {
  return readdirSync(join(dataDir, 'attachments'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort()
}
const incoming = () => readdirSync(join(dataDir, 'attachments', 'incoming'))

describe('what is said of files', () => {
  const telling = { alt1: '墙上写着13800138000' }

  it('is told before it is sent, with the place, and sent on the second time', async () => {
    const files: Files = [['file1', await photograph(), '王某13900139000.jpg']]
    const text = '电话在图上。'
    const told = await send(files, { ...telling, text })
    expect(told.status).toBe(422)
    expect(told.text).toContain('第 1 个附件的文件名')
    expect(told.text).toContain('第 1 个附件的图片说明')
    const confirmed = /name="confirmed" value="([^"]+)"/.exec(told.text)?.[1] ?? ''

    const other = await send(files, { text, confirmed, alt1: '打13700137000' })
    expect(other.status).toBe(422)
    const sent = await send(files, { ...telling, text, confirmed })
    expect(sent.status).toBe(303)
    expect(sent.attachments).toMatchObject([
      {
        name: '王某139****9000.jpg',
        alt: '墙上写着138****8000',
        originalName: '王某13900139000.jpg',
        originalAlt: '墙上写着13800138000',
      },
    ])
    await publish(sent.commentId)
    const page = await (await get(`/topics/${topicId}`)).text()
    expect(page).toContain('墙上写着138****8000')
    expect(page).not.toMatch(/1(?:38|39)00/)
    const item = await (await get(`/moderation?item=${sent.commentId}`, moderator)).text()
    expect(item).toContain('墙上写着')
    expect(item).toContain('13800138000')
  })
})

describe('a comment with files', () => {
  it('keeps a photograph without its place, and a document as it is', async () => {
    const sent = await send(
      [
        ['file1', await photograph(), '漏水.jpg'],
        ['file2', docx(), '方案.docx'],
      ],
      { alt1: '  三单元的楼道，\n墙角在漏水  ' },
    )
    expect(sent.status).toBe(303)
    expect(sent.attachments).toMatchObject([
      {
        kind: 'image',
        mediaType: 'image/jpeg',
        name: '漏水.jpg',
        alt: '三单元的楼道， 墙角在漏水',
      },
      { kind: 'document', name: '方案.docx', alt: '', scan: 'none' },
    ])
    const [image, document] = sent.attachments
    const whole = await get(`/attachments/${image?.id}/image`, author)
    expect(whole.status).toBe(200)
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(image?.hash)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    const downloaded = await get(`/attachments/${document?.id}/file`, author)
    expect(Buffer.from(await downloaded.arrayBuffer()).equals(docx())).toBe(true)
    expect(incoming()).toEqual([])
  })

  it('is held where others are published at once', async () => {
    const open = await makeTopic(db(), { mode: 'postModeration' })
    const response = await fetch(`${served.url}/topics/${open.id}/comments`, {
      method: 'POST',
      body: formOf(author, { text: '先发后审也要先看照片。', kind: 'opinion' }, [
        ['file1', await photograph(), 'a.jpg'],
      ]),
      headers: { cookie: author.cookie },
      redirect: 'manual',
    })
    const id = /receipts\/(\w{26})/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
    expect((await db().comment.findUniqueOrThrow({ where: { id } })).status).toBe('pending')
  })

  it('is read with its files by everybody once it is published, and by its author before', async () => {
    const sent = await send([['file1', await photograph(), 'a.jpg']], { alt1: '积水的路口' })
    const path = `/topics/${topicId}`
    expect(await (await get(path)).text()).not.toContain('积水的路口')
    expect(await (await get(`/receipts/${sent.commentId}`, author)).text()).toContain('积水的路口')
    expect(await (await get(path, author)).text()).toContain('积水的路口')
    await publish(sent.commentId)
    const page = await (await get(path)).text()
    expect(page).toContain('积水的路口')
    expect(page).toContain(`/attachments/${sent.attachments[0]?.id}/thumbnail`)
  })

  it('is veiled for everybody once a moderator marked its image', async () => {
    const sent = await send([['file1', await photograph(), 'a.jpg']], { alt1: '受伤的小狗' })
    await publish(sent.commentId)
    const attachmentId = sent.attachments[0]?.id ?? ''
    const shown = await (await get(`/topics/${topicId}`)).text()
    await expect(
      markAttachment(site.scope(author.actor), { attachmentId, distressing: true }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await markAttachment(site.scope(moderator.actor), { attachmentId, distressing: true })
    const veiled = await (await get(`/topics/${topicId}`)).text()
    expect(veiled).toContain('可能令人不适，显示图片')
    expect(shown).not.toContain('可能令人不适，显示图片')
    await markAttachment(site.scope(moderator.actor), { attachmentId, distressing: false })
    expect(await (await get(`/topics/${topicId}`)).text()).not.toContain('可能令人不适')
  })
})

describe('who gets a file', () => {
  const STATES: Array<[string, Record<string, unknown>, Record<string, number>]> = [
    ['pending', {}, { guest: 404, author: 200, other: 404, half: 404, moderator: 200 }],
    ['published', {}, { guest: 200, author: 200, other: 200, half: 200, moderator: 200 }],
    ['hidden', {}, { guest: 404, author: 200, other: 404, half: 404, moderator: 200 }],
    ['rejected', {}, { guest: 404, author: 200, other: 404, half: 404, moderator: 200 }],
    ['withdrawn', {}, { guest: 404, author: 404, other: 404, half: 404, moderator: 200 }],
  ]
  it.each(STATES)('of a comment that is %s', async (status, _more, expected) => {
    const sent = await send([['file1', await photograph(), 'a.jpg']])
    if (status !== 'pending') await publish(sent.commentId)
    await db().comment.update({
      where: { id: sent.commentId },
      data: { status: status as 'pending' },
    })
    const readers = { guest, author, other, half, moderator }
    const id = sent.attachments[0]?.id
    const got: Record<string, number> = {}
    for (const [name, reader] of Object.entries(readers)) {
      const whole = await get(`/attachments/${id}/image`, reader)
      const small = await get(`/attachments/${id}/thumbnail`, reader)
      expect(small.status).toBe(whole.status)
      got[name] = whole.status
    }
    expect(got).toEqual(expected)
  })

  it('nobody learns whether there is one that they may not have', async () => {
    const sent = await send([['file1', await photograph(), 'a.jpg']])
    const page = async (path: string) => {
      const answer = await get(path)
      const words = (await answer.text()).replaceAll(/[\w-]{12,}/g, '')
      return { status: answer.status, cache: answer.headers.get('cache-control'), words }
    }
    const there = await page(`/attachments/${sent.attachments[0]?.id}/image`)
    const never = await page(`/attachments/${sent.attachments[0]?.id?.replace(/..$/, 'zz')}/image`)
    expect(there).toEqual(never)
    expect(there.status).toBe(404)
    for (const path of ['file', 'original', 'image/x', '%00']) {
      expect(
        (await get(`/attachments/${sent.attachments[0]?.id}/${path}`, author)).status,
      ).not.toBe(200)
    }
  })

  it('and how it is sent: as what it is, able to do nothing, asked for anew each time', async () => {
    const sent = await send([
      ['file1', await png(), 'a.png'],
      ['file2', PDF, '通知 "终稿".pdf'],
    ])
    const [image, document] = sent.attachments
    const own = await get(`/attachments/${image?.id}/image`, author)
    expect(own.headers.get('cache-control')).toBe('private, no-cache')
    await publish(sent.commentId)
    const open = await get(`/attachments/${image?.id}/image`)
    expect(Object.fromEntries(open.headers)).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': 'inline',
      'x-content-type-options': 'nosniff',
      'content-security-policy': `sandbox; default-src 'none'`,
      'cache-control': 'public, no-cache',
      'cross-origin-resource-policy': 'same-origin',
      'content-length': String(image?.bytes),
    })
    const etag = open.headers.get('etag') ?? ''
    const again = await get(`/attachments/${image?.id}/image`, guest, { 'if-none-match': etag })
    expect(again.status).toBe(304)
    await db().comment.update({ where: { id: sent.commentId }, data: { status: 'hidden' } })
    const gone = await get(`/attachments/${image?.id}/image`, guest, { 'if-none-match': etag })
    expect(gone.status).toBe(404)
    const file = await get(`/attachments/${document?.id}/file`, author)
    expect(file.headers.get('content-type')).toBe('application/pdf')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="/)
    expect(file.headers.get('content-security-policy')).toBe(`sandbox; default-src 'none'`)
  })
})

describe('what is not taken', () => {
  const words = '这段文字不能丢。'
  it.each([
    [
      'a file that is too large',
      [['file1', Buffer.alloc(MAX_FILE_BYTES + 1, 1), 'a.jpg']],
      '超过 10 MB',
    ],
    ['a page named as a photograph', [['file1', Buffer.from('<html>'), 'a.jpg']], '不能附这种文件'],
    ['an empty file', [['file1', Buffer.alloc(0), 'a.jpg']], '这个文件是空的'],
  ] satisfies Array<[string, Files, string]>)(
    '%s comes back with the words kept and says so',
    async (_what, files, told) => {
      const before = await db().attachment.count()
      const kept = onDisk()
      const sent = await send(files, { text: words, alt1: '说明也留着' })
      expect(sent.status).toBe(422)
      expect(sent.text).toContain(words)
      expect(sent.text).toContain('说明也留着')
      expect(sent.text).toContain(told)
      expect(await db().attachment.count()).toBe(before)
      expect(onDisk()).toEqual(kept)
    },
  )

  it('more files than a comment may have', async () => {
    const small = await png()
    const files = [1, 2, 3, 4, 5].map((n) => [`file${n}`, small, `${n}.png`] as const)
    const sent = await send(files, { text: words })
    expect(sent).toMatchObject({ status: 422, commentId: '' })
    expect(sent.text).toContain('最多附 4 个')
    expect(incoming()).toEqual([])
  })

  it('words that are wrong: then files are to be chosen again', async () => {
    const sent = await send([['file1', await png(), 'a.png']], { text: ' ' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain('请重新选择')
    expect(incoming()).toEqual([])
  })

  it('files of who is not signed in: the words go along to the sign-in', async () => {
    const sent = await send([['file1', await png(), 'a.png']], { text: words }, guest)
    expect(sent.status).toBe(401)
    expect(sent.text).toContain(words)
    expect(incoming()).toEqual([])
  })

  it('large bodies at addresses that take no files', async () => {
    const response = await fetch(`${served.url}/topics/${topicId}/comments/x/report`, {
      method: 'POST',
      body: formOf(author, {}, [['file1', Buffer.alloc(300_000), 'a.jpg']]),
      headers: { cookie: author.cookie },
    }).catch(() => null)
    expect(response?.status ?? 413).toBe(413)
  })

  it('a form that is none, or is not whole', async () => {
    const response = await fetch(`${served.url}/topics/${topicId}/comments`, {
      method: 'POST',
      body: 'no parts at all',
      headers: { cookie: author.cookie, 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(response.status).toBe(400)
    const long = '字'.repeat(60_000)
    const wordy = await send([['file1', await png(), 'a.png']], { one: long, other: long })
    expect(wordy.status).toBe(400)
    expect(incoming()).toEqual([])
  })
})

it('an upload that is cut off leaves nothing behind', async () => {
  const before = { rows: await db().attachment.count(), files: onDisk() }
  const head = [
    `POST /topics/${topicId}/comments HTTP/1.1`,
    `host: ${new URL(served.url).host}`,
    `cookie: ${author.cookie}`,
    'content-type: multipart/form-data; boundary=cut',
    'content-length: 3000000',
    '',
    '--cut',
    'content-disposition: form-data; name="file1"; filename="a.jpg"',
    '',
    '',
  ].join('\r\n')
  const socket = connect(Number(new URL(served.url).port), '127.0.0.1')
  socket.on('error', () => {})
  socket.write(head)
  socket.write(Buffer.alloc(500_000, 1))
  await expect.poll(incoming, { timeout: 5_000 }).toHaveLength(1)
  socket.destroy()
  await expect.poll(incoming, { timeout: 5_000 }).toEqual([])
  expect({ rows: await db().attachment.count(), files: onDisk() }).toEqual(before)
})

it('a refusal after the bytes were stored leaves no row, and the sweep takes the bytes', async () => {
  const lost = await photograph(90, 90, 4321)
  const put = site.container.attachments.put
  site.container.attachments.put = async (hash, file) => {
    await put(hash, file)
    throw new Error('the disk is full')
  }
  const before = { rows: await db().attachment.count(), files: onDisk() }
  const sent = await send([['file1', lost, 'a.jpg']])
  site.container.attachments.put = put
  expect(sent.status).toBe(500)
  expect(await db().attachment.count()).toBe(before.rows)
  expect(onDisk().length).toBe(before.files.length + 1)
  await handleSweep(site.container)
  expect(onDisk()).toEqual(before.files)
  expect(await sweepAttachments(site.scope())).toBe(0)
})

describe('the malware scanner', () => {
  it('refuses what is infected, holds files while it is away, and shows them once it is back', async () => {
    const clamd = await startClamd()
    const port = Number(new URL(clamd.url).port)
    site.container.malwareScanner = createMalwareScanner({
      CLAMAV_URL: clamd.url,
      CLAMAV_HOLD: true,
    })
    const infected = Buffer.concat([PDF.subarray(0, -6), Buffer.from('EICAR\n%%EOF\n')])
    const refused = await send([['file1', infected, 'a.pdf']])
    expect(refused).toMatchObject({ status: 422, attachments: [] })
    expect(refused.text).toContain('没有通过安全检查')
    expect((await send([['file1', PDF, 'a.pdf']])).attachments).toMatchObject([{ scan: 'clean' }])

    await clamd.close()
    const held = await send([
      ['file1', infected, 'b.pdf'],
      ['file2', docx(), 'c.docx'],
    ])
    expect(held.attachments).toMatchObject([{ scan: 'waiting' }, { scan: 'waiting' }])
    await publish(held.commentId)
    const status = async (n: number) =>
      (await get(`/attachments/${held.attachments[n]?.id}/file`, author)).status
    expect(await status(1)).toBe(404)
    expect(await scanAttachments(site.scope())).toBe(0)
    expect(await (await get(`/receipts/${held.commentId}`, author)).text()).toContain(
      '等待安全检查',
    )

    const back = await startClamd(port)
    expect(await scanAttachments(site.scope())).toBe(2)
    await back.close()
    expect([await status(0), await status(1)]).toEqual([404, 200])
    const event = await db().auditEvent.findFirst({ where: { action: 'attachment.infected' } })
    expect(event?.objectId).toBe(held.attachments[0]?.id)
    // Its bytes go, too.
    await sweepAttachments(site.scope())
    expect(onDisk()).not.toContain(held.attachments[0]?.hash)
    expect(onDisk()).toContain(held.attachments[1]?.hash)

    site.container.malwareScanner = createMalwareScanner({
      CLAMAV_URL: clamd.url,
      CLAMAV_HOLD: false,
    })
    expect((await send([['file1', PDF, 'd.pdf']])).attachments).toMatchObject([{ scan: 'none' }])
    site.container.malwareScanner = null
  })
})

describe('changing a comment', () => {
  const edit = async (commentId: string, files: Files, fields: Record<string, string>) => {
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: commentId } })
    const response = await fetch(`${served.url}/comments/${commentId}/edit`, {
      method: 'POST',
      body: formOf(author, { kind: 'opinion', version: String(version), ...fields }, files),
      headers: { cookie: author.cookie },
      redirect: 'manual',
    })
    return { status: response.status, text: await response.text() }
  }
  const shown = async (commentId: string) => {
    const { latestRevision } = await db().comment.findUniqueOrThrow({
      where: { id: commentId },
      select: {
        latestRevision: {
          select: { attachments: { orderBy: { position: 'asc' }, select: { attachmentId: true } } },
        },
      },
    })
    return latestRevision.attachments.map(({ attachmentId }) => attachmentId)
  }

  it('takes files along, leaves some out, adds some; the public one keeps its own until it is reviewed', async () => {
    const sent = await send([
      ['file1', await png(21, 21), 'a.png'],
      ['file2', await png(22, 22), 'b.png'],
    ])
    const [a, b] = sent.attachments.map(({ id }) => id)
    await publish(sent.commentId)
    const changed = await edit(sent.commentId, [['file1', await png(23, 23), 'c.png']], {
      text: '换一张照片。',
      [`drop-${a}`]: 'on',
    })
    expect(changed.status).toBe(303)
    const [kept, added] = await shown(sent.commentId)
    expect(kept).toBe(b)
    expect((await get(`/attachments/${a}/image`)).status).toBe(200)
    expect((await get(`/attachments/${added}/image`)).status).toBe(404)
    expect((await get(`/attachments/${added}/image`, author)).status).toBe(200)
    await publish(sent.commentId)
    expect((await get(`/attachments/${a}/image`)).status).toBe(404)
    expect((await get(`/attachments/${added}/image`)).status).toBe(200)
  })

  it('takes no more than a comment may have, all in all', async () => {
    const files = await Promise.all([31, 32, 33].map((side) => png(side, side)))
    const sent = await send(files.map((file, n) => [`file${n + 1}`, file, 'a.png'] as const))
    const more = await Promise.all([34, 35].map((side) => png(side, side)))
    const changed = await edit(
      sent.commentId,
      more.map((file, n) => [`file${n + 1}`, file, 'b.png'] as const),
      { text: '再加两张。' },
    )
    expect(changed.status).toBe(422)
    expect(changed.text).toContain('最多附 4 个')
    expect(await shown(sent.commentId)).toHaveLength(3)
  })
})
