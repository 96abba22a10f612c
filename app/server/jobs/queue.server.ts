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
  stop(): Promise<void>
}

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
  })
  boss.on('error', (error) => options.log.error({ err: error }, 'job queue'))
  await boss.start()
  for (const definition of definitions) {
    await boss.createQueue(definition.name, {
      name: definition.name,
      policy: 'standard',
      retryLimit: definition.retryLimit,
      retryDelay: definition.retryDelaySeconds,
      retryBackoff: true,
      expireInSeconds: 300,
    })
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
    stop: () => boss.stop({ graceful: true, timeout: 5_000, wait: true }),
  }
}
