import { describe, expect, test } from 'vitest'
import type { Role } from '~/domain/person/role'
import { STAGES, VERDICTS, type Stage } from './stage'
import {
  checkTransition,
  nextStage,
  stagePosition,
  targetsOf,
  type MoverFacts,
  type TopicFacts,
} from './transition'

const now = new Date('2025-07-14T02:00:00Z')
const convener: MoverFacts = { grants: [{ role: 'convener', studioId: 'studio-1' }] }
const admin: MoverFacts = { grants: [{ role: 'admin', studioId: null }] }

function topicAt(stage: Stage, facts: Partial<TopicFacts> = {}): TopicFacts {
  return {
    stage,
    studioId: 'studio-1',
    openedAt: new Date('2025-07-01T00:00:00Z'),
    background: '小区门口每天早高峰拥堵。',
    publishedVerdict: null,
    departments: { asked: 0, unanswered: 0 },
    ...facts,
  }
}

function missing(topic: TopicFacts, target: Stage, mover: MoverFacts = convener) {
  const check = checkTransition(topic, target, mover, now)
  return check.ok ? [] : check.missing.map(({ code }) => code)
}

describe('who moves a topic', () => {
  test('the convener of its studio and an administrator may', () => {
    expect(checkTransition(topicAt('collecting'), 'deliberating', convener, now)).toEqual({
      ok: true,
    })
    expect(checkTransition(topicAt('collecting'), 'deliberating', admin, now)).toEqual({ ok: true })
  })

  test('the convener of another studio may not', () => {
    const other: MoverFacts = { grants: [{ role: 'convener', studioId: 'studio-2' }] }
    expect(missing(topicAt('collecting'), 'deliberating', other)).toEqual(['notConvener'])
  })

  test.each<Role>(['resident', 'member', 'expert', 'official', 'moderator', 'liaison', 'auditor'])(
    'nobody may as %s, not even with a grant for the studio',
    (role) => {
      const mover: MoverFacts = { grants: [{ role, studioId: 'studio-1' }] }
      expect(missing(topicAt('deliberating'), 'concluding', mover)).toEqual(['notConvener'])
    },
  )

  test('nobody may without a grant', () => {
    expect(missing(topicAt('deliberating'), 'concluding', { grants: [] })).toEqual(['notConvener'])
  })
})

describe('from collecting to deliberating', () => {
  test('a topic must have opened, to the very moment', () => {
    const opens = (openedAt: Date) => missing(topicAt('collecting', { openedAt }), 'deliberating')
    expect(opens(now)).toEqual([])
    expect(opens(new Date(now.getTime() + 1))).toEqual(['notOpened'])
  })

  test('a topic must have a background that is not blank', () => {
    expect(missing(topicAt('collecting', { background: ' \n ' }), 'deliberating')).toEqual([
      'noBackground',
    ])
  })

  test('everything that is missing is said at once', () => {
    const topic = topicAt('collecting', { background: '', openedAt: new Date('2025-08-01') })
    expect(missing(topic, 'deliberating', { grants: [] })).toEqual([
      'notConvener',
      'notOpened',
      'noBackground',
    ])
  })
})

test('from deliberating to concluding the convener moves it when the time has come', () => {
  expect(missing(topicAt('deliberating'), 'concluding')).toEqual([])
})

describe('from concluding', () => {
  test('nothing leads on without a published summary', () => {
    expect(missing(topicAt('concluding'), 'handling')).toEqual(['noPublishedSummary'])
    expect(missing(topicAt('concluding'), 'closed')).toEqual(['noPublishedSummary'])
  })

  test.each(VERDICTS)('a published summary leads to handling, with the verdict %s', (verdict) => {
    expect(missing(topicAt('concluding', { publishedVerdict: verdict }), 'handling')).toEqual([])
  })

  test.each(VERDICTS)('it closes where nothing was handed on, with the verdict %s', (verdict) => {
    expect(missing(topicAt('concluding', { publishedVerdict: verdict }), 'closed')).toEqual([])
  })

  test('what was handed on is handled and rated before it closes', () => {
    const topic = topicAt('concluding', {
      publishedVerdict: 'partialConsensus',
      departments: { asked: 2, unanswered: 0 },
    })
    expect(missing(topic, 'closed')).toEqual(['handedOn'])
  })

  test('no consensus closes once whoever was asked has answered', () => {
    const asked = (unanswered: number) =>
      missing(
        topicAt('concluding', {
          publishedVerdict: 'noConsensus',
          departments: { asked: 2, unanswered },
        }),
        'closed',
      )
    expect(asked(1)).toEqual(['unansweredDepartments'])
    expect(asked(0)).toEqual([])
  })
})

