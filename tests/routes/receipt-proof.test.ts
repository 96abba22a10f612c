import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { editComment } from '~/commands/edit-comment.server'
import { fileAppeal } from '~/commands/file-appeal.server'
import { postComment } from '~/commands/post-comment.server'
import { rejectComment } from '~/commands/reject-comment.server'
import { sealAuditEvents } from '~/commands/seal-audit-events.server'
import { checkReceipt } from '~/domain/audit/check-receipt'
import { isSignatureOf } from '~/domain/audit/ed25519'
import type { ReceiptProof } from '~/domain/audit/receipt-proof'
import { sha256 } from '~/domain/audit/sha2'
import type { Actor } from '~/domain/person/actor'
import { settleDecisions } from '~/jobs/settle-decisions.server'
import { exportAuditHeads } from '~/queries/export-audit-heads.server'
import { getReceiptProof } from '~/queries/get-receipt-proof.server'
import { getReceipt } from '~/queries/get-receipt.server'
import { createSessions } from '~/server/auth/session.server'
import { makeActor, makeTopic } from '#tests/factories/make'
import { serveSite } from '#tests/setup/rendered-site'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma
const folder = mkdtempSync(join(tmpdir(), 'lianxin-receipt-'))

let author: Actor
let moderator: Actor
let commentId: string
let served: Awaited<ReturnType<typeof serveSite>>

beforeAll(async () => {
  const longAgo = { createdAt: new Date('2025-01-01T00:00:00Z') }
  author = await makeActor(db(), [], longAgo)
  moderator = await makeActor(db(), [{ role: 'moderator', duty: 'review' }])
  const topic = await makeTopic(db())
  const sent = { topicId: topic.id, text: '路灯坏了两盏。', kind: 'opinion' as const }
  commentId = (await postComment(site.scope(author), sent)).commentId
  const neighbour = await makeActor(db(), [], longAgo)
  await postComment(site.scope(neighbour), { ...sent, text: '别人的发言。' })
  served = await serveSite(site)
  // Every route is read in for it.
}, 180_000)

afterAll(() => {
  served?.close()
  rmSync(folder, { recursive: true, force: true })
})

const proofOf = (viewer: Actor = author) => getReceiptProof(site.scope(viewer), commentId)

/** The proof, once there is one. */
async function sealed(): Promise<ReceiptProof> {
  await sealAuditEvents(site.container)
  const proof = await proofOf()
  if (!proof) throw new Error('the proof is not there')
  return proof
}

function check(proof: ReceiptProof) {
  const { publicKey } = site.container.keys.auditHeads
  const checked = checkReceipt(JSON.stringify(proof), { sha256, isSignatureOf }, { publicKey })
  if (checked.kind !== 'report') throw new Error(checked.problem)
  return checked.report
}

async function cookieOf(person: Actor): Promise<string> {
  const cookie = await createSessions(site.container).start({
    personId: person.personId,
    secondFactor: true,
    userAgent: '',
    addressHash: '',
    now: site.now,
  })
  return cookie.split(';')[0] ?? ''
}

const get = (path: string, cookie = '') =>
  fetch(served.url + path, { headers: cookie ? { cookie } : {}, redirect: 'manual' })

