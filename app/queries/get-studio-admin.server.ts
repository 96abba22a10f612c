import { AppError } from '~/domain/errors'
import { requireAdministrator } from '~/policies/administration'
import type { Scope } from '~/server/scope.server'
import { readBodyPeople, type BodyPerson } from './body-people.server'
import { inForce } from './grant-view.server'

export interface StudioAdmin {
  id: string
  name: string
  level: 'studio' | 'station'
  typeId: string
  districtId: string | null
  sector: string | null
  place: string
  introduction: string
  duties: string
  rules: string
  active: boolean
  version: number
  people: BodyPerson[]
  /** Topics that are not closed yet. */
  openTopics: number
}

/** A studio or station with those who belong to it. @throws AppError notFound */
export async function getStudioAdmin(scope: Scope, id: string): Promise<StudioAdmin> {
  requireAdministrator(scope.viewer)
  const studio = await scope.db.studio.findUnique({
    where: { id },
    omit: {
      createdAt: true,
      introductionHtml: true,
      dutiesHtml: true,
      rulesHtml: true,
      rendererVersion: true,
    },
  })
  if (!studio) throw new AppError('notFound')
  const [people, openTopics] = await Promise.all([
    readBodyPeople(scope, { studioId: id, ...inForce(scope.now) }),
    scope.db.topic.count({ where: { studioId: id, stage: { not: 'closed' } } }),
  ])
  return { ...studio, people, openTopics }
}
