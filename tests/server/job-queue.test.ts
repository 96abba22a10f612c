import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineJob } from '~/jobs/definition'
import { openJobQueue, type JobQueue } from '~/server/jobs/queue.server'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const opened: JobQueue[] = []

async function process(definitions: ReturnType<typeof defineJob<{ n: number }>>[], worker = true) {
  const { database, log } = site.container
  const queue = await openJobQueue(database, definitions, { worker, log })
  opened.push(queue)
  return queue
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((queue) => queue.stop()))
})

async function jobsOf(name: string): Promise<Array<{ state: string }>> {
  const { rows } = await site.container.database.query<{ state: string }>(
    `SELECT state::text FROM pgboss.job WHERE name = $1`,
    [name],
  )
  return rows
}

describe('jobs that run by the clock', () => {
  it('are put into the queue once, however many processes there are', async () => {
    const chime = defineJob<{ n: number }>({
      name: 'chime',
      retryLimit: 1,
      retryDelaySeconds: 1,
      schedule: '* * * * *',
    })
    const minute = () => Math.floor(Date.now() / 60_000)
    const begun = minute()
    await Promise.all([process([chime]), process([chime]), process([chime])])
    // Whether it is time is looked at once a minute.
    await vi.waitFor(async () => expect(await jobsOf('chime')).not.toEqual([]), {
      timeout: 90_000,
      interval: 200,
    })
    // Time for the others to put in theirs.
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    expect((await jobsOf('chime')).length).toBeLessThanOrEqual(1 + minute() - begun)
  }, 120_000)
})

describe('a worker', () => {
  it('does each job of those it took up, and only the one that failed is tried again', async () => {
    const sum = defineJob<{ n: number }>({ name: 'sum', retryLimit: 3, retryDelaySeconds: 60 })
    const queue = await process([sum], false)
    const { prisma } = site.container.database
    for (const n of [1, 2, 3]) await queue.enqueue(prisma, sum, { n })
    const done: number[] = []
    await queue.work(sum, async ({ n }) => {
      if (n === 2) throw new Error('not two')
      done.push(n)
    })
    await vi.waitFor(
      async () => {
        const states = (await jobsOf('sum')).map(({ state }) => state)
        expect(states.sort()).toEqual(['completed', 'completed', 'retry'])
      },
      { timeout: 15_000, interval: 200 },
    )
    expect(done.sort()).toEqual([1, 3])
  }, 30_000)
})
