import { describe, expect, test } from 'vitest'
import { changedFieldNames, fieldChanges } from './changes'

describe('fieldChanges', () => {
  test('names what differs, before and after', () => {
    const before = { name: '住建局', telephone: null, active: true, until: new Date(5) }
    const after = { name: '住建委', telephone: '0000-1', active: true, until: new Date(5) }
    expect(fieldChanges(before, after)).toEqual({
      before: { name: '住建局', telephone: null },
      after: { name: '住建委', telephone: '0000-1' },
    })
  })

  test('takes nothing and null for the same', () => {
    expect(fieldChanges({}, { telephone: null })).toEqual({ before: {}, after: {} })
  })

  test('leaves out what the later state does not name', () => {
    expect(fieldChanges({ id: 'a', name: '甲' }, { name: '乙' }).before).toEqual({ name: '甲' })
  })
})

describe('changedFieldNames', () => {
  test('reads them from what was recorded', () => {
    expect(changedFieldNames({ before: { name: '甲' }, after: { name: '乙' } })).toEqual(['name'])
  })

  test.each([null, 'text', {}, { after: null }, { before: { a: 1 } }])(
    'finds none in %j',
    (detail) => {
      expect(changedFieldNames(detail)).toEqual([])
    },
  )
})