describe('the proof of a receipt', () => {
  it('waits until its newest step is sealed, and the page says so meanwhile', async () => {
    expect(await proofOf()).toBeNull()
    const cookie = await cookieOf(author)
    const early = await get(`/receipts/${commentId}/proof.json`, cookie)
    expect(early.status).toBe(302)
    expect(early.headers.get('location')).toBe(`/receipts/${commentId}#steps`)
    const page = await (await get(`/receipts/${commentId}`, cookie)).text()
    expect(page).toContain('几秒后再来')
    expect(page).not.toContain('proof.json')

    expect(check(await sealed())).toMatchObject({ holds: true, steps: [{ position: 0 }] })
    const later = await (await get(`/receipts/${commentId}`, cookie)).text()
    expect(later).toContain(`/receipts/${commentId}/proof.json`)
    expect(later).not.toContain('几秒后再来')
  })

  it('is a file for its author alone', async () => {
    const path = `/receipts/${commentId}/proof.json`
    const answer = await get(path, await cookieOf(author))
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="lianxin-receipt-${commentId}.json"`,
    )
    expect(check((await answer.json()) as ReceiptProof).holds).toBe(true)
    expect((await get(path, await cookieOf(moderator))).status).toBe(404)
    expect((await get(path)).status).toBe(302)
    await expect(proofOf(moderator)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('has a decision from when it can no longer be undone, and nothing that moderators do among themselves', async () => {
    const { latestRevisionId, version } = await db().comment.findUniqueOrThrow({
      where: { id: commentId },
    })
    await db().rejectionReason.create({
      data: { code: 'attack', label: '人身攻击', text: '含有人身攻击。', position: 1 },
    })
    await db().setting.update({
      where: { key: 'moderation' },
      data: { value: { undoSeconds: 10 } },
    })
    site.advance(60_000)
    await rejectComment(site.scope(moderator), {
      commentId,
      revisionId: latestRevisionId,
      version,
      reasonCode: 'attack',
      reasonText: '请去掉骂人的话。',
      note: '只给同事看的话',
    })
    const actions = async () => check(await sealed()).steps.map(({ action }) => action)
    expect(await actions()).toEqual(['comment.posted'])
    site.advance(11_000)
    await settleDecisions(site.container)
    expect(await actions()).toEqual(['comment.posted', 'comment.rejected'])
    await fileAppeal(site.scope(author), { commentId, text: '我没有骂人。' })
    expect(await actions()).toEqual(['comment.posted', 'comment.rejected', 'appeal.filed'])
    expect(JSON.stringify(await sealed())).not.toContain('只给同事看的话')
    expect((await getReceipt(site.scope(author), commentId)).steps).toHaveLength(3)
  })

  it('proves that the log only grew since the last heads of the days before', async () => {
    site.advance(3 * 86_400_000)
    const other = await makeTopic(db())
    await postComment(site.scope(author), {
      topicId: other.id,
      text: '后来的事。',
      kind: 'opinion',
    })
    const proof = await sealed()
    expect(proof.earlierHeads).toHaveLength(1)
    expect(proof.earlierHeads[0]?.head.size).toBeLessThan(proof.head.size)
    expect(check(proof)).toMatchObject({ holds: true, growth: true })
  })
})

describe('the page that checks receipts', () => {
  const post = (fields: Record<string, string>) => {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.set(name, value)
    const headers = { origin: served.url }
    return fetch(`${served.url}/verify-receipt`, { method: 'POST', body, headers })
  }

  it('lets its own script run and nothing else, and asks nothing of a network', async () => {
    const page = await get('/verify-receipt')
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'sha256-[^']+';/)
    expect(policy).toContain(`connect-src 'none'`)
    expect(policy).toContain(`default-src 'none'`)
    const html = await page.text()
    expect(html).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)="(?!data:)/)
    expect(html).not.toMatch(/\son\w+=|\sstyle=/)
    const others = await get('/openness')
    expect(others.headers.get('content-security-policy')).toContain(`script-src 'none'`)
    expect(await others.text()).toContain(site.container.keys.auditHeads.publicKey)
  })

  it('checks on the server for whose browser runs no script', async () => {
    const receipt = JSON.stringify(await sealed(), null, 1)
    const { publicKey } = site.container.keys.auditHeads
    const holds = await post({ receipt, key: publicKey })
    expect(holds.status).toBe(200)
    expect(await holds.text()).toContain('核验通过')

    const fails = await post({ receipt: receipt.replace('comment.rejected', 'comment.approved') })
    expect(fails.status).toBe(422)
    expect(await fails.text()).toContain('这一步的文字被改过')
  })

  it('says what is wrong with what is no receipt, and shows it again as text', async () => {
    const cut = await post({ receipt: '{"format": "lianxin-receipt/1", <script>alert(1)</script>' })
    expect(cut.status).toBe(422)
    const html = await cut.text()
    expect(html).toContain('不是 JSON')
    expect(html).toContain('&lt;script&gt;alert(1)')
    expect(await (await post({ receipt: '' })).text()).toContain('请先选择回执文件')
    expect(await (await post({ receipt: '{}', key: '公钥' })).text()).toContain('这不是公钥')
    // Longer than any form of this site: refused before it is read.
    expect((await post({ receipt: 'x'.repeat(1_000_000) })).status).toBe(413)
  })
})

describe('npm run receipt:verify', () => {
  const run = promisify(execFile)
  const verify = async (...args: string[]) => {
    const command = ['--import', 'tsx', 'app/cli/verify-receipt.ts', ...args]
    try {
      const { stdout } = await run(process.execPath, command)
      return { code: 0, stdout, stderr: '' }
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string }
    }
  }
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }

  it('tells in words what holds, against a key and heads that were kept elsewhere', async () => {
    const proof = await sealed()
    const file = write('receipt.json', JSON.stringify(proof))
    const heads = join(folder, 'heads.jsonl')
    await exportAuditHeads(site.container, heads)
    const { publicKey } = site.container.keys.auditHeads
    const { code, stdout } = await verify(file, '--key', publicKey, '--heads', heads)
    expect(stdout).toContain('核验通过')
    expect(stdout).toContain('文件里的公钥，就是您给出的公钥')
    expect(stdout).toContain('与另存的 2 个树头一致')
    expect(code).toBe(0)

    const forged = JSON.stringify(proof).replace('comment.rejected', 'comment.approved')
    const fails = await verify(write('forged.json', forged), '--english')
    expect(fails).toMatchObject({ code: 1 })
    expect(fails.stdout).toContain('does not hold')
    expect(fails.stdout).toContain('Its words were changed')
  })

  it('ends with 2 for what it cannot read', async () => {
    const cut = await verify(write('cut.json', '{"format": "lianxin-rec'))
    expect(cut).toMatchObject({ code: 2 })
    expect(cut.stderr).toContain('不是 JSON')
  })
})

describe('the receipt', () => {
  it('names the screening rule that has a text wait where others are published at once', async () => {
    const topic = await makeTopic(db(), { mode: 'postModeration' })
    const newcomer = await makeActor(db())
    const text = '看 https://a.example https://b.example https://c.example'
    const held = await postComment(site.scope(newcomer), {
      topicId: topic.id,
      text,
      kind: 'opinion',
    })
    const receipt = await getReceipt(site.scope(newcomer), held.commentId)
    expect(receipt).toMatchObject({ standing: 'pending', heldBy: ['links'] })
    const cookie = await cookieOf(newcomer)
    const page = await (await get(`/receipts/${held.commentId}`, cookie)).text()
    expect(page).toContain('这一条按下面的规则')
    expect(page).toContain('链接太多')
    const edit = { commentId: held.commentId, seenVersion: 1, text: '没有链接了。' }
    await editComment(site.scope(newcomer), { ...edit, kind: 'opinion' })
    expect(await getReceipt(site.scope(newcomer), held.commentId)).toMatchObject({ heldBy: [] })
  })
})
