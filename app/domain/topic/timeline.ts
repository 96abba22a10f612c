import { DECLARED_RESULTS, PARTS, type DeclaredResult, type Part } from '~/domain/response/response'
import { STAGES, VERDICTS, type Stage, type Verdict } from './stage'

/** The kinds of facts on a topic's way. */
export const TIMELINE_KINDS = [
  'opened',
  'stageMoved',
  'assigned',
  'acknowledged',
  'returnRequested',
  'returnDecided',
  'reassigned',
  'extensionRequested',
  'extensionRefused',
  'extended',
  'dueSettled',
  'reminded',
  'handedOver',
  'merged',
  'tookIn',
  'forwarded',
  'supervised',
  'responsePublished',
  'responseCorrected',
  'reopeningDeclined',
  'commitmentProgress',
  'commitmentKept',
  'commitmentMoveAsked',
  'commitmentMoveRefused',
  'commitmentMoved',
  'commitmentWithdrawn',
  'commitmentReminded',
  'commitmentEscalated',
  'summaryPublished',
  'noConsensus',
  'note',
] as const

export type TimelineKind = (typeof TIMELINE_KINDS)[number]

interface CommitmentData {
  commitmentId: string
  department: string
}

interface DataOf {
  opened: { studio?: string }
  /** `reason` is given where a second round begins. */
  stageMoved: { from: Stage; to: Stage; reason?: string }
  /**
   * `dueOn` is the last day, as `2025-07-14`; `commentId` names the comment, where one was assigned; `again`: 重新办理
   * of what was answered.
   */
  assigned: {
    assignmentId?: string
    departments: Array<{ name: string; part: Part }>
    dueOn?: string
    provisional?: boolean
    commentId?: string
    /** With the comment the whole group that it leads. */
    group?: boolean
    again?: boolean
  }
  acknowledged: { department: string; assignmentId?: string }
  /** 申退, and what whoever assigned said to it: for colleagues. */
  returnRequested: { department: string; reason?: string }
  returnDecided: { department: string; granted: boolean; reason?: string }
  /** 改派, also after a return. */
  reassigned: { from: string; to: string; part: Part; dueOn?: string; provisional?: boolean }
  /** 延期 as it was asked for, or refused: for colleagues. */
  extensionRequested: { department: string; dueOn?: string; reason?: string }
  extensionRefused: { department: string; reason?: string }
  extended: { department: string; dueOn?: string; reason?: string; provisional?: boolean }
  /** A provisional due date that moved when the holidays were announced. */
  dueSettled: { department: string; dueOn: string; provisional?: boolean }
  /** 催办, the how-manieth: for colleagues. */
  reminded: { department: string; count: number; automatic?: boolean; toAcknowledge?: boolean }
  /** Another 经办人: for colleagues. */
  handedOver: { department: string; from?: string; to: string }
  /** 并案: into which topic, and there, which one it took in. */
  merged: { topicId: string; title: string; reason?: string }
  tookIn: { topicId: string; title: string }
  forwarded: { department: string; reason?: string }
  supervised: { text?: string; departments?: string[] }
  responsePublished: {
    responseId: string
    department: string
    joint?: string[]
    result?: DeclaredResult
  }
  /** `change` is what the drafter says was changed. */
  responseCorrected: { responseId: string; department: string; change?: string }
  /** 不予重新办理, with the reason that the one who asked was given. */
  reopeningDeclined: { reason: string }
  /** What becomes of a promise (承诺), by its page in the ledger. */
  commitmentProgress: CommitmentData
  commitmentKept: CommitmentData & { late: boolean }
  /** Another day as it was asked for, or refused: for colleagues. */
  commitmentMoveAsked: CommitmentData & { to: string; reason?: string }
  commitmentMoveRefused: CommitmentData & { reason?: string }
  commitmentMoved: CommitmentData & { from: string; to: string; reason?: string }
  commitmentWithdrawn: CommitmentData
  /** Reminded by the clock: for colleagues. */
  commitmentReminded: CommitmentData & { dueOn: string }
  /** Overdue: who was told of it. */
  commitmentEscalated: CommitmentData & { dueOn: string; to: 'head' | 'assigner' }
  summaryPublished: { summaryId: string; number: number; verdict: Verdict }
  noConsensus: { summaryId?: string; number?: number }
  /** A fact in words of its own: a meeting held, a visit, minutes. */
  note: { text: string }
}

