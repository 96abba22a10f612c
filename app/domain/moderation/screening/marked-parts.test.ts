import { expect, it } from 'vitest'
import { markedParts } from './marked-parts'

it('cuts a text where evidence begins and ends, also where two rules overlap', () => {
  const findings = [
    { rule: 'phone', evidence: [{ start: 1, end: 4 }] },
    { rule: 'words', evidence: [{ start: 3, end: 5 }] },
  ]
  expect(markedParts('甲123乙丙', findings)).toEqual([
    { text: '甲', rules: [] },
    { text: '12', rules: ['phone'] },
    { text: '3', rules: ['phone', 'words'] },
    { text: '乙', rules: ['words'] },
    { text: '丙', rules: [] },
  ])
})

it('leaves out evidence that does not lie in the text', () => {
  const findings = [
    {
      rule: 'phone',
      evidence: [
        { start: 1, end: 9 },
        { start: 1, end: 1 },
      ],
    },
  ]
  expect(markedParts('甲乙', findings)).toEqual([{ text: '甲乙', rules: [] }])
})
