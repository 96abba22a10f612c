import type { Persona } from '~/domain/account/persona'
import type { CommentKind, ReviewStatus, Stance } from '~/domain/comment/comment'
import type { AppealResult, Assessment } from '~/domain/moderation/appeal'
import type { ReportReason } from '~/domain/moderation/report'
import type { PointKind, SummaryStatus } from '~/domain/outcome/summary'
import type { Duty, Role, Voice } from '~/domain/person/role'
import type { DissatisfactionReason, Grade } from '~/domain/response/rating'
import type { DeclaredResult, Part, PassageKind, ResponseStatus } from '~/domain/response/response'
import type { Stage, Verdict } from '~/domain/topic/stage'

/**
 * A point in time, told from the day of seeding in Asia/Shanghai: so many days before it (negative
 * days lie ahead), at `HH:MM`. See `moments.ts` for how it becomes a date.
 */
export interface Moment {
  daysAgo: number
  time: string
}

export interface DistrictSeed {
  code: string
  name: string
  level: 'city' | 'district' | 'street'
  /** Code of the district above; the city has none. */
  parent?: string
}

export interface DepartmentSeed {
  code: string
  /** The name in full, as on the body's own letterhead. */
  name: string
  shortName: string
  /** Code of the district it works for. */
  district: string
  /** A placeholder that belongs to nobody. */
  telephone: string
}

export interface CategorySeed {
  code: string
  name: string
  description: string
}

export interface StudioTypeSeed {
  code: string
  name: string
  description: string
}

export interface StudioSeed {
  code: string
  name: string
  /** 委员工作室 of the city or 委员工作站 of a street. */
  level: 'studio' | 'station'
  /** Code of the studio type. */
  type: string
  /** 界别 or field; studios of an area have none. */
  sector?: string
  /** Code of the district the studio sits in or speaks for. */
  district: string
  place: string
  introduction: string
  /** What the studio promises to do for the public, one sentence each. */
  duties: readonly string[]
  /** How the studio works, one sentence each. */
  rules: readonly string[]
  /** Person keys, the convener first. */
  members: readonly string[]
}

/** A right held by a person: a role, for officials and moderators a duty, bound where that is needed. */
export interface GrantSeed {
  role: Role
  duty?: Duty
  /** Code of the department an official acts for. */
  department?: string
  /** Code of the studio a convener or liaison works for. */
  studio?: string
}

export interface PersonSeed {
  key: string
  displayName: string
  /** What is shown beside the name: 界别, profession, office. Residents have none. */
  title?: string
  /** Code of the district, for residents the one they gave. */
  district: string
  grants: readonly GrantSeed[]
}

export interface PersonaSeed extends PersonSeed {
  persona: Persona
}

export interface RejectionReasonSeed {
  code: string
  label: string
  /** What the author reads. Courteous, says what to do next. */
  text: string
  /** 计入账号处置. */
  breach: boolean
}

/** The voices that write comments in the seed. */
export type CommentVoice = Extract<Voice, 'resident' | 'member' | 'expert' | 'convener'>

/** Where a comment stands; published where nothing is said. */
export type CommentStatus = Exclude<ReviewStatus, 'superseded' | 'hidden'>

export interface ReplySeed extends Moment {
  /** Unique in the topic, comments and replies together. */
  key: string
  /** Person key. */
  author: string
  voice: CommentVoice
  text: string
  stance?: Stance
  kind?: CommentKind
  /** Key of the earlier reply that this one answers, when it is not the opening comment. */
  replyTo?: string
  status?: CommentStatus
  /** Code of the rejection reason, for what was rejected or returned. */
  reason?: string
  /** 升级 of what waits: the note to the 审核组长. */
  escalated?: string
  /** What the author reads beside the reason's standard text. */
  remark?: string
  /** 申诉 against the rejection. */
  appeal?: AppealSeed
  /** 举报 while it is public; three that wait hide it. */
  reports?: readonly ReportSeed[]
  /** What came of the reports: taken down for a rejection reason, or, without one, left as it is. */
  reportsDecided?: Moment & { reason?: string }
}

export interface ReportSeed extends Moment {
  /** Person key. */
  reporter: string
  reason: ReportReason
  text?: string
}

/** An appeal of the author's, and what came of it; it waits where nothing is said of that. */
export interface AppealSeed extends Moment {
  text: string
  decided?: Moment & { view: Assessment; note: string; result: AppealResult; explanation: string }
}

export interface CommentSeed extends ReplySeed {
  stance: Stance
  kind: CommentKind
  /** Key of the earlier comment that asks for the same, into whose group it was joined (并入同类). */
  sameAs?: string
  replies?: readonly ReplySeed[]
}

export interface StageMoveSeed extends Moment {
  to: Stage
}

/** A body asked: 主办, 会办 (joins the lead's answer) or 分办 (answers apart). */
export interface AskedDepartmentSeed {
  department: string
  part: Part
  /** Signed for by a drafting official of the body. */
  acknowledged?: Moment
  /** What a body that joins has written for the lead's answer. */
  contribution?: Moment & { text: string; finished: boolean }
}

