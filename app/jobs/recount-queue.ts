import { defineJob } from './definition'

/** Counts the queue anew, and records by how much the kept counts were wrong. */
export const recountQueueJob = defineJob<Record<string, never>>({
  name: 'recount-queue',
  retryLimit: 1,
  retryDelaySeconds: 60,
  schedule: '7 * * * *',
})
