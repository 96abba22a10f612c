import type { Row } from '../row'
import { benchDesk } from './desk-page'
import { benchNotifications } from './notifications'
import { benchRates } from './rates'

/** What answering and telling must be able to do: a function for each row or group of rows. */
export const RESPONSE_BENCHES: Record<string, () => Promise<Row[]>> = {
  notifications: benchNotifications,
  desk: benchDesk,
  rates: benchRates,
}
