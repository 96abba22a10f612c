import { join } from 'node:path'
import type { JobDefinition } from '~/jobs/definition'
import { fanOutNoticeJob } from '~/jobs/fan-out-notice'
import { recountQueueJob } from '~/jobs/recount-queue'
import { recountRatesJob } from '~/jobs/recount-rates'
import { remindDueJob } from '~/jobs/remind-due'
import { screenOutside } from '~/jobs/screen-outside'
import { sendTextMessage } from '~/jobs/send-text-message'
import { sweep } from '~/jobs/sweep'
import { watchCommitmentsJob } from '~/jobs/watch-commitments'
import { createMalwareScanner, type MalwareScanner } from './attachments/malware-scanner.server'
import { openAttachmentStorage } from './attachments/open-storage.server'
import type { AttachmentStorage } from './attachments/storage'
import { PageCache } from './cache/page-cache.server'
import { openDatabase, type Database } from './db/database.server'
import { applyMigrations, readMigrations, type Migration } from './db/migrate.server'
import type { Environment } from './env.server'
import { createExternalScreening, type ExternalScreening } from './external-screening/client.server'
import { openJobQueue, type JobQueue } from './jobs/queue.server'
import { QueueNews } from './live/queue-news.server'
import { openLocalMail, type LocalMail } from './mail/local-mail.server'
import { createMailer, type Mailer } from './mail/mailer.server'
import { createPushSender, type PushSender } from './push/push-sender.server'
import { loadKeys, type Keys } from './keys.server'
import { createLogger, type Logger } from './logger.server'
import { createTextMessageGateway, type TextMessageGateway } from './text-message/gateway.server'

/** Everything that outlives a request. Built once a process and handed down; nothing else opens any of it. */
export interface Container {
  env: Environment
  keys: Keys
  log: Logger
  database: Database
  jobs: JobQueue
  pages: PageCache
  /** Tells who looks at the queue that something changed in it. */
  queueNews: QueueNews
  textMessages: TextMessageGateway
  /** The content safety service outside; null where none is connected. */
  externalScreening: ExternalScreening | null
  /** Null where no mail server is set: then nobody gets mail. */
  mailer: Mailer | null
  /** The demo's own mail server, where no other is set. */
  localMail: LocalMail | null
  push: PushSender
  attachments: AttachmentStorage
  /** Null where none is set: then files are not scanned. */
  malwareScanner: MalwareScanner | null
  migrations: readonly Migration[]
  /** The time. Tests fix it. */
  clock: () => Date
  /** Identifies the build: pages of another build are never served. */
  buildId: string
  version: string
  /** Has something ended before jobs and database are. */
  beforeClose(end: () => Promise<void>): void
  close(): Promise<void>
}

/** The notification channel by which processes tell one another which pages to drop. */
export const PAGES_CHANNEL = 'lianxin_pages'

const JOBS: ReadonlyArray<JobDefinition<unknown>> = [
  fanOutNoticeJob,
  recountQueueJob,
  recountRatesJob,
  remindDueJob,
  screenOutside,
  sendTextMessage,
  sweep,
  watchCommitmentsJob,
]

export interface ContainerOptions {
  env: Environment
  migrationsFolder?: string
  buildId?: string
  version?: string
  clock?: () => Date
  /** An open database to use instead of the one that the settings name (tests). */
  database?: Database
  textMessages?: TextMessageGateway
  /** The storage to use instead of the one that the settings name (tests). */
  attachments?: AttachmentStorage
}

/** Opens the database, brings its schema up to date and starts what lives beside it. */
export async function createContainer(options: ContainerOptions): Promise<Container> {
  const { env } = options
  const clock = options.clock ?? (() => new Date())
  const log = createLogger(env.LOG_LEVEL)
  const keys = loadKeys(env)
  const database = options.database ?? (await openDatabase(env, log))
  const migrations = readMigrations(options.migrationsFolder ?? join('prisma', 'migrations'))
  const applied = await applyMigrations(database, migrations)
  if (applied.length > 0) log.info({ applied }, 'migrations applied')

  const pages = new PageCache(
    {
      bytes: env.PAGE_CACHE_MEGABYTES * 1024 * 1024,
      // While developing a page is never older than the code.
      maxAgeMs: env.NODE_ENV === 'development' ? 0 : 60_000,
    },
    () => clock().getTime(),
  )
  await database.listen(
    PAGES_CHANNEL,
    (payload) => pages.drop(payload.split(' ')),
    () => pages.dropAll(),
  )
  const queueNews = new QueueNews(database, log)
  await queueNews.listen()
  const localMail = env.DEMO && !env.SMTP_URL ? await openLocalMail(clock) : null
  const smtpUrl = env.SMTP_URL ?? localMail?.url
  const mailer = smtpUrl ? createMailer(smtpUrl, env) : null
  const sender = env.PUBLIC_URL?.startsWith('https:') ? env.PUBLIC_URL : 'mailto:no-reply@localhost'
  const jobs = await openJobQueue(database, JOBS, { worker: env.ROLE !== 'web', log })

  const ends: Array<() => Promise<void>> = []
  return {
    env,
    keys,
    log,
    database,
    jobs,
    pages,
    queueNews,
    externalScreening: createExternalScreening(env),
    textMessages: options.textMessages ?? createTextMessageGateway(env, keys, log),
    mailer,
    localMail,
    push: createPushSender(keys.push, sender),
    attachments: options.attachments ?? openAttachmentStorage(env),
    malwareScanner: createMalwareScanner(env),
    migrations,
    clock,
    buildId: options.buildId ?? 'development',
    version: options.version ?? '0.0.0',
    beforeClose: (end) => void ends.push(end),
    close: async () => {
      queueNews.end()
      await Promise.all(ends.map((end) => end()))
      mailer?.close()
      await localMail?.close()
      await jobs.stop()
      await database.close()
      log.flush()
    },
  }
}
