import type { WorkingCalendar } from './working-days'

/** 国务院办公厅关于2025年部分节假日安排的通知 (国办发明电〔2024〕12号), whole. */
const HOLIDAYS_2025 = {
  元旦: ['2025-01-01'],
  春节: [
    '2025-01-28',
    '2025-01-29',
    '2025-01-30',
    '2025-01-31',
    '2025-02-01',
    '2025-02-02',
    '2025-02-03',
    '2025-02-04',
  ],
  清明节: ['2025-04-04', '2025-04-05', '2025-04-06'],
  劳动节: ['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'],
  端午节: ['2025-05-31', '2025-06-01', '2025-06-02'],
  国庆节和中秋节: [
    '2025-10-01',
    '2025-10-02',
    '2025-10-03',
    '2025-10-04',
    '2025-10-05',
    '2025-10-06',
    '2025-10-07',
    '2025-10-08',
  ],
}

const MAKE_UP_DAYS_2025 = ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']

/** The working-day calendar of 2025 as it was announced, for tests. */
export const calendarOf2025: WorkingCalendar = {
  publishedThrough: '2025-12-31',
  days: new Map([
    ...Object.values(HOLIDAYS_2025)
      .flat()
      .map((date): [string, boolean] => [date, false]),
    ...MAKE_UP_DAYS_2025.map((date): [string, boolean] => [date, true]),
  ]),
}
