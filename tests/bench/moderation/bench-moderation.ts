import type { Row } from '../row'
import { nearDuplicates } from './near-duplicates'
import { benchScreening } from './screening'

/** What moderation must be able to do: a function for each row or group of rows. */
export async function benchModeration(): Promise<Row[]> {
  return [...benchScreening(), ...(await nearDuplicates())]
}
