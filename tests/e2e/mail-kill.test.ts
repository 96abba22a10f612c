import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openMailServer, type MailServer } from '#tests/setup/mail-server'
import { startSite, type RunningSite } from './support/site'

// Mails that are to be sent are sent, whenever the program dies.

const MAILS = 400

let site: RunningSite
let mails: MailServer
let database: pg.Client

beforeAll(async () => {
  mails = await openMailServer()
  site = await startSite('server', { SMTP_URL: mails.url })
  database = new pg.Client({ connectionString: site.databaseUrl })
  await database.connect()
})

afterAll(async () => {
  await database?.end()
  await site?.stop()
  await mails?.close()
})

/** Mails to confirm addresses: each of the demo's people once. */
async function queueMails(): Promise<void> {
  await database.query(
    `INSERT INTO people ("id", "createdAt", "displayName")
     SELECT '01900000000000000000' || lpad(n::text, 6, '0'), now(), '收信人' || n FROM generate_series(1, $1) n`,
    [MAILS],
  )
  await database.query(
    `INSERT INTO mailboxes ("personId", "pendingAddress", "pendingAt")
     SELECT "id", "id" || '@example.com', now() FROM people WHERE "id" LIKE '01900000000000000000%'`,
  )
  await database.query(
    `INSERT INTO dispatches ("id", "personId", "channel", "kind", "key", "createdAt", "nextAt")
     SELECT "id", "id", 'email', 'confirm', 'confirm', now(), now() FROM people WHERE "id" LIKE '01900000000000000000%'`,
  )
}

it('sends every mail when it is killed half-way, and repeats at most the one under way', async () => {
  await queueMails()
  await expect
    .poll(() => mails.received.length, { timeout: 60_000, interval: 5 })
    .toBeGreaterThan(MAILS / 4)
  site.process.kill('SIGKILL')
  await site.restart()
  // What the dead process had taken up is free again after a minute.
  const left = async () => {
    const { rows } = await database.query('SELECT 1 FROM dispatches WHERE "sentAt" IS NULL')
    return rows.length
  }
  await expect.poll(left, { timeout: 150_000, interval: 500 }).toBe(0)
  const people = new Set(mails.received.map(({ to }) => to))
  const ids = new Set(mails.received.map(({ messageId }) => messageId))
  expect(people.size).toBe(MAILS)
  expect(ids.size).toBe(MAILS)
  expect(mails.received.length - MAILS).toBeLessThanOrEqual(1)
}, 300_000)
