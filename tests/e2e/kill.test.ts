import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Client, firstOn } from './support/client'
import { startSite, type RunningSite } from './support/site'

// What was acknowledged is kept, whenever the program dies.

const COMMENTS = 200
const AT_ONCE = 4
const KILLS = 10
/** How long the program may run before the next kill, in milliseconds. */
const LONGEST_LIFE = 900

describe.each(['embedded', 'server'] as const)('on the %s database', (kind) => {
  let site: RunningSite

  beforeAll(async () => {
    site = await startSite(kind)
  })

  afterAll(async () => {
    await site?.stop()
  })

  it('keeps every acknowledged comment, once, over ten kills', async () => {
    const author = await Client.of(site, 'resident')
    const topic = await firstOn(
      author,
      '/topics?sort=hot',
      /href="\/topics\/([0-9a-z]{26})"[^>]*>[^<]*口袋公园/,
    )
    const acknowledged = new Map<string, string>()
    const lives: number[] = []
    let sent = 0
    let unanswered = 0
    let killing = true
    let running = Promise.resolve()

    const killer = async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const life = Math.round(Math.random() * LONGEST_LIFE)
        lives.push(life)
        await new Promise((resolve) => setTimeout(resolve, life))
        site.process.kill('SIGKILL')
        running = site.restart()
        await running
      }
      killing = false
    }
    const writer = async () => {
      while (sent < COMMENTS || killing) {
        await running
        sent += 1
        const text = `第${sent}条意见：长椅之间留出轮椅能过的宽度。`
        const answer = await author
          .post(`/topics/${topic}/comments`, { text, stance: 'support', kind: 'opinion' })
          .catch(() => undefined)
        if (!answer) unanswered += 1
        else {
          expect(answer.status, answer.text.slice(0, 2_000)).toBe(303)
          const receipt = /^\/receipts\/([0-9a-z]{26})$/.exec(answer.location ?? '')?.[1] ?? ''
          expect(receipt, 'the receipt').not.toBe('')
          acknowledged.set(receipt, text)
        }
      }
    }
    await Promise.all([killer(), ...Array.from({ length: AT_ONCE }, writer)])
    const told = `lives of ${lives.join(', ')} ms, ${sent} sent, ${unanswered} without an answer`
    expect(acknowledged.size, told).toBeGreaterThan(COMMENTS / 2)

    const lost: string[] = []
    for (const [receipt, text] of acknowledged) {
      const page = await author.get(`/receipts/${receipt}`)
      if (page.status !== 200 || !page.text.includes(text)) lost.push(receipt)
    }
    expect(lost, told).toEqual([])

    // Also what got no answer is there once or not at all.
    const own = await author.get('/me/data.json')
    expect(own.status).toBe(200)
    const times = new Map<string, number>()
    for (const [text] of own.text.matchAll(/第\d+条意见：/g)) {
      times.set(text, (times.get(text) ?? 0) + 1)
    }
    expect(times.size, told).toBeGreaterThanOrEqual(acknowledged.size)
    expect(
      [...times].filter(([, n]) => n > 1),
      told,
    ).toEqual([])
  }, 400_000)
})
