import PgBoss from 'pg-boss'
import type { JobDefinition } from '~/jobs/definition'
import type { Database, TransactionDb } from '../db/database.server'
import type { Logger } from '../logger.server'

export interface JobQueue {
  /** Puts a job into the queue in the given transaction: it exists if and only if that commits. */
  enqueue<Data extends object>(
    db: TransactionDb,
    job: JobDefinition<Data>,
    data: Data,
  ): Promise<void>
  /** Runs a handler for each job of the definition that arrives. */
  work<Data extends object>(
    job: JobDefinition<Data>,
    handler: (data: Data) => Promise<void>,
  ): Promise<void>
  /** Jobs that failed every attempt, the latest first. */
  listFailed(take: number): Promise<FailedJob[]>
  /** Has one of them, or all, tried again at once, in the given transaction. Says how many. */
  retryFailed(db: TransactionDb, id: string | null): Promise<number>
  stop(): Promise<void>
}

export interface FailedJob {
  id: string
  name: string
  at: Date
  attempts: number
  /** The name of the last error: its message may hold what was worked on. */
  error: string
}

/** What is done is forgotten after an hour, so that the list of what failed has little to look through. */
const KEEP_DONE_SECONDS = 60 * 60
const KEEP_FAILED_SECONDS = 30 * 24 * 60 * 60

/** How many jobs of a kind a worker takes up at once, to do them one after another. */
const BATCH = 20

/** The job queue in the same database. `worker` processes keep it tidy and run the clock. */
export async function openJobQueue(
  database: Database,
  definitions: ReadonlyArray<JobDefinition<unknown>>,
  options: { worker: boolean; log: Logger },
): Promise<JobQueue> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values) as never },
    supervise: options.worker,
    schedule: options.worker,
    migrate: true,
    archiveCompletedAfterSeconds: KEEP_DONE_SECONDS,
    archiveFailedAfterSeconds: KEEP_FAILED_SECONDS,
  })
  boss.on('error', (error) => options.log.error({ err: error }, 'job queue'))
  await boss.start()
  for (const definition of definitions) {
    await createQueue(boss, definition)
    if (definition.schedule && options.worker) {
      await boss.schedule(definition.name, definition.schedule, {}, { tz: 'Asia/Shanghai' })
    }
  }
  return {
    enqueue: async (db, job, data) => {
      await boss.insert([{ name: job.name, data }], {
        db: {
          executeSql: async (text: string, values: unknown[]) => ({
            rows: await db.$queryRawUnsafe<unknown[]>(text, ...values),
          }),
        },
      } as never)
    },
    work: async (job, handler) => {
      for (let worker = 0; worker < (job.workers ?? 1); worker += 1) {
        await boss.work<never>(
          job.name,
          { pollingIntervalSeconds: job.pollSeconds ?? 2, batchSize: BATCH },
          async (jobs) => {
            for (const { id, data } of jobs) {
              try {
                await handler(data)
              } catch (error) {
                // Only this one: what was fetched with it has not failed.
                await boss.fail(job.name, id, {
                  name: error instanceof Error ? error.name : 'Error',
                })
                options.log.error({ err: error, job: job.name }, 'a job failed')
              }
            }
          },
        )
      }
    },
    listFailed: async (take) => {
      const { rows } = await database.query<FailedJob>(LIST_FAILED, [take])
      return rows
    },
    retryFailed: (db, id) => db.$executeRawUnsafe(RETRY_FAILED, id),
    stop: () => boss.stop({ graceful: true, timeout: 5_000, wait: true }),
  }
}

const LIST_FAILED = `
  SELECT "id"::text, "name", coalesce("completed_on", "created_on") AS "at", "retry_count" + 1 AS "attempts",
         coalesce("output"->>'name', 'Timeout') AS "error"
    FROM "pgboss"."job" WHERE "state" = 'failed' AND "name" NOT LIKE '\\_\\_pgboss%'
   ORDER BY "at" DESC, "id" LIMIT $1`

const RETRY_FAILED = `
  UPDATE "pgboss"."job"
     SET "state" = 'retry', "retry_count" = 0, "start_after" = now(), "completed_on" = NULL
   WHERE "state" = 'failed' AND ($1::text IS NULL OR "id" = $1::uuid)`

const DEADLOCK = '40P01'
const CREATE_ATTEMPTS = 5

/**
 * Makes a job's queue where it is not there. Processes that start together may stand in one another's way over the
 * tables; the server then ends one of them, which tries again.
 */
async function createQueue(boss: PgBoss, definition: JobDefinition<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await boss.createQueue(definition.name, {
        name: definition.name,
        policy: 'standard',
        retryLimit: definition.retryLimit,
        retryDelay: definition.retryDelaySeconds,
        retryBackoff: true,
        expireInSeconds: 300,
      })
    } catch (error) {
      const code = (error as { code?: unknown }).code
      if (code !== DEADLOCK || attempt === CREATE_ATTEMPTS) throw error
    }
  }
}
