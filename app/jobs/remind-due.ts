import { defineJob } from './definition'

/** Reminds departments of what is due soon and of what they should have acknowledged, at nine in the morning of every day in Shanghai. */
export const remindDueJob = defineJob<Record<string, never>>({
  name: 'remind-due',
  retryLimit: 2,
  retryDelaySeconds: 300,
  schedule: '0 9 * * *',
})
