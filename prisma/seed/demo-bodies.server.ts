import type { Actor, ActorGrant } from '~/domain/person/actor'
import type { Container } from '~/server/container.server'
import { newId } from '~/server/ids.server'
import { keyedHash } from '~/server/keys.server'
import { studioHtml } from '~/server/markdown/studio-html.server'
import { categories } from './content/categories'
import { departments } from './content/departments'
import { districts } from './content/districts'
import { listedWords } from './content/listed-words'
import { people, personas } from './content/people'
import { studios } from './content/studios'
import { studioTypes } from './content/studio-types'
import type { PersonSeed } from './content/types'
import { named, type DemoCast } from './demo-cast.server'

const DAY_MS = 24 * 60 * 60 * 1000
/** The site opened this long before the day of seeding. */
const OPENED_DAYS_AGO = 300

/** Writes districts, departments, studios, categories and people. */
export async function seedBodies(container: Container, now: Date): Promise<DemoCast> {
  const db = container.database.prisma
  const createdAt = new Date(now.getTime() - OPENED_DAYS_AGO * DAY_MS)
  const ids = <T extends { code: string }>(rows: readonly T[]) =>
    new Map(rows.map(({ code }) => [code, newId(createdAt.getTime())]))

  const districtIds = ids(districts)
  await db.district.createMany({
    data: districts.map((district, position) => ({
      id: named(districtIds, district.code),
      name: district.name,
      parentId: district.parent ? named(districtIds, district.parent) : null,
      position,
    })),
  })
  const departmentIds = ids(departments)
  await db.department.createMany({
    data: departments.map(({ code, name, shortName, district, telephone }) => ({
      id: named(departmentIds, code),
      name,
      shortName,
      telephone,
      districtId: named(districtIds, district),
      createdAt,
    })),
  })
  const categoryIds = ids(categories)
  await db.category.createMany({
    data: categories.map(({ code, name }, position) => ({
      id: named(categoryIds, code),
      name,
      position,
    })),
  })
  await db.listedWord.createMany({
    data: Object.entries(listedWords).flatMap(([list, words]) =>
      words.map((word) => ({ id: newId(createdAt.getTime()), word, list, createdAt })),
    ),
  })
  const types = await db.studioType.findMany({ select: { id: true, name: true } })
  const typeId = (code: string) => {
    const name = studioTypes.find((type) => type.code === code)?.name
    const type = types.find((row) => row.name === name)
    if (!type) throw new Error(`there is no studio type ${code}`)
    return type.id
  }
  const studioIds = ids(studios)
  await db.studio.createMany({
    data: studios.map((studio) => {
      const texts = {
        introduction: studio.introduction,
        duties: studio.duties.join('\n'),
        rules: studio.rules.join('\n'),
      }
      return {
        id: named(studioIds, studio.code),
        name: studio.name,
        level: studio.level,
        typeId: typeId(studio.type),
        districtId: named(districtIds, studio.district),
        sector: studio.sector ?? null,
        place: studio.place,
        ...texts,
        ...studioHtml(texts),
        createdAt,
      }
    }),
  })
  const actors = await seedPeople(container, createdAt, {
    districtIds,
    departmentIds,
    studioIds,
  })
  return {
    districts: districtIds,
    departments: departmentIds,
    studios: studioIds,
    categories: categoryIds,
    people: actors,
    official: (code, duty) => {
      const departmentId = named(departmentIds, code)
      const actor = [...actors.values()].find((each) =>
        each.grants.some((grant) => grant.departmentId === departmentId && grant.duty === duty),
      )
      if (!actor) throw new Error(`nobody of ${code} has the duty ${duty}`)
      return actor
    },
  }
}

async function seedPeople(
  container: Container,
  createdAt: Date,
  ids: Record<'districtIds' | 'departmentIds' | 'studioIds', ReadonlyMap<string, string>>,
): Promise<Map<string, Actor>> {
  const { prisma: db } = container.database
  const actors = new Map<string, Actor>()
  for (const person of people) actors.set(person.key, actorOf(person, createdAt, ids))
  const persona = new Map(personas.map((each) => [each.key, each.persona]))
  const list = people.map((person) => ({ person, actor: named(actors, person.key) }))

  await db.person.createMany({
    data: list.map(({ person, actor }) => ({
      id: actor.personId,
      createdAt,
      displayName: person.displayName,
      phoneConfirmedAt: createdAt,
      districtId: actor.districtId,
      persona: persona.get(person.key) ?? null,
      // Nobody is told of a month gone by.
      textMessages: false,
    })),
  })
  await db.personDetail.createMany({
    data: list.map(({ actor }, index) => {
      // Numbers that no operator has given out.
      const phone = `+86100${String(10_000_000 + index)}`
      return {
        personId: actor.personId,
        phone,
        phoneHash: keyedHash(container.keys.phone, phone),
        updatedAt: createdAt,
      }
    }),
  })
  await db.grant.createMany({
    data: list.flatMap(({ actor }) =>
      actor.grants.map((grant) => ({
        id: newId(createdAt.getTime()),
        personId: actor.personId,
        grantedAt: createdAt,
        ...grant,
      })),
    ),
  })
  return actors
}

function actorOf(
  person: PersonSeed,
  createdAt: Date,
  ids: Record<'districtIds' | 'departmentIds' | 'studioIds', ReadonlyMap<string, string>>,
): Actor {
  const grants = person.grants.map((grant): ActorGrant => ({
    role: grant.role,
    duty: grant.duty ?? null,
    departmentId: grant.department ? named(ids.departmentIds, grant.department) : null,
    studioId: grant.studio ? named(ids.studioIds, grant.studio) : null,
    title: grant.role === 'resident' ? null : (person.title ?? null),
  }))
  return {
    personId: newId(createdAt.getTime()),
    sessionId: '',
    displayName: person.displayName,
    confirmed: true,
    sanction: null,
    suspended: false,
    secondFactor: true,
    hasSecondFactor: false,
    districtId: named(ids.districtIds, person.district),
    grants,
  }
}
