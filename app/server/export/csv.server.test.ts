import { describe, expect, it } from 'vitest'
import { csvFile, csvText } from './csv.server'

describe('a table as CSV', () => {
  it('begins with a byte order mark and ends its lines as spreadsheets expect', () => {
    expect(csvText(['名称', '数'], [['通过', 3]])).toBe('\ufeff名称,数\r\n通过,3\r\n')
  })

  it('quotes what would break a line or a field', () => {
    expect(csvText(['名称', '数'], [['甲,"乙"\n丙', null]])).toBe(
      '\ufeff名称,数\r\n"甲,""乙""\n丙",\r\n',
    )
  })

  it.each(['=1+1', '+86', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1'])(
    'keeps %j from being reckoned',
    (words) => {
      expect(csvText(['名称'], [[words]])).toContain(`'${words}`)
    },
  )

  it('leaves numbers below 0 numbers', () => {
    expect(csvText(['数'], [[-0.25]])).toBe('\ufeff数\r\n-0.25\r\n')
  })
})

describe('a file of it', () => {
  it('is saved under its name, and not kept by anybody between', () => {
    const { headers } = csvFile('figures-2026-11-23', ['名称'], [])
    expect(headers.get('content-disposition')).toBe('attachment; filename="figures-2026-11-23.csv"')
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('cache-control')).toBe('private, no-store')
  })
})
