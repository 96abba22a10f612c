import { common } from './common'
import { error } from './error'
import { ui } from './ui'
import { layout } from './layout'
import { theme } from './theme'
import { stage } from './stage'
import { statistics } from './statistics'
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
import { rating } from './rating'
import { commitment } from './commitment'
import { summary } from './summary'
import { studioDesk } from './studio-desk'
import { act } from './act'
import { assignment } from './assignment'
import { merge } from './merge'
import { calendar } from './calendar'
import { feed } from './feed'
import { delegation } from './delegation'
import { desk } from './desk'
import { answer } from './answer'
import { moderation } from './moderation'
import { receipt } from './receipt'
import { verify } from './verify'
import { screening } from './screening'
import { me } from './me'
import { notice } from './notice'
import { mail } from './mail'
import { upkeep } from './upkeep'
import { account } from './account'
import { sms } from './sms'
import { persona } from './persona'
import { device } from './device'
import { privacy } from './privacy'
import { accessibility } from './accessibility'
import { appeal } from './appeal'
import { sanction } from './sanction'
import { report } from './report'
import { secondLook } from './second-look'
import { figures } from './figures'
import { admin } from './admin'
import { audit } from './audit'
import { home } from './home'
import { topics } from './topics'
import { topic } from './topic'
import { thread } from './thread'
import { comment } from './comment'
import { attachment } from './attachment'
import { search } from './search'
import { studioPage } from './studio-page'
import { meta } from './meta'
import { request } from './request'

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
  ...rating,
  ...commitment,
  ...summary,
  ...studioDesk,
  ...act,
  ...assignment,
  ...merge,
  ...calendar,
  ...feed,
  ...delegation,
  ...desk,
  ...answer,
  ...moderation,
  ...receipt,
  ...verify,
  ...screening,
  ...me,
  ...notice,
  ...mail,
  ...upkeep,
  ...account,
  ...sms,
  ...persona,
  ...device,
  ...privacy,
  ...accessibility,
  ...appeal,
  ...sanction,
  ...report,
  ...secondLook,
  ...figures,
  ...statistics,
  ...admin,
  ...audit,
  ...home,
  ...topics,
  ...topic,
  ...thread,
  ...comment,
  ...attachment,
  ...search,
  ...studioPage,
  ...meta,
  ...request,
} as const

export type MessageKey = keyof typeof zhHans
export type Messages = Record<MessageKey, string>
