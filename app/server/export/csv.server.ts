import { stringify } from 'csv-stringify/sync'

export type CsvValue = string | number | null

/** What a spreadsheet would reckon instead of showing. */
const FORMULA = /^[\s]*[=+\-@\t\r]/u

/**
 * A table as CSV (RFC 4180) for spreadsheets: with a byte order mark, by which Excel knows UTF-8, and with an apostrophe
 * before words that would be taken for a formula. Numbers stay numbers, below 0 too.
 */
export function csvText(head: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(harmless))
  return stringify(lines, { bom: true, record_delimiter: 'windows' })
}

function harmless(value: CsvValue): string | number {
  if (value === null) return ''
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value
}

/** A table to be saved as a file. @param name of the file, without its ending, in ASCII */
export function csvFile(
  name: string,
  head: readonly string[],
  rows: readonly (readonly CsvValue[])[],
): Response {
  return new Response(csvText(head, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