/** A fact of a topic's way: its kind, and what its words need. */
export type TimelineFact = {
  [Kind in TimelineKind]: { kind: Kind; data: DataOf[Kind] }
}[TimelineKind]

type Fields = Record<string, unknown>

/**
 * Reads what is stored of a fact. What is missing or has another form than this version writes reads as a
 * note with whatever words there are: a page never fails over an old entry. Null where nothing can be said.
 */
export function readTimelineFact(kind: TimelineKind, stored: unknown): TimelineFact | null {
  const data: Fields = typeof stored === 'object' && stored !== null ? (stored as Fields) : {}
  return readAs(kind, data) ?? note(data)
}

function readAs(kind: TimelineKind, data: Fields): TimelineFact | null {
  const department = text(data['department'])
  switch (kind) {
    case 'opened':
      return { kind, data: { studio: text(data['studio']) } }
    case 'stageMoved': {
      const from = oneOf(STAGES, data['from'])
      const to = oneOf(STAGES, data['to'])
      return from && to ? { kind, data: { from, to, reason: text(data['reason']) } } : null
    }
    case 'assigned': {
      const departments = list(data['departments']).flatMap((each) => {
        const name = text(each['name'])
        const part = oneOf(PARTS, each['part'])
        return name && part ? [{ name, part }] : []
      })
      if (departments.length === 0) return null
      return {
        kind,
        data: {
          assignmentId: text(data['assignmentId']),
          departments,
          dueOn: text(data['dueOn']),
          provisional: data['provisional'] === true,
          commentId: text(data['commentId']),
          group: data['group'] === true,
          again: data['again'] === true,
        },
      }
    }
    case 'acknowledged':
      if (!department) return null
      return { kind, data: { department, assignmentId: text(data['assignmentId']) } }
    case 'returnRequested':
    case 'extensionRefused':
      return department ? { kind, data: { department, reason: text(data['reason']) } } : null
    case 'returnDecided':
      if (!department) return null
      return {
        kind,
        data: { department, granted: data['granted'] === true, reason: text(data['reason']) },
      }
    case 'reassigned': {
      const from = text(data['from'])
      const to = text(data['to'])
      const part = oneOf(PARTS, data['part'])
      if (!from || !to || !part) return null
      const provisional = data['provisional'] === true
      return { kind, data: { from, to, part, dueOn: text(data['dueOn']), provisional } }
    }
    case 'extensionRequested':
      if (!department) return null
      return {
        kind,
        data: { department, dueOn: text(data['dueOn']), reason: text(data['reason']) },
      }
    case 'extended':
      if (!department) return null
      return {
        kind,
        data: {
          department,
          dueOn: text(data['dueOn']),
          reason: text(data['reason']),
          provisional: data['provisional'] === true,
        },
      }
    case 'dueSettled': {
      const dueOn = text(data['dueOn'])
      if (!department || !dueOn) return null
      return { kind, data: { department, dueOn, provisional: data['provisional'] === true } }
    }
    case 'reminded': {
      const count = data['count']
      if (!department || typeof count !== 'number') return null
      const automatic = data['automatic'] === true
      const toAcknowledge = data['toAcknowledge'] === true && { toAcknowledge: true }
      return { kind, data: { department, count, automatic, ...toAcknowledge } }
    }
    case 'handedOver': {
      const to = text(data['to'])
      return department && to ? { kind, data: { department, from: text(data['from']), to } } : null
    }
    case 'merged':
    case 'tookIn': {
      const topicId = text(data['topicId'])
      const title = text(data['title'])
      if (!topicId || !title) return null
      if (kind === 'tookIn') return { kind, data: { topicId, title } }
      return { kind, data: { topicId, title, reason: text(data['reason']) } }
    }
    case 'forwarded':
      return department ? { kind, data: { department, reason: text(data['reason']) } } : null
    case 'supervised':
      return { kind, data: { text: text(data['text']), departments: texts(data['departments']) } }
    case 'responsePublished': {
      const responseId = text(data['responseId'])
      if (!responseId || !department) return null
      const joint = texts(data['joint'])
      const result = oneOf(DECLARED_RESULTS, data['result'])
      return { kind, data: { responseId, department, joint, result } }
    }
    case 'responseCorrected': {
      const responseId = text(data['responseId'])
      if (!responseId || !department) return null
      return { kind, data: { responseId, department, change: text(data['change']) } }
    }
    case 'reopeningDeclined': {
      const reason = text(data['reason'])
      return reason ? { kind, data: { reason } } : null
    }
    case 'commitmentProgress':
    case 'commitmentKept':
    case 'commitmentMoveAsked':
    case 'commitmentMoveRefused':
    case 'commitmentMoved':
    case 'commitmentWithdrawn':
    case 'commitmentReminded':
    case 'commitmentEscalated':
      return department ? readCommitment(kind, department, data) : null
    case 'summaryPublished': {
      const summaryId = text(data['summaryId'])
      const verdict = oneOf(VERDICTS, data['verdict'])
      const number = data['number']
      if (!summaryId || !verdict || typeof number !== 'number') return null
      return { kind, data: { summaryId, number, verdict } }
    }
    case 'noConsensus': {
      const number = data['number']
      return {
        kind,
        data: {
          summaryId: text(data['summaryId']),
          number: typeof number === 'number' ? number : undefined,
        },
      }
    }
    case 'note':
      return null
  }
}

