type Query = Record<string, string | number | undefined | null>

function withQuery(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** What the statistics are narrowed to; `months` is their period. */
interface StatisticsQuery extends Query {
  months?: number
  department?: string | null
  district?: string | null
  category?: string | null
}

/** Where in the queue: its view, what it is narrowed to, and the page. */
export interface QueueQuery extends Query {
  view?: string
  topic?: string | null
  studio?: string | null
  category?: string | null
  rule?: string | null
  age?: string | null
  voice?: string | null
  after?: string | null
}

/** Every address of the site, built in one place. */
export const paths = {
  home: () => '/',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  search: (q?: string, query?: { kind?: string; after?: string }) =>
    withQuery('/search', { q, ...query }),
  preferences: (query: { lang?: string; theme?: string; elder?: string; back?: string }) =>
    withQuery('/preferences', query),
  health: () => '/healthz',
  /** A file of a comment or a response: of an image the whole or the small one, of a document its download. */
  attachment: (id: string, rendition: 'image' | 'thumbnail' | 'file') =>
    `/attachments/${id}/${rendition}`,

  topics: (query?: {
    stage?: string
    category?: string
    district?: string
    sort?: string
    after?: string
  }) => withQuery('/topics', query),
  topic: (
    id: string,
    query?: {
      sort?: string
      stance?: string
      voice?: string
      kind?: string
      after?: string
      before?: string
      at?: string
    },
  ) => withQuery(`/topics/${id}`, query),
  /** A comment in its place, on whatever page that is. */
  comment: (topicId: string, commentId: string) =>
    `${withQuery(`/topics/${topicId}`, { at: commentId })}#c-${commentId}`,
  /** A comment with all its replies. */
  conversation: (topicId: string, rootId: string, query?: { after?: string; replyTo?: string }) =>
    withQuery(`/topics/${topicId}/comments/${rootId}`, query),
  /** 同类诉求: what each person says, from the comment that leads on. */
  sameDemand: (topicId: string, leadId: string, query?: { after?: string }) =>
    withQuery(`/topics/${topicId}/comments/${leadId}/same`, query),
  topicSummary: (id: string) => `/topics/${id}/summary`,
  /** A point of a published summary, in its place. */
  summaryPoint: (topicId: string, pointId: string) => `/topics/${topicId}/summary#p-${pointId}`,
  /** A published official response, in its place. */
  response: (topicId: string, responseId: string) => `/topics/${topicId}#r-${responseId}`,
  /** An official response by itself, as it is filed and printed; an earlier version by its number. */
  responseDocument: (responseId: string, query?: { version?: number }) =>
    withQuery(`/responses/${responseId}`, query),
  /** 承诺台账: what departments have promised. */
  commitments: (query?: { department?: string; state?: string; after?: string }) =>
    withQuery('/commitments', query),
  commitment: (id: string, query?: { done?: string }) => withQuery(`/commitments/${id}`, query),
  /** 举报 a published comment. */
  reportComment: (topicId: string, commentId: string) =>
    `/topics/${topicId}/comments/${commentId}/report`,
  /** What those who raised the matter think of an answer. */
  rateResponse: (responseId: string, query?: { done?: string }) =>
    withQuery(`/responses/${responseId}/rate`, query),
  newComment: (topicId: string, query?: { quote?: string; replyTo?: string }) =>
    withQuery(`/topics/${topicId}/comments`, query),
  /** Edit or withdraw one's own comment. */
  editComment: (commentId: string) => `/comments/${commentId}/edit`,
  withdrawComment: (commentId: string) => `/comments/${commentId}/withdraw`,

  studios: () => '/studios',
  feeds: () => '/feeds',
  feed: (kind: string, id?: string) => `/feeds/${kind}${id === undefined ? '' : `/${id}`}`,
  studio: (id: string, after?: string) => withQuery(`/studios/${id}`, { after }),

  signIn: (next?: string, done?: 'recovered' | 'signedOut' | 'closed') =>
    withQuery('/sign-in', { next: next === '/' ? undefined : next, done }),
  signUp: (next?: string) => withQuery('/sign-up', { next: next === '/' ? undefined : next }),
  confirmPhone: (codeId: string, query?: { done?: string }) =>
    withQuery(`/sign-up/${codeId}`, query),
  signOut: () => '/sign-out',
  persona: () => '/sign-in/persona',
  recover: () => '/recover',
  recoverConfirm: (codeId: string, query?: { done?: string }) =>
    withQuery(`/recover/${codeId}`, query),
  secondFactor: (next?: string) =>
    withQuery('/second-factor', { next: next === '/' ? undefined : next }),
  secondFactorSetup: (next?: string) =>
    withQuery('/second-factor/set-up', { next: next === '/' ? undefined : next }),
  invitation: (code: string) => `/welcome/${code}`,
  invitationConfirm: (code: string, codeId: string, query?: { done?: string }) =>
    withQuery(`/welcome/${code}/${codeId}`, query),
  me: (query?: { after?: string }) => withQuery('/me', query),
  notices: (query?: { after?: string; done?: string }) => withQuery('/me/notices', query),
  noticeSettings: (query?: { done?: string }) => withQuery('/me/notices/settings', query),
  noticePush: () => '/me/notices/push',
  /** The link in a mail that confirms its address. */
  confirmAddress: (token: string) => `/me/notices/address/${token}`,
  unsubscribe: (token: string) => `/unsubscribe/${token}`,
  /** Marks the notice as read and leads on to what it tells of. */
  openNotice: (id: string) => `/me/notices/${id}`,
  /** Follows something, or follows it no more. */
  follows: () => '/follows',
  /** The viewer's own reports, and what came of them. */
  myReports: (query?: { after?: string; done?: string }) => withQuery('/me/reports', query),
  account: (query?: { done?: string }) => withQuery('/me/account', query),
  sessions: (query?: { done?: string }) => withQuery('/me/sessions', query),
  changePhone: () => '/me/phone',
  changePhoneConfirm: (codeId: string, query?: { done?: string }) =>
    withQuery(`/me/phone/${codeId}`, query),
  changePassword: () => '/me/password',
  consents: (query?: { done?: string }) => withQuery('/me/consents', query),
  ownData: () => '/me/data',
  ownDataFile: () => '/me/data.json',
  closeAccount: () => '/me/close',
  receipt: (commentId: string) => `/receipts/${commentId}`,
  /** 申诉 against the refusal of one's comment. */
  appeal: (commentId: string) => `/receipts/${commentId}/appeal`,
  /** The receipt as a file, with the proof that its steps are in the log. */
  receiptProof: (commentId: string) => `/receipts/${commentId}/proof.json`,
  /** Anybody checks a receipt there, without an account. */
  verifyReceipt: () => '/verify-receipt',
  /** A sanction of one's own: what, why, until when, and 申诉. */
  ownSanction: (id: string) => `/me/sanctions/${id}`,
  /** 三率: how departments answer, in figures for everybody; the same as files. */
  statistics: (query?: StatisticsQuery) => withQuery('/statistics', query),
  statisticsTable: (query?: StatisticsQuery) => withQuery('/statistics.csv', query),
  statisticsData: (query?: StatisticsQuery) => withQuery('/statistics.json', query),
  /** How review is done, in figures for everybody. */
  openness: () => '/openness',

  /** The queue; `did` says what was done to the page itself. */
  moderation: (query?: QueueQuery & { item?: string | null; done?: string; did?: string }) =>
    withQuery('/moderation', { ...query, view: query?.view === 'pending' ? null : query?.view }),
  /** The queue by the query of a filter that was kept. */
  moderationSaved: (query: string) => `/moderation?${query}`,
  moderationFilters: () => '/moderation/filters',
  /** What came in since a time (ISO), as server-sent events. */
  moderationEvents: (query: { view: string; since: string } & Record<string, string | null>) =>
    withQuery('/moderation/events', query),
  /** 并入同类, and back to where the queue was. */
  moderationSame: (query?: QueueQuery) => withQuery('/moderation/same', query),
  /** By what texts are screened; `edit` names the rule whose form is open, `trial` the one that is tried. */
  screeningRules: (query?: { edit?: string; trial?: string; done?: string }) =>
    withQuery('/moderation/rules', query),
  screeningWords: (query?: {
    list?: string
    view?: string
    q?: string
    trial?: string
    after?: string
    done?: string
  }) => withQuery('/moderation/words', query),
  /** The words beside ratings that wait. */
  moderationRatings: (query?: { after?: string; done?: string }) =>
    withQuery('/moderation/ratings', query),
  moderationUndo: () => '/moderation/undo',
  /** An item is one's own for a while. */
  moderationLease: () => '/moderation/lease',
  /** 令人不适: an image is veiled. */
  moderationVeil: () => '/moderation/veil',
  moderationPause: () => '/moderation/pause',
  moderationBulk: () => '/moderation/bulk',
  /** 账号处置: proposals, appeals, what is in force. */
  sanctions: (query?: { view?: string; after?: string }) =>
    withQuery('/moderation/sanctions', query),
  sanction: (id: string, query?: { done?: string }) =>
    withQuery(`/moderation/sanctions/${id}`, query),
  /** A sanction to be proposed or imposed, for the author of a comment or for a person. */
  newSanction: (query: { comment?: string; person?: string }) =>
    withQuery('/moderation/sanctions/new', query),
  moderationFigures: (query?: { days?: number }) => withQuery('/moderation/figures', query),
  moderationFiguresFile: (query?: { days?: number }) => withQuery('/moderation/figures.csv', query),
  /** Second looks that differ from the first decision, for a 审核组长. */
  secondLooks: (query?: { after?: string | null; done?: string }) =>
    withQuery('/moderation/second-looks', query),
  moderationAppeal: (commentId: string) => `/moderation/appeals/${commentId}`,
  desk: (query?: { view?: string; after?: string; done?: string }) => withQuery('/desk', query),
  deskAssignment: (
    id: string,
    query?: {
      department?: string
      after?: string
      done?: string
      acted?: string
      template?: string
      promise?: string
    },
  ) => withQuery(`/desk/${id}`, query),
  /** Takes what is saved at pauses, by script. */
  deskPause: (id: string) => `/desk/${id}/pause`,
  /** A department's templates and passages: `edit` names the entry whose form is open, `new` an empty one. */
  passages: (query?: { department?: string; edit?: string; done?: string }) =>
    withQuery('/desk/passages', query),
  /** 重新办理 that a resident asks for. */
  deskReopening: (id: string) => `/desk/reopenings/${id}`,
  /** The photographs and documents of an answer, for those who work on it. */
  followUp: (responseId: string) => `/desk/responses/${responseId}/follow-up`,
  responseFiles: (responseId: string, query?: { done?: string }) =>
    withQuery(`/desk/responses/${responseId}/files`, query),
  /** The form of one act on a department's part: 申退, 延期, 催办 and the like. */
  deskAct: (id: string, act: string, query?: { department?: string }) =>
    withQuery(`/desk/${id}/${act}`, query),
  /** Where an official gets the secret address of their calendar. */
  deskCalendar: (query?: { done?: string }) => withQuery('/desk/calendar', query),
  /** The calendar itself: the token is the secret. */
  dueCalendar: (token: string) => `/calendar/${token}.ics`,
  /** Who stands in for whom, and who is in charge of what; by default in the viewer's own department. */
  delegation: (query?: { department?: string; done?: string }) =>
    withQuery('/desk/delegation', query),
  /** 交办, with the department that is chosen at first. */
  assign: (query?: { topic?: string; comment?: string; department?: string }) =>
    withQuery('/desk/assign', query),
  studioDesk: (query?: { after?: string }) => withQuery('/studio', query),
  studioTopicNew: () => '/studio/topics/new',
  studioTopic: (id: string, query?: { done?: string }) => withQuery(`/studio/topics/${id}`, query),
  /** 并案 into the topic that is answered. */
  mergeTopic: (id: string) => `/studio/topics/${id}/merge`,
  /** The editor; with `point` its comments to pick from, with `preview` the summary as it will be read. */
  summaryEditor: (
    topicId: string,
    query?: {
      point?: string
      conversation?: string
      stance?: string
      kind?: string
      voice?: string
      uncited?: string
      after?: string
      preview?: string
      done?: string
    },
  ) => withQuery(`/studio/topics/${topicId}/summary`, query),

  /** The promises of one's departments, or those one assigns to. */
  deskCommitments: (query?: { view?: string; after?: string; done?: string }) =>
    withQuery('/desk/commitments', query),
  deskCommitment: (id: string, query?: { done?: string }) =>
    withQuery(`/desk/commitments/${id}`, query),

  admin: () => '/admin',
  adminPeople: (query?: { q?: string; group?: string; after?: string }) =>
    withQuery('/admin/people', query),
  adminPersonNew: () => '/admin/people/new',
  /** With `revoke` the question whether to take that grant back stands open. */
  adminSecondFactor: (personId: string, query?: { done?: string }) =>
    withQuery(`/admin/people/${personId}/second-factor`, query),
  adminPerson: (id: string, query?: { revoke?: string; done?: string }) =>
    withQuery(`/admin/people/${id}`, query),
  adminDepartments: (query?: { view?: string; q?: string; after?: string }) =>
    withQuery('/admin/departments', query),
  /** `new` in place of the id is an empty form. */
  adminDepartment: (id: string, query?: { done?: string }) =>
    withQuery(`/admin/departments/${id}`, query),
  adminStudios: (query?: { view?: string; q?: string; after?: string }) =>
    withQuery('/admin/studios', query),
  adminStudio: (id: string, query?: { done?: string }) => withQuery(`/admin/studios/${id}`, query),
  /** The short lists: `edit` names the entry whose form is open, `new` an empty one. */
  adminStudioTypes: (query?: { edit?: string; done?: string }) =>
    withQuery('/admin/studio-types', query),
  adminCategories: (query?: { edit?: string; done?: string }) =>
    withQuery('/admin/categories', query),
  adminDistricts: (query?: { edit?: string; within?: string; done?: string }) =>
    withQuery('/admin/districts', query),
  adminReasons: (query?: { edit?: string; done?: string }) => withQuery('/admin/reasons', query),
  /** What failed every attempt; and, in the demo, what was sent. */
  adminSettings: (query?: { done?: string }) => withQuery('/admin/settings', query),
  adminJobs: (query?: { done?: string }) => withQuery('/admin/jobs', query),
  adminOutbox: () => '/admin/outbox',
  adminCalendar: (query?: { year?: number; day?: string; done?: string }) =>
    withQuery('/admin/calendar', query),
  adminCarriedRates: (query?: { edit?: string; done?: string; after?: string }) =>
    withQuery('/admin/carried-rates', query),
  adminDueRules: (query?: { edit?: string; done?: string }) => withQuery('/admin/due-rules', query),
  audit: (query?: {
    actor?: string
    action?: string
    object?: string
    from?: string
    to?: string
    after?: string
  }) => withQuery('/audit', query),
}
