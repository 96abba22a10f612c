import type { Row } from '../row'
import { benchNotifications } from './notifications'

/** What answering and telling must be able to do: a function for each row or group of rows. */
export const RESPONSE_BENCHES: Record<string, () => Promise<Row[]>> = {
  notifications: benchNotifications,
}