function readCommitment(
  kind: Extract<TimelineKind, `commitment${string}`>,
  department: string,
  data: Fields,
): TimelineFact | null {
  const commitmentId = text(data['commitmentId'])
  if (!commitmentId) return null
  const of = { commitmentId, department }
  const to = text(data['to'])
  const dueOn = text(data['dueOn'])
  const reason = text(data['reason'])
  switch (kind) {
    case 'commitmentProgress':
    case 'commitmentWithdrawn':
      return { kind, data: of }
    case 'commitmentKept':
      return { kind, data: { ...of, late: data['late'] === true } }
    case 'commitmentMoveAsked':
      return to ? { kind, data: { ...of, to, reason } } : null
    case 'commitmentMoveRefused':
      return { kind, data: { ...of, reason } }
    case 'commitmentMoved': {
      const from = text(data['from'])
      return from && to ? { kind, data: { ...of, from, to, reason } } : null
    }
    case 'commitmentReminded':
      return dueOn ? { kind, data: { ...of, dueOn } } : null
    case 'commitmentEscalated': {
      const told = oneOf(['head', 'assigner'] as const, data['to'])
      return dueOn && told ? { kind, data: { ...of, dueOn, to: told } } : null
    }
  }
}

function note(data: Fields): TimelineFact | null {
  const words = text(data['text'])
  return words ? { kind: 'note', data: { text: words } } : null
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function texts(value: unknown): string[] {
  return Array.isArray(value)
    ? value.filter((each): each is string => typeof each === 'string')
    : []
}

function oneOf<Value extends string>(values: readonly Value[], value: unknown): Value | undefined {
  return values.find((each) => each === value)
}

function list(value: unknown): Fields[] {
  return Array.isArray(value)
    ? value.filter((each): each is Fields => typeof each === 'object' && each !== null)
    : []
}
