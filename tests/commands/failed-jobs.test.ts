import { describe, expect, it } from 'vitest'
import { retryFailed } from '~/commands/retry-failed.server'
import { fanOutNoticeJob } from '~/jobs/fan-out-notice'
import { listFailed } from '~/queries/list-failed.server'
import { newId } from '~/server/ids.server'
import { makeActor, makePerson } from '#tests/factories/make'
import { useTestSite } from '#tests/setup/test-site'

const site = useTestSite()
const db = () => site.container.database.prisma

async function failedJob(): Promise<void> {
  await site.container.jobs.enqueue(db(), fanOutNoticeJob, { noticeId: newId(Date.now()) })
  await site.container.database.query(
    `UPDATE pgboss.job SET state = 'failed', completed_on = now(), retry_count = retry_limit, output = '{"name":"TypeError"}'
      WHERE name = 'fan-out-notice' AND state = 'created'`,
  )
}

async function failedMail() {
  const person = await makePerson(db())
  return db().dispatch.create({
    data: {
      id: newId(site.now.getTime()),
      personId: person.id,
      channel: 'email',
      kind: 'news',
      key: 'news:x',
      createdAt: site.now,
      nextAt: site.now,
      attempts: 12,
      failedAt: site.now,
      error: 'ETIMEDOUT',
    },
  })
}

describe('what was given up', () => {
  it('is seen and tried again by an administrator, one by one or all at once', async () => {
    const admin = await makeActor(db(), [{ role: 'admin' }])
    const scope = site.scope(admin)
    await failedJob()
    const mail = await failedMail()
    const failed = await listFailed(scope)
    expect(failed.jobs).toMatchObject([{ name: 'fan-out-notice', attempts: 9, error: 'TypeError' }])
    expect(failed.messages).toMatchObject([
      { id: mail.id, name: 'email', attempts: 12, error: 'ETIMEDOUT' },
    ])
    expect(await retryFailed(scope, { message: mail.id })).toBe(1)
    await expect(retryFailed(scope, { message: mail.id })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await retryFailed(scope, { job: failed.jobs[0]?.id ?? '' })).toBe(1)
    expect(await listFailed(scope)).toEqual({ jobs: [], messages: [] })
    await failedJob()
    await failedMail()
    expect(await retryFailed(scope, 'all')).toBe(2)
    expect(await retryFailed(scope, 'all')).toBe(0)
    expect(await db().auditEvent.count({ where: { action: 'job.retried' } })).toBe(3)
  })

  it('is nobody else’s to see', async () => {
    const moderator = await makeActor(db(), [{ role: 'moderator', duty: 'senior' }])
    await expect(listFailed(site.scope(moderator))).rejects.toMatchObject({ code: 'forbidden' })
    await expect(retryFailed(site.scope(moderator), 'all')).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
