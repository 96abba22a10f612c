import { describe, expect, it } from 'vitest'
import { readTimelineFact, TIMELINE_KINDS, type TimelineFact } from './timeline'

const FACTS: TimelineFact[] = [
  { kind: 'opened', data: { studio: '工作室' } },
  { kind: 'stageMoved', data: { from: 'closed', to: 'deliberating', reason: '新方案' } },
  {
    kind: 'assigned',
    data: {
      assignmentId: 'a',
      departments: [{ name: '区住建委', part: 'lead' }],
      dueOn: '2025-07-14',
      provisional: true,
      commentId: 'c',
      group: true,
      again: true,
    },
  },
  { kind: 'acknowledged', data: { department: '区住建委', assignmentId: 'a' } },
  { kind: 'returnRequested', data: { department: '区住建委', reason: '非本单位职责' } },
  { kind: 'returnDecided', data: { department: '区住建委', granted: true, reason: '改派' } },
  {
    kind: 'reassigned',
    data: { from: '区住建委', to: '街道', part: 'lead', dueOn: '2025-07-14', provisional: true },
  },
  {
    kind: 'extensionRequested',
    data: { department: '区住建委', dueOn: '2025-07-14', reason: '探管线' },
  },
  { kind: 'extensionRefused', data: { department: '区住建委', reason: '期限足够' } },
  {
    kind: 'extended',
    data: { department: '区住建委', dueOn: '2025-07-14', reason: '探管线', provisional: true },
  },
  { kind: 'dueSettled', data: { department: '区住建委', dueOn: '2025-07-14', provisional: true } },
  { kind: 'reminded', data: { department: '区住建委', count: 2, automatic: true } },
  { kind: 'handedOver', data: { department: '区住建委', from: '甲', to: '乙' } },
  { kind: 'merged', data: { topicId: 't', title: '路灯', reason: '同一件事' } },
  { kind: 'tookIn', data: { topicId: 't', title: '路灯' } },
  { kind: 'forwarded', data: { department: '区水务局', reason: '属其职责' } },
  { kind: 'supervised', data: { text: '列为重点督办', departments: ['区住建委'] } },
  {
    kind: 'responsePublished',
    data: { responseId: 'r', department: '区住建委', joint: ['街道'], result: 'resolved' },
  },
  { kind: 'responseCorrected', data: { responseId: 'r', department: '区住建委', change: '改期' } },
  { kind: 'reopeningDeclined', data: { reason: '已按现行标准办结' } },
  { kind: 'commitmentProgress', data: { commitmentId: 'c1', department: '住建局' } },
  { kind: 'commitmentKept', data: { commitmentId: 'c1', department: '住建局', late: true } },
  {
    kind: 'commitmentMoveAsked',
    data: { commitmentId: 'c1', department: '住建局', to: '2026-12-31', reason: '天冷' },
  },
  {
    kind: 'commitmentMoveRefused',
    data: { commitmentId: 'c1', department: '住建局', reason: '可以提前' },
  },
  {
    kind: 'commitmentMoved',
    data: {
      commitmentId: 'c1',
      department: '住建局',
      from: '2026-11-30',
      to: '2026-12-31',
      reason: '天冷',
    },
  },
  { kind: 'commitmentWithdrawn', data: { commitmentId: 'c1', department: '住建局' } },
  {
    kind: 'commitmentReminded',
    data: { commitmentId: 'c1', department: '住建局', dueOn: '2026-11-30' },
  },
  {
    kind: 'commitmentEscalated',
    data: { commitmentId: 'c1', department: '住建局', dueOn: '2026-11-30', to: 'assigner' },
  },
  { kind: 'summaryPublished', data: { summaryId: 's', number: 2, verdict: 'consensus' } },
  { kind: 'noConsensus', data: { summaryId: 's', number: 1 } },
  { kind: 'note', data: { text: '召开协商会。' } },
]

describe('a fact of the timeline', () => {
  it.each(FACTS.map((fact) => [fact.kind, fact] as const))(
    '%s is read as written',
    (kind, fact) => {
      const stored: unknown = JSON.parse(JSON.stringify(fact.data))
      expect(readTimelineFact(kind, stored)).toEqual(fact)
    },
  )

  it('is there for every kind', () => {
    expect(new Set(FACTS.map(({ kind }) => kind))).toEqual(new Set(TIMELINE_KINDS))
  })

  it('that nobody understands any more is a note with its words, or nothing', () => {
    for (const kind of TIMELINE_KINDS) {
      for (const stored of [null, 7, 'x', [], { from: 'somewhere' }, { departments: [{}] }]) {
        const read = readTimelineFact(kind, stored)
        if (read) expect(['opened', 'supervised', 'noConsensus']).toContain(read.kind)
      }
    }
    expect(readTimelineFact('stageMoved', { from: 1, text: '转入下一阶段' })).toEqual({
      kind: 'note',
      data: { text: '转入下一阶段' },
    })
  })
})
