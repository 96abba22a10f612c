import { isId } from '~/domain/shared/id'
import type { Prisma } from '~/generated/prisma/client'
import { sanctionEnd, suspends } from '~/domain/moderation/sanction'
import type { Db } from '~/server/db/database.server'
import { newId } from '~/server/ids.server'
import type { Actor, ActorGrant } from '~/domain/person/actor'
import { TEST_NOW } from '#tests/setup/test-site'
import { addToCount, queueForReview } from './queue'

// Each factory builds the parents that it was not given.

let number = 0

/** A number that no other row of this run has. */
export function next(): number {
  number += 1
  return number
}

const at = (date: Date = TEST_NOW) => newId(date.getTime())

/** A person with a confirmed telephone number. */
export async function makePerson(db: Db, given: GivenPerson = {}) {
  const { phone = `139${String(10_000_000 + next())}`, suspended = false, ...rest } = given
  const person = await db.person.create({
    data: {
      id: at(),
      createdAt: TEST_NOW,
      displayName: `居民${next()}`,
      phoneConfirmedAt: TEST_NOW,
      detail: { create: { phone, phoneHash: `hash-of-${phone}`, updatedAt: TEST_NOW } },
      ...rest,
    },
  })
  if (suspended) await makeSanction(db, { personId: person.id, step: 'suspended' })
  return person
}

type GivenPerson = Partial<Prisma.PersonUncheckedCreateInput> & {
  phone?: string
  /** 暂停 is in force for them. */
  suspended?: boolean
}

/** A sanction that was imposed now, and holds for a week unless it has no end. */
export async function makeSanction(
  db: Db,
  given: Partial<Prisma.SanctionUncheckedCreateInput> & { personId: string },
) {
  const { step = 'limited' } = given
  const forGood = step === 'closed' || step === 'barred'
  const days = forGood ? null : 7
  return db.sanction.create({
    data: {
      id: at(),
      status: 'active',
      proposedAt: TEST_NOW,
      days,
      reason: '多次人身攻击。',
      from: TEST_NOW,
      until: sanctionEnd(days, TEST_NOW),
      ...given,
      step,
    },
  })
}

/** A person with a grant, and the actor that their session would be. */
export async function makeActor(
  db: Db,
  grants: ReadonlyArray<Partial<ActorGrant> & Pick<ActorGrant, 'role'>> = [],
  given: GivenPerson = {},
): Promise<Actor> {
  const person = await makePerson(db, given)
  const full = grants.map((grant) => ({
    duty: null,
    departmentId: null,
    studioId: null,
    title: null,
    ...grant,
  }))
  for (const grant of full) {
    await db.grant.create({
      data: { id: at(), personId: person.id, grantedAt: TEST_NOW, ...grant },
    })
  }
  const sanction = await db.sanction.findFirst({ where: { personId: person.id } })
  return {
    personId: person.id,
    sessionId: `session-of-${person.id}`,
    displayName: person.displayName,
    confirmed: person.phoneConfirmedAt !== null,
    sanction: sanction && { id: sanction.id, step: sanction.step, until: sanction.until },
    suspended: sanction !== null && suspends(sanction.step),
    secondFactor: true,
    hasSecondFactor: true,
    districtId: person.districtId,
    grants: full,
  }
}

export async function makeDistrict(
  db: Db,
  given: Partial<Prisma.DistrictUncheckedCreateInput> = {},
) {
  return db.district.create({ data: { id: at(), name: `街道${next()}`, ...given } })
}

export async function makeDepartment(
  db: Db,
  given: Partial<Prisma.DepartmentUncheckedCreateInput> = {},
) {
  const n = next()
  return db.department.create({
    data: { id: at(), name: `部门${n}`, shortName: `部门${n}`, createdAt: TEST_NOW, ...given },
  })
}

export async function makeCategory(
  db: Db,
  given: Partial<Prisma.CategoryUncheckedCreateInput> = {},
) {
  return db.category.create({ data: { id: at(), name: `类别${next()}`, ...given } })
}

