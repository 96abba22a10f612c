import { expect, test } from 'vitest'
import { zhHans } from './zh-hans'

const messages = Object.entries<string>(zhHans)

test('the interface addresses people as 您, never as 你', () => {
  expect(messages.filter(([, text]) => text.includes('你'))).toEqual([])
})

test('no message says only that an operation failed', () => {
  expect(messages.filter(([, text]) => /操作失败|系统错误|未知错误/.test(text))).toEqual([])
})
