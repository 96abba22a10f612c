import { describe, expect, test } from 'vitest'
import { describeDetail } from './describe'

describe('describeDetail', () => {
  test('sets what was beside what is, field by field', () => {
    const detail = { before: { name: '甲', active: true }, after: { name: '乙', active: true } }
    expect(describeDetail(detail)).toEqual({
      changes: [
        { field: 'name', before: '甲', after: '乙' },
        { field: 'active', before: true, after: true },
      ],
      facts: [],
    })
  })

  test('knows what was entered and what was taken away', () => {
    expect(describeDetail({ after: { name: '甲' } }).changes).toEqual([
      { field: 'name', before: undefined, after: '甲' },
    ])
    expect(describeDetail({ before: { title: '委员' }, reason: '期满' })).toEqual({
      changes: [{ field: 'title', before: '委员', after: undefined }],
      facts: [{ field: 'reason', value: '期满' }],
    })
  })

  test('reads the other forms in which changes are recorded', () => {
    expect(describeDetail({ from: 'collecting', to: 'deliberating', reason: null })).toEqual({
      changes: [{ field: 'stage', before: 'collecting', after: 'deliberating' }],
      facts: [],
    })
    expect(describeDetail({ before: null, after: 'hash' }).changes).toEqual([
      { field: 'value', before: null, after: 'hash' },
    ])
    const changed = { title: { before: '一', after: '二' }, mode: { from: 'a', to: 'b' }, tags: [] }
    expect(describeDetail({ version: 3, changed })).toEqual({
      changes: [
        { field: 'title', before: '一', after: '二' },
        { field: 'mode', before: 'a', after: 'b' },
        { field: 'tags', before: undefined, after: [] },
      ],
      facts: [{ field: 'version', value: 3 }],
    })
    expect(describeDetail({ changed: ['displayName'] }).facts).toEqual([
      { field: 'changed', value: ['displayName'] },
    ])
  })

  test('loses nothing of a detail that it does not know', () => {
    expect(describeDetail({})).toEqual({ changes: [], facts: [] })
    expect(describeDetail({ from: '2026-01-01' }).facts).toEqual([
      { field: 'from', value: '2026-01-01' },
    ])
    expect(describeDetail('text').facts).toEqual([{ field: 'value', value: 'text' }])
    expect(describeDetail([1, 2]).facts).toEqual([{ field: 'value', value: [1, 2] }])
    expect(describeDetail(null)).toEqual({ changes: [], facts: [] })
  })
})
