import type { Messages } from '../zh-hans'
import { common } from './common'

export const en: Messages = {
  ...common,
}
