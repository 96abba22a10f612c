import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '~/domain/shared/id'
import { formatSortKey, readVoicesPlace, VOICES_SORTS } from './voices-place'

const ID = newId(1_750_000_000_000, new Uint8Array(10))
const read = (query: string) => {
  const search = new URLSearchParams(query)
  return readVoicesPlace((name) => search.get(name))
}

describe('the place in a topic’s voices', () => {
  it('is the first page of the newest without a query', () => {
    expect(read('')).toEqual({ sort: 'new', filter: null, start: { side: 'first' } })
  })

  it('takes one filter, passes over words it does not know', () => {
    expect(read('stance=oppose&voice=member').filter).toEqual({ by: 'stance', value: 'oppose' })
    expect(read('voice=member&kind=help').filter).toEqual({ by: 'voice', value: 'member' })
    expect(read('stance=loud&kind=help').filter).toEqual({ by: 'kind', value: 'help' })
    expect(read('sort=secret&voice=king')).toEqual(read(''))
  })

  it('leaves what was answered unfiltered, and a jump in the plain order', () => {
    expect(read('sort=responded&stance=oppose')).toMatchObject({ sort: 'responded', filter: null })
    expect(read(`sort=hot&stance=oppose&at=${ID}`)).toEqual({
      sort: 'new',
      filter: null,
      start: { side: 'at', id: ID },
    })
  })

  it('reads back every key that it writes', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 99_999, noNaN: true }), (score) => {
        const key = { value: score, id: ID }
        expect(read(`sort=hot&after=${formatSortKey(key)}`).start).toEqual({ side: 'after', key })
      }),
    )
    const time = { value: 1_763_000_000_123, id: ID }
    expect(read(`sort=responded&before=${formatSortKey(time)}`).start).toEqual({
      side: 'before',
      key: time,
    })
    expect(read(`after=${ID}`).start).toEqual({ side: 'after', key: { value: null, id: ID } })
  })

  it('refuses keys that were tampered with', () => {
    const wrong = [
      '',
      'x',
      ID.slice(1),
      `${ID}x`,
      `1e9_${ID}`,
      `NaN_${ID}`,
      `_${ID}`,
      `12_${ID.toUpperCase()}`,
      `9999999999999999_${ID}`,
      `1; DROP TABLE comments_${ID}`,
    ]
    for (const sort of VOICES_SORTS) {
      for (const key of wrong) {
        for (const side of ['after', 'before']) {
          const query = new URLSearchParams({ sort, [side]: key })
          expect(() => read(query.toString()), `${sort} ${side} ${key}`).toThrow('invalidCursor')
        }
      }
    }
    expect(() => read('at=nothing')).toThrow('invalidCursor')
    expect(() => read(`after=12_${ID}`)).toThrow('invalidCursor')
  })
})