/** 交办 of the topic, or of one comment of it. */
export interface AssignmentSeed {
  /** Unique in the topic. */
  key: string
  /** Key of the comment that was assigned; the topic where there is none. */
  comment?: string
  /** What was asked for. */
  request: string
  assignedBy: string
  assigned: Moment
  /** The day the answer is due, after extensions. */
  due: Moment
  departments: readonly AskedDepartmentSeed[]
  /** 延期, asked for by the lead. */
  extension?: {
    requested: Moment
    approved: Moment
    approvedBy: string
    previousDue: Moment
    reason: string
  }
  /** 延期 asked for by the lead and not decided yet. */
  extensionAsked?: Moment & { workingDays: number; reason: string }
  /** 申退 of the first body; where it was granted, the body that took the part over. */
  returnAsked?: Moment & { reason: string; granted?: Moment & { to: string } }
  /** 催办 of the bodies that have not answered. */
  reminded?: Moment
  /** 督办 of the last body, with what is asked of it. */
  supervised?: Moment & { note: string }
}

/** Facts on the timeline that are neither stage moves nor assignments nor responses. */
export const FACT_TYPES = [
  'meetingHeld',
  'fieldVisit',
  'minutesPublished',
  'opinionBriefSubmitted',
  'opinionBriefAdopted',
  'proposalSubmitted',
  'proposalDocketed',
  'proposalMerged',
  'supervised',
  'publicNotice',
  'covenantAdopted',
  'dissentRecorded',
  'progressReported',
  'followUp',
  'rated',
] as const

export type FactType = (typeof FACT_TYPES)[number]

export interface FactSeed extends Moment {
  type: FactType
  /** One or two sentences for the timeline. */
  text: string
  /** Person key of who recorded it. */
  by: string
}

/** A promise of an answer, and what became of it. */
export interface PromiseSeed {
  /** As they stand in the answer. */
  words: string
  /** The office or post. */
  responsible: string
  /** The day by which, counted back from today: negative for one that lies ahead. */
  dueDaysAgo: number
  /** How it went, as the department told. */
  notes?: ReadonlyArray<Moment & { text: string }>
  kept?: Moment & { text: string }
  /** Another day that was asked for, and granted by whoever assigned. */
  moved?: Moment & { dueDaysAgo: number; reason: string; granted: Moment & { by: string } }
  /** How many residents of the topic say what of it, since when. */
  checks?: Moment & { so: number; notYet: number; cannotSay: number }
}

export interface ResponseSeed {
  key: string
  /** Key of the assignment that is answered; bodies that join in it join in the lead's answer. */
  assignment: string
  department: string
  status: ResponseStatus
  declaredResult: DeclaredResult
  /** Markdown. */
  text: string
  draftedBy: string
  drafted: Moment
  /** Never the person who drafted. */
  signedBy?: string
  signed?: Moment
  published?: Moment
  /** When what is signed will be published; it lies ahead. */
  scheduled?: Moment
  /** 更正 of what was published. */
  correction?: {
    text: string
    change: string
    draftedBy: string
    drafted: Moment
    signed: Moment
    promises?: readonly PromiseSeed[]
  }
  /** Sentences of the text that are marked as promises. */
  promises?: readonly PromiseSeed[]
  /** Keys of comments of the topic this answers above all. */
  answers: readonly string[]
}

/** A template or passage that a body keeps to write answers with. */
export interface PassageSeed {
  department: string
  kind: PassageKind
  title: string
  text: string
}

export interface SummaryPointSeed {
  kind: PointKind
  text: string
  /** Keys of the published comments or replies it rests on, one to four. */
  citations: readonly string[]
}

export interface SummarySeed {
  status: SummaryStatus
  verdict: Verdict
  introduction: string
  points: readonly SummaryPointSeed[]
  writtenBy: string
  /** When it was last written (draft) or published. */
  at: Moment
}

/** A paper that came of the topic. `{year}` in the number is the year of `at`. */
export interface OutcomeDocumentSeed {
  type:
    | 'proposal'
    | 'outcome'
    | 'opinionBrief'
    | 'minutes'
    | 'microDeliberation'
    | 'callFeedback'
    | 'covenant'
  title: string
  number: string
  /** Where the paper stands, in the words of the office. */
  result: string
  /** Markdown. */
  text: string
  at: Moment
}

export interface RatingSeed extends Moment {
  author: string
  /** Key of the response that is rated; the topic's first where there is none. */
  response?: string
  /** 解决程度 */
  resolution: Grade
  /** 办理态度 */
  attitude: Grade
  /** 办理速度 */
  speed: Grade
  /** Always there when something is rated `dissatisfied`, and only then. */
  cause?: DissatisfactionReason
  /** In the rater's own words; public once a moderator read them. */
  reason?: string
  /** No moderator has read them yet. */
  unread?: boolean
  /** 申请重新办理, and what whoever assigns made of it. */
  reopening?: {
    reason: string
    decided?: Moment & { by: string; outcome: 'grant' | 'decline'; explanation: string }
  }
}

export interface TopicSeed {
  /** Stable, names the file. */
  key: string
  /** The number of the topic; `{year}` is the year of opening. */
  code: string
  /** A question. */
  title: string
  /** The question in one sentence, for lists. */
  lead: string
  /** Markdown. */
  background: string
  category: string
  studio: string
  district: string
  tags: readonly string[]
  stage: Stage
  /** Person key of the convener. */
  openedBy: string
  opens: Moment
  /** End of the time for comments; ahead for topics that are open. */
  closes: Moment
  /** The moves after opening, in order; the last leads to `stage`. */
  moves: readonly StageMoveSeed[]
  assignments: readonly AssignmentSeed[]
  comments: readonly CommentSeed[]
  facts: readonly FactSeed[]
  responses: readonly ResponseSeed[]
  /** Needed from 形成成果 on: a draft there, published afterwards. */
  summary?: SummarySeed
  documents: readonly OutcomeDocumentSeed[]
  ratings: readonly RatingSeed[]
}
