import type { SanctionStep } from '~/domain/moderation/sanction'
import type { Moment } from './types'

/** A step of the ladder for one of the demo's people. It rests on what was refused of theirs. */
export interface SanctionSeed {
  /** Person key. */
  person: string
  step: SanctionStep
  days: number
  proposed: Moment & { by: string; note: string }
  /** It waits where nothing is said of that. */
  imposed?: Moment & { by: string; reason: string }
  appeal?: Moment & { text: string }
}

/** One that waits, one that holds, and one that is appealed against. */
export const sanctions: readonly SanctionSeed[] = [
  {
    person: 'beipu',
    step: 'warning',
    days: 30,
    proposed: {
      daysAgo: 1,
      time: '16:20',
      by: 'p-moderator',
      note: '发言号召到邻居家门口堵人，不予公开后又来电说还要再发。建议先警示，请社区一并做工作。',
    },
  },
  {
    person: 'dashu',
    step: 'limited',
    days: 7,
    proposed: {
      daysAgo: 2,
      time: '09:40',
      by: 'p-moderator',
      note: '辱骂物业人员，此前已经提醒过。夜间保安的意见已公开，与这次处置无关。',
    },
    imposed: {
      daysAgo: 2,
      time: '10:15',
      by: 's-senior',
      reason:
        '您在“物业费”议题下的一条发言辱骂物业人员，提醒后再次发生，违反了不得人身攻击的规定。对物业服务的批评不受影响，期满后欢迎您继续提意见。',
    },
  },
  {
    person: 'anzhuang',
    step: 'warning',
    days: 30,
    proposed: {
      daysAgo: 3,
      time: '09:05',
      by: 'p-moderator',
      note: '在加装电梯议题下发商业广告并留微信。',
    },
    imposed: {
      daysAgo: 3,
      time: '09:30',
      by: 's-senior',
      reason: '您在加装电梯议题下发布商业推广内容，违反了不得发布广告的规定。',
    },
    appeal: {
      daysAgo: 1,
      time: '20:10',
      text: '我确实做电梯安装，但也是本小区住户，想说的是价格可以谈下来。以后不再留联系方式，希望取消警示。',
    },
  },
]