export async function makeStudio(db: Db, given: Partial<Prisma.StudioUncheckedCreateInput> = {}) {
  const typeId =
    given.typeId ?? (await db.studioType.create({ data: { id: at(), name: `类型${next()}` } })).id
  return db.studio.create({
    data: {
      id: at(),
      name: `工作室${next()}`,
      level: 'studio',
      place: '党群服务中心二层',
      introduction: '',
      duties: '',
      rules: '',
      createdAt: TEST_NOW,
      ...given,
      typeId,
    },
  })
}

/** A topic that has been deliberating for a day. */
export async function makeTopic(db: Db, given: Partial<Prisma.TopicUncheckedCreateInput> = {}) {
  const openedAt = new Date(TEST_NOW.getTime() - 24 * 60 * 60 * 1000)
  const categoryId = given.categoryId ?? (await makeCategory(db)).id
  const studioId = given.studioId ?? (await makeStudio(db)).id
  const openedById = given.openedById ?? (await makePerson(db)).id
  const n = next()
  return db.topic.create({
    data: {
      id: at(openedAt),
      code: `CS-2026-${String(n).padStart(3, '0')}`,
      title: `第${n}号议题怎么商量？`,
      question: '大家怎么看？',
      background: '背景材料。',
      backgroundHtml: '<p>背景材料。</p>',
      rendererVersion: 1,
      stage: 'deliberating',
      stageSince: openedAt,
      openedAt,
      ...given,
      categoryId,
      studioId,
      openedById,
    },
  })
}

/**
 * A comment with its first revision. Published ones are counted in their topic, waiting ones in the
 * queue, as the commands would.
 */
export async function makeComment(
  db: Db,
  given: Partial<Prisma.CommentUncheckedCreateInput> & { text?: string; createdAt?: Date } = {},
) {
  const { text = `第${next()}条意见，说得很具体。`, ...rest } = given
  const createdAt = rest.createdAt ?? TEST_NOW
  const topicId = rest.topicId ?? (await makeTopic(db)).id
  const authorId = rest.authorId ?? (await makePerson(db)).id
  const status = rest.status ?? 'published'
  const published = status === 'published'
  const id = rest.id ?? at(createdAt)
  if (!isId(id)) throw new Error('a comment needs an id of the usual form')
  const revisionId = at(createdAt)
  const kind = rest.kind ?? 'opinion'
  return db.$transaction(async (tx) => {
    const comment = await tx.comment.create({
      data: {
        ...rest,
        id,
        topicId,
        authorId,
        kind,
        status,
        createdAt,
        latestRevisionId: revisionId,
        latestStatus: status,
        currentRevisionId: published ? revisionId : null,
        publishedAt: published ? createdAt : null,
      },
    })
    await tx.commentRevision.create({
      data: {
        id: revisionId,
        commentId: id,
        number: 1,
        text,
        html: `<p>${text}</p>`,
        rendererVersion: 1,
        kind,
        stance: rest.stance ?? null,
        status,
        createdAt,
      },
    })
    if (published) {
      const voice = await tx.topicVoice.upsert({
        where: { topicId_personId: { topicId, personId: authorId } },
        create: { topicId, personId: authorId, comments: 1 },
        update: { comments: { increment: 1 } },
      })
      await tx.topic.update({
        where: { id: topicId },
        data: {
          commentCount: { increment: 1 },
          voiceCount: { increment: voice.comments === 1 ? 1 : 0 },
        },
      })
      if (rest.rootId) {
        await tx.comment.update({
          where: { id: rest.rootId },
          data: { replyCount: { increment: 1 } },
        })
      }
    } else if (status === 'pending') {
      await queueForReview(tx, id, { createdAt })
    }
    if (status === 'published') await addToCount(tx, 'approved', 1)
    if (status === 'rejected' || status === 'returned') {
      await addToCount(tx, status, 1)
    }
    return comment
  })
}
