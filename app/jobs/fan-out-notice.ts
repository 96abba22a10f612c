import { defineJob } from './definition'

/** Delivers a notice to everybody who follows what it is about. */
export const fanOutNoticeJob = defineJob<{ noticeId: string }>({
  name: 'fan-out-notice',
  retryLimit: 8,
  retryDelaySeconds: 5,
  pollSeconds: 0.5,
})
