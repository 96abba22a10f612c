/** A job's name and the type of its data; its handler stands beside it in `<name>.handler.server.ts`. */
export interface JobDefinition<Data> {
  name: string
  /** Tries after the first, with growing delay. */
  retryLimit: number
  retryDelaySeconds: number
  /** How often a worker looks for it, in seconds; 2 unless given. */
  pollSeconds?: number
  /** How many are done beside one another in a process; one unless said. */
  workers?: number
  /** Cron in Asia/Shanghai, for jobs that run by the clock. */
  schedule?: string
  /** Only there to carry the type. */
  readonly data?: Data
}

export function defineJob<Data>(
  definition: Omit<JobDefinition<Data>, 'data'>,
): JobDefinition<Data> {
  return definition
}
