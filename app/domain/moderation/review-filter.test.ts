import { describe, expect, it } from 'vitest'
import { readPlace, writePlace } from './queue-place'
import { isFiltered, NO_FILTER, reviewFilter, sentBefore } from './review-filter'

const ID = '01ke1jdpr0fkqvj9ntd3rwqfe0'
const of = (query: string) => {
  const params = new URLSearchParams(query)
  return reviewFilter((field) => params.get(field))
}

describe('the filter of an address', () => {
  it('holds what its fields can be', () => {
    const filter = of('age=overdue&voice=expert&rule=phone.number')
    expect(filter).toEqual({ ...NO_FILTER, age: 'overdue', voice: 'expert', rule: 'phone.number' })
    expect(isFiltered(filter)).toBe(true)
  })

  it('leaves out what they cannot', () => {
    const filter = of("topic=x'--&studio=&age=week&voice=admin&rule=%22;drop")
    expect(filter).toEqual(NO_FILTER)
    expect(isFiltered(filter)).toBe(false)
  })

  it('asks for what was sent so long ago', () => {
    const now = new Date('2026-11-23T02:00:00Z')
    expect(sentBefore('fourHours', now)).toEqual(new Date('2026-11-22T22:00:00Z'))
    expect(sentBefore('overdue', now)).toBeNull()
  })
})

describe('a place of the queue', () => {
  it('comes back from an address as it went into it', () => {
    const place = { dueAt: new Date('2026-11-23T02:00:00.123Z'), risk: -2, id: ID }
    expect(readPlace(writePlace(place))).toEqual(place)
  })

  it('is none where it was changed', () => {
    for (const bad of ['', 'x', `1.2`, `1.2.${ID}x`, `1.2.${ID.toUpperCase()}`, `1e3.2.${ID}`]) {
      expect(readPlace(bad)).toBeNull()
    }
  })
})
