import { describe, expect, test } from 'vitest'
import { AppError, ERROR_CODES, ERROR_STATUS } from './errors'

describe('AppError', () => {
  test('carries its code, status and public parameters', () => {
    const error = new AppError('conflict', { who: '王敏' })
    expect(error).toBeInstanceOf(Error)
    expect(error.code).toBe('conflict')
    expect(error.status).toBe(409)
    expect(error.params).toEqual({ who: '王敏' })
    expect(error.message).toBe('conflict')
  })

  test('keeps what only the log may know out of the public parameters', () => {
    const cause = new Error('connection refused')
    const error = new AppError('databaseAway', {}, { detail: 'pool exhausted', cause })
    expect(error.message).toBe('databaseAway: pool exhausted')
    expect(error.cause).toBe(cause)
    expect(error.params).toEqual({})
  })

  test('has no cause of its own where none was given', () => {
    expect('cause' in new AppError('notFound')).toBe(false)
  })
})

describe('error codes', () => {
  test.each(ERROR_CODES)('%s answers with a status of 400 or more', (code) => {
    expect(ERROR_STATUS[code]).toBeGreaterThanOrEqual(400)
    expect(ERROR_STATUS[code]).toBeLessThan(600)
  })

  test('each stand once in the list', () => {
    expect(new Set(ERROR_CODES).size).toBe(ERROR_CODES.length)
    expect(Object.keys(ERROR_STATUS).sort()).toEqual([...ERROR_CODES].sort())
  })
})
