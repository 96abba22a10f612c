import { common } from './common'
import { error } from './error'
import { ui } from './ui'
import { layout } from './layout'
import { theme } from './theme'
import { stage } from './stage'
import { role } from './role'
import { voice } from './voice'
import { stance } from './stance'
import { kind } from './kind'
import { password } from './password'
import { displayName } from './display-name'
import { transition } from './transition'
import { topicMode } from './topic-mode'
import { verdict } from './verdict'
import { timeline } from './timeline'
import { response } from './response'
import { moderation } from './moderation'
import { receipt } from './receipt'
import { me } from './me'

/** The source catalogue: Simplified Chinese. 繁體 is generated from it, English translates it. */
export const zhHans = {
  ...common,
  ...error,
  ...ui,
  ...layout,
  ...theme,
  ...stage,
  ...role,
  ...voice,
  ...stance,
  ...kind,
  ...topicMode,
  ...password,
  ...displayName,
  ...transition,
  ...verdict,
  ...timeline,
  ...response,
  ...moderation,
  ...receipt,
  ...me,
} as const

export type MessageKey = keyof typeof zhHans
export type Messages = Record<MessageKey, string>
