import { defineJob } from './definition'

/** Reminds of commitments before their day and escalates what is overdue, at nine every morning in Shanghai. */
export const watchCommitmentsJob = defineJob<Record<string, never>>({
  name: 'watch-commitments',
  retryLimit: 2,
  retryDelaySeconds: 300,
  schedule: '0 9 * * *',
})
