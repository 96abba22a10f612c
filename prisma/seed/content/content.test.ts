import { describe, expect, it } from 'vitest'
import { displayNameProblems } from '~/domain/account/display-name'
import { PERSONAS } from '~/domain/account/persona'
import { COMMENT_MAX_CHARACTERS } from '~/domain/comment/comment'
import { REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { missingInSummary } from '~/domain/outcome/summary'
import { answersItself, assignmentProblem } from '~/domain/response/assignment'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { standsIn } from '~/domain/response/promise-text'
import { screenBurst } from '~/domain/moderation/screening/phases/burst'
import { ruleSettings } from '~/domain/moderation/screening/rules'
import { STAGES } from '~/domain/topic/stage'
import { categories } from './categories'
import { departments } from './departments'
import { districts } from './districts'
import { momentToDate, officeMomentToDate, withYear } from './moments'
import { experts, members, officials, people, personas, residents } from './people'
import { rejectionReasons } from './rejection-reasons'
import { studioTypes } from './studio-types'
import { studios } from './studios'
import { topics } from './all-topics'
import type { CommentSeed, GrantSeed, Moment, ReplySeed, TopicSeed } from './types'

const DAY_MS = 24 * 60 * 60 * 1000
/** A week of seeding days, Monday noon to Sunday noon in Shanghai. */
const SEEDING_DAYS = Array.from(
  { length: 7 },
  (_, day) => new Date(Date.UTC(2026, 2, 2, 4) + day * DAY_MS),
)

function voicesOf(topic: TopicSeed): readonly (ReplySeed | CommentSeed)[] {
  return topic.comments.flatMap((comment) => [comment, ...(comment.replies ?? [])])
}

function isPublished(voice: ReplySeed): boolean {
  return (voice.status ?? 'published') === 'published'
}

function reached(topic: TopicSeed, stage: (typeof STAGES)[number]): boolean {
  return STAGES.indexOf(topic.stage) >= STAGES.indexOf(stage)
}

/** Every body asked, with the assignment it was asked in. */
function asked(topic: TopicSeed) {
  return topic.assignments.flatMap((assignment) =>
    assignment.departments.map((one) => ({ ...one, assignment })),
  )
}

/** Whether a body that answers itself has published its answer in that assignment. */
function hasAnswered(topic: TopicSeed, one: ReturnType<typeof asked>[number]): boolean {
  return topic.responses.some(
    (response) =>
      response.assignment === one.assignment.key &&
      response.department === one.department &&
      response.status === 'published',
  )
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

function codePoints(text: string): number {
  return Array.from(text).length
}

const byKey = new Map(people.map((person) => [person.key, person]))

function grantsOf(key: string): readonly GrantSeed[] {
  return byKey.get(key)?.grants ?? []
}

/** What the office writes in its own name. */
function officeTexts(topic: TopicSeed): readonly string[] {
  return [
    topic.title,
    topic.lead,
    topic.background,
    ...topic.facts.map((fact) => fact.text),
    ...topic.responses.flatMap(({ text, correction }) => [
      text,
      ...(correction ? [correction.text, correction.change] : []),
    ]),
    ...topic.assignments.flatMap((one) => [
      one.request,
      one.extension?.reason ?? '',
      ...one.departments.map(({ contribution }) => contribution?.text ?? ''),
    ]),
    ...topic.documents.flatMap((one) => [one.title, one.result, one.text]),
    ...(topic.summary
      ? [topic.summary.introduction, ...topic.summary.points.map((point) => point.text)]
      : []),
  ]
}

const plainTexts: readonly string[] = [
  ...categories.flatMap((one) => [one.name, one.description]),
  ...studioTypes.map((one) => one.description),
  ...studios.flatMap((one) => [one.introduction, one.place, ...one.duties, ...one.rules]),
  ...rejectionReasons.flatMap((one) => [one.label, one.text]),
]

describe('registers', () => {
  it.each([
    ['districts', districts.map((one) => one.code)],
    ['departments', departments.map((one) => one.code)],
    ['department telephones', departments.map((one) => one.telephone)],
    ['categories', categories.map((one) => one.code)],
    ['studio types', studioTypes.map((one) => one.code)],
    ['studios', studios.map((one) => one.code)],
    ['rejection reasons', rejectionReasons.map((one) => one.code)],
    ['people', people.map((one) => one.key)],
    ['display names', people.map((one) => one.displayName)],
    ['topics', topics.map((one) => one.key)],
    ['topic numbers', topics.map((one) => one.code)],
  ])('%s are told apart', (_, values) => {
    expect(values.length).toBeGreaterThan(0)
    expect(duplicates(values)).toEqual([])
  })

  it('hang together', () => {
    const districtCodes = new Set(districts.map((one) => one.code))
    const studioCodes = new Set(studios.map((one) => one.code))
    const departmentCodes = new Set(departments.map((one) => one.code))
    const typeCodes = new Set(studioTypes.map((one) => one.code))
    for (const one of districts) {
      if (one.parent === undefined) expect(one.level).toBe('city')
      else expect(districtCodes).toContain(one.parent)
    }
    for (const one of departments) expect(districtCodes).toContain(one.district)
    for (const one of studios) {
      expect(districtCodes).toContain(one.district)
      expect(typeCodes).toContain(one.type)
      for (const key of one.members) {
        expect(grantsOf(key).map((grant) => grant.role)).toContain('member')
      }
      const convener = one.members[0] ?? ''
      expect(grantsOf(convener)).toContainEqual({ role: 'convener', studio: one.code })
    }
    for (const type of typeCodes) expect(studios.map((one) => one.type)).toContain(type)
    for (const person of people) {
      expect(districtCodes).toContain(person.district)
      for (const grant of person.grants) {
        if (grant.department) expect(departmentCodes).toContain(grant.department)
        if (grant.studio) expect(studioCodes).toContain(grant.studio)
      }
    }
  })

  it('give telephone numbers that belong to nobody', () => {
    for (const one of departments) expect(one.telephone).toMatch(/^0000-0000\d{3}$/)
  })
})

describe('people', () => {
  it('have one persona of each kind, in order', () => {
    expect(personas.map((one) => one.persona)).toEqual([...PERSONAS])
  })

  it('hold in each persona what its name says', () => {
    const grants = Object.fromEntries(personas.map((one) => [one.persona, one.grants]))
    expect(grants.resident).toEqual([{ role: 'resident' }])
    expect(grants.member?.map((one) => one.role)).toContain('member')
    expect(grants.expert?.map((one) => one.role)).toContain('expert')
    expect(grants.draftingOfficial).toMatchObject([{ role: 'official', duty: 'draft' }])
    expect(grants.signingOfficial).toMatchObject([{ role: 'official', duty: 'sign' }])
    expect(grants.assigningOfficial).toMatchObject([{ role: 'official', duty: 'assign' }])
    expect(grants.moderator).toEqual([{ role: 'moderator', duty: 'review' }])
    expect(grants.seniorModerator).toContainEqual({ role: 'moderator', duty: 'senior' })
    expect(grants.convener?.map((one) => one.role)).toContain('convener')
    expect(grants.liaison?.map((one) => one.role)).toContain('liaison')
    expect(grants.admin).toEqual([{ role: 'admin' }])
    expect(grants.auditor).toEqual([{ role: 'auditor' }])
    // Who drafts and who signs must meet over the same paper.
    expect(grants.signingOfficial?.[0]?.department).toBe(grants.draftingOfficial?.[0]?.department)
  })

  it('give every kind of voice its crowd', () => {
    expect(residents.length).toBeGreaterThanOrEqual(90)
    expect(members).toHaveLength(14)
    expect(experts).toHaveLength(13)
    expect(officials.length).toBeGreaterThanOrEqual(28)
  })

  it('let no resident pose as an authority or show a title', () => {
    for (const one of [...residents, ...personas.filter((it) => it.persona === 'resident')]) {
      expect(displayNameProblems(one.displayName), one.displayName).toEqual([])
      expect(one.title).toBeUndefined()
      expect(one.grants).toEqual([{ role: 'resident' }])
    }
  })

  it('give members, experts and staff a title', () => {
    for (const one of [...members, ...experts, ...officials]) expect(one.title).toBeTruthy()
    for (const one of members) expect(one.title).toMatch(/^[市区]政协委员·/u)
  })

  it('have someone who drafts and someone who signs in every body that answers', () => {
    const answering = new Set(
      topics.flatMap((topic) =>
        asked(topic)
          .filter((one) => answersItself(one.part) && !one.assignment.returnAsked?.granted)
          .map((one) => one.department),
      ),
    )
    const grants = people.flatMap((one) => one.grants)
    for (const department of answering) {
      expect(grants).toContainEqual({ role: 'official', duty: 'draft', department })
      expect(grants).toContainEqual({ role: 'official', duty: 'sign', department })
    }
  })
})

describe('topics', () => {
  it('cover every stage at least twice', () => {
    expect(topics.length).toBeGreaterThanOrEqual(16)
    for (const stage of STAGES) {
      expect(topics.filter((topic) => topic.stage === stage).length, stage).toBeGreaterThanOrEqual(
        2,
      )
    }
  })

  it('show what may happen beside the way', () => {
    const handled = topics
      .filter((topic) => topic.stage === 'handling')
      .flatMap((topic) => asked(topic).map((one) => ({ topic, one })))
    const late = handled.filter(
      ({ topic, one }) =>
        answersItself(one.part) && one.assignment.due.daysAgo > 0 && !hasAnswered(topic, one),
    )
    expect(late.map(({ topic, one }) => [topic.key, one.department])).toEqual([
      ['parking', 'wc-chengguan'],
    ])
    expect(handled.some(({ one }) => one.assignment.extension)).toBe(true)
    expect(handled.some(({ one }) => one.part === 'parallel')).toBe(true)

    const facts = topics.flatMap((topic) => topic.facts.map((fact) => ({ topic, fact })))
    for (const type of ['supervised', 'proposalDocketed'] as const) {
      expect(
        facts.some(({ topic, fact }) => fact.type === type && topic.stage === 'handling'),
        type,
      ).toBe(true)
    }
    expect(facts.filter(({ fact }) => fact.type === 'opinionBriefAdopted')).toHaveLength(2)

    const closed = topics.filter((topic) => topic.stage === 'closed')
    const open = closed.filter((topic) => topic.summary?.verdict === 'noConsensus')
    expect(open).toHaveLength(1)
    expect(
      open[0]?.summary?.points.filter((point) => point.kind === 'dissent').length,
    ).toBeGreaterThan(0)
    expect(
      closed.filter((topic) => topic.documents.some((one) => one.type === 'covenant')),
    ).toHaveLength(1)
    for (const topic of closed) expect(topic.ratings.length, topic.key).toBeGreaterThan(0)
  })

  it('have answers at every place of their way', () => {
    const open = topics.flatMap((topic) => topic.responses).map((response) => response.status)
    expect(open).toContain('awaitingSignOff')
    expect(open).toContain('drafting')
    expect(open).toContain('scheduled')
  })

  describe.each(topics.map((topic) => [topic.key, topic] as const))('%s', (_, topic) => {
    const voices = voicesOf(topic)
    const voiceByKey = new Map(voices.map((voice) => [voice.key, voice]))

    it('is complete for its stage', () => {
      expect(topic.title).toMatch(/[？]$/u)
      expect(topic.lead).toMatch(/[？。]$/u)
      expect(topic.background.split('\n\n').length).toBeGreaterThanOrEqual(2)
      expect(topic.tags.length).toBeGreaterThanOrEqual(3)
      expect(topic.code).toMatch(/^XS-\{year\}-\d{3}$/)
      expect(['collecting', ...topic.moves.map((move) => move.to)]).toEqual(
        STAGES.slice(0, STAGES.indexOf(topic.stage) + 1),
      )
      expect(topic.comments.length).toBeGreaterThanOrEqual(10)
      expect(topic.comments.length).toBeLessThanOrEqual(30)

      if (reached(topic, 'concluding')) expect(topic.closes.daysAgo).toBeGreaterThan(0)
      else expect(topic.closes.daysAgo).toBeLessThan(0)
      if (reached(topic, 'handling')) expect(topic.summary?.status).toBe('published')
      else if (reached(topic, 'concluding')) expect(topic.summary?.status).toBe('draft')
      else expect(topic.summary).toBeUndefined()

      if (reached(topic, 'handling')) expect(topic.assignments.length).toBeGreaterThan(0)
      if (reached(topic, 'evaluating')) {
        for (const one of asked(topic).filter((it) => answersItself(it.part))) {
          expect(hasAnswered(topic, one), one.department).toBe(true)
        }
      }
    })

    it('names only what exists', () => {
      expect(categories.map((one) => one.code)).toContain(topic.category)
      expect(studios.map((one) => one.code)).toContain(topic.studio)
      expect(districts.map((one) => one.code)).toContain(topic.district)
      expect(grantsOf(topic.openedBy)).toContainEqual({ role: 'convener', studio: topic.studio })
      expect(duplicates(voices.map((voice) => voice.key))).toEqual([])
      expect(duplicates(topic.assignments.map((one) => one.key))).toEqual([])
      for (const assignment of topic.assignments) {
        const bodies = assignment.departments.map((one) => ({
          departmentId: one.department,
          part: one.part,
        }))
        expect(assignmentProblem(bodies), assignment.key).toBeNull()
        expect(codePoints(assignment.request)).toBeLessThanOrEqual(REMARK_MAX_CHARACTERS)
        if (assignment.comment) {
          const comment = voiceByKey.get(assignment.comment)
          expect(comment && isPublished(comment), assignment.comment).toBe(true)
        }
        for (const key of [
          assignment.assignedBy,
          assignment.extension?.approvedBy ?? assignment.assignedBy,
        ]) {
          expect(grantsOf(key)).toContainEqual(
            expect.objectContaining({ role: 'official', duty: 'assign' }),
          )
        }
        for (const one of assignment.departments) {
          expect(departments.map((it) => it.code)).toContain(one.department)
          expect(people.flatMap((it) => it.grants)).toContainEqual({
            role: 'official',
            duty: 'draft',
            department: one.department,
          })
        }
      }
      for (const fact of topic.facts) expect(byKey.has(fact.by), fact.text).toBe(true)
      for (const rating of topic.ratings) expect(byKey.has(rating.author)).toBe(true)
      for (const point of topic.summary?.points ?? []) {
        expect(point.citations.length, point.text).toBeGreaterThanOrEqual(1)
        expect(point.citations.length, point.text).toBeLessThanOrEqual(4)
        expect(duplicates(point.citations)).toEqual([])
        for (const key of point.citations) {
          const cited = voiceByKey.get(key)
          expect(cited && isPublished(cited), `${point.text} → ${key}`).toBe(true)
        }
      }
      if (topic.summary) {
        const points = topic.summary.points.map(({ text, citations }) => ({
          text,
          citations: citations.length,
          standing: citations.length,
        }))
        expect(missingInSummary({ introduction: topic.summary.introduction, points })).toEqual([])
        expect(topic.summary.points.length).toBeGreaterThanOrEqual(3)
        expect(topic.summary.points.length).toBeLessThanOrEqual(6)
        expect(grantsOf(topic.summary.writtenBy)).toContainEqual({
          role: 'convener',
          studio: topic.studio,
        })
      }
    })

    it('lets people speak in voices that are theirs', () => {
      for (const voice of voices) {
        const grants = grantsOf(voice.author)
        expect(
          grants.map((grant) => grant.role),
          voice.key,
        ).toContain(voice.voice)
        if (voice.voice === 'convener') {
          expect(grants).toContainEqual({ role: 'convener', studio: topic.studio })
        }
      }
      for (const comment of topic.comments) {
        for (const [index, reply] of (comment.replies ?? []).entries()) {
          if (reply.replyTo === undefined) continue
          const earlier = (comment.replies ?? []).slice(0, index)
          const answered = earlier.find((one) => one.key === reply.replyTo)
          expect(answered && isPublished(answered), reply.key).toBe(true)
          expect(answered?.author).not.toBe(reply.author)
        }
      }
    })

    it('gives a reason for what was rejected or returned, and only for that', () => {
      for (const voice of voices) {
        const decided = voice.status === 'rejected' || voice.status === 'returned'
        if (decided) {
          const reason = rejectionReasons.find((one) => one.code === voice.reason)
          expect(reason, voice.key).toBeDefined()
          expect(codePoints(`${reason?.text}\n\n${voice.remark ?? ''}`)).toBeLessThanOrEqual(
            REASON_MAX_CHARACTERS,
          )
        } else expect(voice.reason).toBeUndefined()
        if (!isPublished(voice)) expect('replies' in voice ? voice.replies : undefined).toBeFalsy()
        if (voice.status === 'pending') {
          expect(['collecting', 'deliberating']).toContain(topic.stage)
          expect(voice.daysAgo).toBeLessThanOrEqual(2)
        }
      }
    })

    it('has official answers drafted and signed by different people of the same body', () => {
      for (const response of topic.responses) {
        const own = asked(topic).find(
          (one) =>
            one.assignment.key === response.assignment && one.department === response.department,
        )
        expect(own && answersItself(own.part), response.key).toBe(true)
        expect(own?.acknowledged, response.key).toBeDefined()
        const right = { role: 'official', department: response.department }
        expect(grantsOf(response.draftedBy)).toContainEqual({ ...right, duty: 'draft' })
        if (response.status === 'published' || response.status === 'scheduled') {
          expect(grantsOf(response.signedBy ?? '')).toContainEqual({ ...right, duty: 'sign' })
          expect(response.signedBy).not.toBe(response.draftedBy)
          expect(response.signed).toBeDefined()
          // Either is given: when it was published, or when it will be.
          expect(response.published === undefined).toBe(response.status === 'scheduled')
          expect(response.scheduled !== undefined).toBe(response.status === 'scheduled')
        } else {
          expect(response.signedBy ?? response.signed ?? response.published).toBeUndefined()
        }
        for (const { words, dueDaysAgo } of response.promises ?? []) {
          expect(standsIn(words, response.text), words).toBe(true)
          expect(dueDaysAgo).toBeLessThan(response.published?.daysAgo ?? 0)
        }
        for (const { words } of response.correction?.promises ?? []) {
          expect(standsIn(words, response.correction?.text ?? ''), words).toBe(true)
        }
        expect(response.answers.length).toBeGreaterThan(0)
        for (const key of response.answers) {
          const answered = voiceByKey.get(key)
          expect(answered && isPublished(answered), key).toBe(true)
        }
      }
    })

    it('explains every dissatisfied rating', () => {
      for (const rating of topic.ratings) {
        if ([rating.resolution, rating.attitude, rating.speed].includes('dissatisfied')) {
          expect(rating.reason).toBeTruthy()
          expect(rating.cause).toBeTruthy()
        }
      }
    })

    it.each(SEEDING_DAYS.map((now) => [now.toUTCString().slice(0, 3), now] as const))(
      'has its dates in order when seeded on a %s',
      (_day, now) => {
        const spoken = (moment: Moment) => momentToDate(moment, now).getTime()
        const office = (moment: Moment) => officeMomentToDate(moment, now).getTime()
        const ordered = (what: string, ...times: (number | undefined)[]) => {
          const present = times.filter((time) => time !== undefined)
          for (const [index, time] of present.entries()) {
            const next = present[index + 1]
            if (next !== undefined) expect(time, `${what}, step ${index}`).toBeLessThan(next)
          }
        }
        const opens = office(topic.opens)
        const closes = spoken(topic.closes)
        const movedTo = new Map(topic.moves.map((move) => [move.to, office(move)]))

        ordered('moves', opens, ...topic.moves.map(office), now.getTime())
        const concluding = movedTo.get('concluding')
        if (concluding !== undefined) ordered('closing', closes, concluding)

        for (const comment of topic.comments) {
          ordered(comment.key, opens, spoken(comment), Math.min(closes, now.getTime()))
          ordered(comment.key, spoken(comment), ...(comment.replies ?? []).map(spoken))
          for (const reply of comment.replies ?? []) {
            ordered(reply.key, spoken(reply), Math.min(closes, now.getTime()))
          }
        }
        for (const assignment of topic.assignments) {
          const { assigned, due, extension, reminded } = assignment
          ordered('assigned', opens, office(assigned), Math.min(office(due), now.getTime()))
          for (const one of assignment.departments) {
            if (one.acknowledged) {
              ordered(
                one.department,
                office(assigned),
                office(one.acknowledged),
                one.contribution && office(one.contribution),
                Math.min(office(due), now.getTime()),
              )
            }
          }
          if (reached(topic, 'handling')) {
            ordered(assignment.key, movedTo.get('handling'), office(assigned))
          }
          const comment = assignment.comment && voiceByKey.get(assignment.comment)
          if (comment) ordered(assignment.key, spoken(comment), office(assigned))
          if (extension) {
            ordered(
              'extension',
              office(assigned),
              office(extension.requested),
              office(extension.approved),
              office(extension.previousDue),
              office(due),
            )
          }
          if (reminded) ordered('reminder', office(assigned), office(reminded), now.getTime())
        }
        for (const response of topic.responses) {
          const own = asked(topic).find(
            (one) =>
              one.assignment.key === response.assignment && one.department === response.department,
          )
          ordered(
            `response ${response.key}`,
            own?.acknowledged && office(own.acknowledged),
            office(response.drafted),
            response.signed && office(response.signed),
            response.published && office(response.published),
            response.published && (movedTo.get('evaluating') ?? now.getTime()),
          )
          ordered(
            `what follows ${response.key}`,
            response.signed && office(response.signed),
            response.published && office(response.published),
            response.correction && office(response.correction.drafted),
            response.correction && office(response.correction.signed),
            now.getTime(),
            response.scheduled && office(response.scheduled),
          )
          for (const key of response.answers) {
            const answered = voiceByKey.get(key)
            if (answered) ordered(key, spoken(answered), office(response.drafted))
          }
          if (response.published && own) {
            ordered('in time', office(response.published), office(own.assignment.due))
          }
        }
        if (topic.summary) {
          ordered(
            'summary',
            concluding,
            office(topic.summary.at),
            movedTo.get('handling') ?? now.getTime(),
          )
        }
        for (const voice of voicesOf(topic)) {
          const { appeal } = voice
          if (!appeal) continue
          const { decided } = appeal
          ordered(`appeal of ${voice.key}`, spoken(voice), spoken(appeal), decided && office(decided))
        }
        for (const fact of topic.facts) {
          ordered(fact.text, opens, office(fact), now.getTime())
          if (fact.type === 'followUp' || fact.type === 'rated') {
            ordered(fact.text, movedTo.get('evaluating'), office(fact), movedTo.get('closed'))
          }
        }
        for (const one of topic.documents) ordered(one.title, opens, office(one.at), now.getTime())
        for (const rating of topic.ratings) {
          ordered('rating', movedTo.get('evaluating'), spoken(rating), movedTo.get('closed'))
        }
      },
    )

    it('keeps office hours', () => {
      const desk: readonly Moment[] = [
        topic.opens,
        ...topic.moves,
        ...topic.assignments.flatMap((one) => [
          one.assigned,
          ...one.departments.flatMap((each) => each.acknowledged ?? []),
          ...(one.reminded ? [one.reminded] : []),
        ]),
        ...topic.responses.flatMap((one) => [
          one.drafted,
          ...(one.signed ? [one.signed] : []),
          ...(one.published ? [one.published] : []),
        ]),
        ...(topic.summary ? [topic.summary.at] : []),
      ]
      for (const moment of desk) {
        expect(moment.time >= '08:30' && moment.time <= '18:00', moment.time).toBe(true)
      }
      // Facts include evening meetings and walks at night with residents.
      for (const fact of topic.facts)
        expect(fact.time >= '08:00' && fact.time <= '21:00').toBe(true)
    })
  })
})

describe('texts', () => {
  const voices = topics.flatMap(voicesOf)

  it('are many, and none stands twice', () => {
    expect(voices.length).toBeGreaterThanOrEqual(340)
    expect(topics.flatMap((topic) => topic.comments).length).toBeGreaterThanOrEqual(240)
    const bare = voices.map((voice) => voice.text.replace(/[\p{P}\s]/gu, ''))
    expect(duplicates(bare)).toEqual([])
    expect(duplicates(topics.flatMap((topic) => topic.responses.map((one) => one.text)))).toEqual(
      [],
    )
    expect(duplicates(topics.flatMap((topic) => topic.facts.map((one) => one.text)))).toEqual([])
  })

  it('are as long as people write', () => {
    for (const voice of voices) {
      expect(codePoints(voice.text)).toBeLessThanOrEqual(COMMENT_MAX_CHARACTERS)
      if (isPublished(voice)) expect(codePoints(voice.text), voice.text).toBeLessThanOrEqual(400)
      expect(voice.text).toBe(voice.text.trim())
    }
    const lengths = topics
      .flatMap((topic) => topic.comments)
      .filter(isPublished)
      .map((comment) => codePoints(comment.text))
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(12)
    expect(lengths.filter((length) => length < 40).length).toBeGreaterThanOrEqual(20)
    expect(lengths.filter((length) => length > 120).length).toBeGreaterThanOrEqual(15)
  })

  it('show every stance and every kind, opponents and minorities too', () => {
    for (const topic of topics) {
      const stances = topic.comments.filter(isPublished).map((comment) => comment.stance)
      expect(stances, topic.key).toContain('support')
      expect(stances, topic.key).toContain('oppose')
    }
    const kinds = new Set(topics.flatMap((topic) => topic.comments).map((one) => one.kind))
    expect([...kinds].sort()).toEqual(['help', 'inquiry', 'opinion', 'suggestion'])
  })

  it('wait for review in believable numbers', () => {
    const statuses = voices.map((voice) => voice.status ?? 'published')
    const pending = statuses.filter((status) => status === 'pending').length
    expect(pending).toBeGreaterThanOrEqual(55)
    expect(pending).toBeLessThanOrEqual(75)
    for (const status of ['rejected', 'returned', 'withdrawn']) expect(statuses).toContain(status)
  })

  it('hold the eight samples for moderation', () => {
    const waits = (text: string) =>
      voices.some((voice) => voice.text.startsWith(text) && voice.status === 'pending')
    const refused = (text: string) =>
      voices.some((voice) => voice.text.startsWith(text) && voice.status === 'rejected')
    const insult = '你们这帮人就知道……'
    const advertisement = '加装电梯找我司，全市最低价，加微信dianti-demo。'
    for (const text of [
      '我住3号楼，有意见可以打我电话13800000000。',
      insult,
      advertisement,
      '支持！支持！支持！',
      '跟议题无关：我家门口路灯坏了一个月了。',
      '就是某某主任不作为（指名道姓）。',
    ]) {
      expect(waits(text), text).toBe(true)
    }
    for (const text of [insult, advertisement]) expect(refused(text), text).toBe(true)
    for (const published of ['俺觉着电梯这事儿得先算清帐', '我是一楼的，我不同意，理由如下']) {
      const voice = voices.find((one) => one.text.startsWith(published))
      expect(voice && isPublished(voice), published).toBe(true)
    }
  })

  it('have the repeated support be the sixth within ten minutes, as the rules find', () => {
    const now = new Date('2026-03-04T12:00:00Z')
    const sixth = voices.find(({ text }) => text === '支持！支持！支持！')
    if (!sixth) throw new Error('no such voice')
    const at = momentToDate(sixth, now)
    const sentAt = voices
      .filter(({ author }) => author === sixth.author)
      .map((voice) => momentToDate(voice, now))
      .filter((each) => each < at)
    expect(screenBurst({ sentAt, now: at }, ruleSettings())).toMatchObject([
      { rule: 'burst', params: { n: 6 } },
    ])
  })

  it('have one that waits for a 审核组长', () => {
    const escalated = voices.filter((voice) => voice.escalated)
    expect(escalated.map(({ status }) => status)).toEqual(['pending'])
  })

  it('contain no telephone number but the placeholder', () => {
    for (const text of [...voices.map((voice) => voice.text), ...topics.flatMap(officeTexts)]) {
      const numbers = text.match(/1[3-9]\d{9}/g) ?? []
      expect(numbers.every((number) => number === '13800000000')).toBe(true)
    }
  })

  it('are punctuated as Chinese is', () => {
    const all = [
      ...voices.flatMap((voice) => [voice.text, voice.remark ?? '']),
      ...topics.flatMap(officeTexts),
      ...topics.flatMap((topic) => topic.ratings.map((one) => one.reason ?? '')),
      ...plainTexts,
    ]
    for (const text of all) {
      expect(text).not.toMatch(/\p{Script=Han}[,;:?!.]|[,;?!]\s?\p{Script=Han}/u)
      expect(text).not.toMatch(/["']|\.\.\./)
      expect(text).not.toMatch(/[，。；？！、]{2,}/u)
      for (const [open, close] of [
        ['“', '”'],
        ['（', '）'],
        ['《', '》'],
      ] as const) {
        expect(text.split(open).length, text).toBe(text.split(close).length)
      }
    }
    for (const voice of voices) expect(voice.text, voice.key).toMatch(/[。？！…”）]$/u)
  })

  it('address people as 您 where the office speaks', () => {
    const spoken = topics
      .flatMap(voicesOf)
      .filter((voice) => voice.voice !== 'resident')
      .flatMap((voice) => [voice.text, voice.remark ?? ''])
    for (const text of [...topics.flatMap(officeTexts), ...plainTexts, ...spoken]) {
      expect(text).not.toContain('你')
    }
    for (const voice of voices) expect(voice.remark ?? '').not.toContain('你')
  })

  it('keep to what stays true whenever the site is seeded', () => {
    for (const text of [...voices.map((voice) => voice.text), ...topics.flatMap(officeTexts)]) {
      expect(text).not.toMatch(/20[2-9]\d年|年底|\d+月\d+日/u)
    }
  })
})

describe('moments', () => {
  const now = new Date('2026-03-04T02:00:00Z') // a Wednesday, 10:00 in Shanghai

  it('are told in Shanghai', () => {
    expect(momentToDate({ daysAgo: 1, time: '08:15' }, now).toISOString()).toBe(
      '2026-03-03T00:15:00.000Z',
    )
    expect(momentToDate({ daysAgo: -2, time: '18:00' }, now).toISOString()).toBe(
      '2026-03-06T10:00:00.000Z',
    )
    const lateEvening = new Date('2026-03-03T20:30:00Z') // 04:30 on the 4th in Shanghai
    expect(momentToDate({ daysAgo: 1, time: '22:00' }, lateEvening).toISOString()).toBe(
      '2026-03-03T14:00:00.000Z',
    )
  })

  it('of today never lie ahead', () => {
    expect(momentToDate({ daysAgo: 0, time: '09:59' }, now).toISOString()).toBe(
      '2026-03-04T01:59:00.000Z',
    )
    expect(momentToDate({ daysAgo: 0, time: '10:01' }, now).toISOString()).toBe(
      '2026-03-03T02:01:00.000Z',
    )
  })

  it('of an office on a weekend fall on the Friday before', () => {
    const friday = '2026-02-27T02:00:00.000Z'
    for (const daysAgo of [3, 4, 5]) {
      expect(officeMomentToDate({ daysAgo, time: '10:00' }, now).toISOString()).toBe(friday)
    }
    expect(officeMomentToDate({ daysAgo: 2, time: '10:00' }, now).toISOString()).toBe(
      '2026-03-02T02:00:00.000Z',
    )
  })

  it('refuse what is no time of day', () => {
    for (const time of ['24:00', '9:00', '12:60', '']) {
      expect(() => momentToDate({ daysAgo: 1, time }, now)).toThrow(RangeError)
    }
  })

  it('put their year into numbers', () => {
    expect(withYear('纪要〔{year}〕11号', new Date('2026-12-31T15:59:00Z'))).toBe(
      '纪要〔2026〕11号',
    )
    expect(withYear('XS-{year}-001', new Date('2026-12-31T16:00:00Z'))).toBe('XS-2027-001')
  })
})
