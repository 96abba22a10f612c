import { defineJob } from './definition'

/**
 * Asks the service outside about a text that was taken in. `publish`: nothing else keeps the text from being
 * published once the service lets it pass.
 */
export const screenOutside = defineJob<{ revisionId: string; publish: boolean }>({
  name: 'screen-outside',
  retryLimit: 6,
  retryDelaySeconds: 5,
  // A service that answers slowly must not hold up all who wait.
  workers: 4,
})
