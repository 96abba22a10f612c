import { expect, it } from 'vitest'
import { assignmentProblem, coveredBy, partsAgain, type AskedDepartment } from './assignment'

const asked = (...parts: Array<[string, AskedDepartment['part']]>): AskedDepartment[] =>
  parts.map(([departmentId, part]) => ({ departmentId, part }))

it.each([
  [asked(['a', 'lead']), null],
  [asked(['a', 'lead'], ['b', 'joint'], ['c', 'joint']), null],
  [asked(['a', 'parallel'], ['b', 'parallel']), null],
  [asked(), 'nobody'],
  [asked(['a', 'joint'], ['b', 'joint']), 'noLead'],
  [asked(['a', 'lead'], ['b', 'lead']), 'severalLeads'],
  [asked(['a', 'parallel']), 'singleParallel'],
  [asked(['a', 'parallel'], ['b', 'joint']), 'mixed'],
  [asked(['a', 'lead'], ['a', 'joint']), 'twice'],
])('%j makes up an assignment or says why not: %s', (departments, problem) => {
  expect(assignmentProblem(departments)).toBe(problem)
})

it('the lead answers for those who join, everybody else for themselves', () => {
  const together = asked(['a', 'lead'], ['b', 'joint'], ['c', 'joint'])
  expect(coveredBy('a', together)).toEqual(['a', 'b', 'c'])
  expect(coveredBy('b', together)).toEqual([])
  expect(coveredBy('x', together)).toEqual([])
  expect(coveredBy('a', asked(['a', 'parallel'], ['b', 'parallel']))).toEqual(['a'])
})

it('asks those who answered again as before, and one that is left alone by itself', () => {
  const joint = asked(['a', 'lead'], ['b', 'joint'])
  expect(partsAgain(joint)).toEqual(joint)
  expect(partsAgain(asked(['a', 'parallel']))).toEqual(asked(['a', 'lead']))
})
