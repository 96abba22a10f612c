import { expect, it } from 'vitest'
import { missingInSummary, movePoint } from './summary'

it('a summary is complete when each point has words that somebody said in public', () => {
  const point = { text: '先算清账。', citations: 2, standing: 1 }
  expect(missingInSummary({ introduction: '引言', points: [point] })).toEqual([])
  expect(missingInSummary({ introduction: ' ', points: [] })).toEqual([
    { code: 'noIntroduction', n: 0 },
    { code: 'noPoints', n: 0 },
  ])
  expect(
    missingInSummary({
      introduction: '引言',
      points: [
        { ...point, standing: 0 },
        { text: '', citations: 0, standing: 0 },
      ],
    }),
  ).toEqual([
    { code: 'pointCitesOnlyWithdrawn', n: 1 },
    { code: 'pointWithoutText', n: 2 },
    { code: 'pointWithoutCitation', n: 2 },
  ])
})

it('points change places with their neighbours, and stay at the ends', () => {
  expect(movePoint(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c'])
  expect(movePoint(['a', 'b', 'c'], 1, 'down')).toEqual(['a', 'c', 'b'])
  expect(movePoint(['a', 'b'], 0, 'up')).toEqual(['a', 'b'])
  expect(movePoint(['a', 'b'], 1, 'down')).toEqual(['a', 'b'])
  expect(movePoint(['a'], 7, 'up')).toEqual(['a'])
})