describe('from handling', () => {
  const handled = (asked: number, unanswered: number) =>
    topicAt('handling', {
      publishedVerdict: 'consensus',
      departments: { asked, unanswered },
    })

  test('evaluation waits for each department that was asked, and says how many are missing', () => {
    expect(checkTransition(handled(3, 2), 'evaluating', convener, now)).toEqual({
      ok: false,
      missing: [{ code: 'unansweredDepartments', params: { n: 2 } }],
    })
    expect(missing(handled(3, 0), 'evaluating')).toEqual([])
  })

  test('there is nothing to evaluate where nobody was asked: it may close instead', () => {
    expect(missing(handled(0, 0), 'evaluating')).toEqual(['nobodyAsked'])
    expect(missing(handled(0, 0), 'closed')).toEqual([])
  })

  test('it does not close past evaluation where somebody was asked', () => {
    expect(missing(handled(1, 0), 'closed')).toEqual(['handedOn'])
  })
})

test('from evaluating a topic closes, but not while an answer is owed', () => {
  expect(missing(topicAt('evaluating'), 'closed')).toEqual([])
  expect(
    missing(topicAt('evaluating', { departments: { asked: 1, unanswered: 1 } }), 'closed'),
  ).toEqual(['unansweredDepartments'])
})

describe('a second round', () => {
  const closed = topicAt('closed', { publishedVerdict: 'noConsensus' })

  test('is opened by the convener with a reason, where there was no consensus', () => {
    expect(missing(closed, 'deliberating', { ...convener, reason: '新的方案已公布' })).toEqual([])
  })

  test('needs a reason that is not blank', () => {
    expect(missing(closed, 'deliberating', convener)).toEqual(['noReason'])
    expect(missing(closed, 'deliberating', { ...convener, reason: '  ' })).toEqual(['noReason'])
  })

  test('is not for an administrator to open', () => {
    expect(missing(closed, 'deliberating', { ...admin, reason: '再谈一次' })).toEqual([
      'onlyConvener',
    ])
  })

  test.each(['consensus', 'partialConsensus', null] as const)(
    'is not opened after the verdict %s',
    (publishedVerdict) => {
      const topic = topicAt('closed', { publishedVerdict })
      expect(missing(topic, 'deliberating', { ...convener, reason: '再谈一次' })).toEqual([
        'consensusReached',
      ])
    },
  )
})

describe('the stages', () => {
  test('are reached by these moves and no others', () => {
    expect(Object.fromEntries(STAGES.map((stage) => [stage, targetsOf(stage)]))).toEqual({
      collecting: ['deliberating'],
      deliberating: ['concluding'],
      concluding: ['handling', 'closed'],
      handling: ['evaluating', 'closed'],
      evaluating: ['closed'],
      closed: ['deliberating'],
    })
    for (const from of STAGES) {
      for (const to of STAGES.filter((stage) => !targetsOf(from).includes(stage))) {
        expect(missing(topicAt(from), to, admin)).toEqual(['notReachable'])
      }
    }
  })

  test('follow one another to the last', () => {
    expect(STAGES.map(nextStage)).toEqual([...STAGES.slice(1), null])
  })

  test('are counted from 1 to 6', () => {
    expect(stagePosition('collecting')).toEqual({ step: 1, of: 6 })
    expect(stagePosition('concluding')).toEqual({ step: 3, of: 6 })
    expect(stagePosition('closed')).toEqual({ step: 6, of: 6 })
  })
})
