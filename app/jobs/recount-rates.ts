import { defineJob } from './definition'

/** Counts what the rates are made of anew, at night, and records in how many the kept tallies were wrong. */
export const recountRatesJob = defineJob<Record<string, never>>({
  name: 'recount-rates',
  retryLimit: 1,
  retryDelaySeconds: 600,
  schedule: '41 3 * * *',
})
