import { defineJob } from './definition'

/** Removes what has run out: sessions, codes, rate windows, forgotten failures, bytes of files that nothing names. */
export const sweep = defineJob<Record<string, never>>({
  name: 'sweep',
  retryLimit: 1,
  retryDelaySeconds: 60,
  schedule: '17 * * * *',
})
