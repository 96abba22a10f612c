import { contestedDecisions, sustainedDecisions } from './decisions'
import { nearDuplicates } from './near-duplicates'
import { queuePage } from './queue-page'
import { benchScreening } from './screening'
import { screeningWithFacts } from './screening-with-facts'

/** What moderation must be able to do: a function for each row or group of rows. */
export const MODERATION_BENCHES = {
  screening: benchScreening,
  facts: screeningWithFacts,
  'near-duplicates': nearDuplicates,
  'queue-page': queuePage,
  sustained: sustainedDecisions,
  contested: contestedDecisions,
}
