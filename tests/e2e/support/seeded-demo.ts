import type { TestProject } from 'vitest/node'
import { startSiteOn, type RunningSite, type SeededDemo } from './site'

// The demo is seeded once for each kind of database; every test file starts from a copy.

declare module 'vitest' {
  interface ProvidedContext {
    demoEmbedded: SeededDemo
    demoOnServer: SeededDemo
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const embedded = await seed('embedded')
  const onServer = await seed('server')
  project.provide('demoEmbedded', { dataDir: embedded.dataDir, database: undefined })
  project.provide('demoOnServer', {
    dataDir: onServer.dataDir,
    database: onServer.databaseName,
  })
  return async () => {
    await embedded.stop()
    await onServer.stop()
  }
}

/** A seeded demo whose program has ended, so that its data can be copied. */
async function seed(kind: 'embedded' | 'server'): Promise<RunningSite> {
  const site = await startSiteOn(kind, undefined)
  const ended = new Promise((resolve) => site.process.once('exit', resolve))
  site.process.kill('SIGTERM')
  await ended
  return site
}
