import type { Messages } from '../zh-hans'
import { common } from './common'
import { error } from './error'

export const en: Messages = {
  ...common,
  ...error,
}
