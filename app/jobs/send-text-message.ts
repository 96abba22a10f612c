import { defineJob } from './definition'

/** Sends one text message that a transaction has written. */
export const sendTextMessage = defineJob<{ textMessageId: string }>({
  name: 'send-text-message',
  retryLimit: 8,
  retryDelaySeconds: 5,
})
