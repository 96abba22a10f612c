import { readEnvironment, type Environment } from '~/server/env.server'

/** The settings of a container in a test. */
export function testEnvironment(overrides: Partial<Environment> = {}): Environment {
  const env = readEnvironment({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ROLE: 'web',
    SECRET: 'a-secret-for-tests-that-guards-nothing',
    DATA_DIR: '.cache/test-data',
  })
  return { ...env, ...overrides }
}
