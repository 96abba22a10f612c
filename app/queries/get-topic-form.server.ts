import { openableStudios } from '~/policies/topic'
import type { Scope } from '~/server/scope.server'

/** What a topic is put under: studios the viewer may open one in, categories and districts in use. */
export async function getTopicForm(
  scope: Scope,
  /** What a topic has already stays among the choices, though it may be out of use. */
  present: { categoryId?: string } = {},
) {
  const reach = openableStudios(scope.viewer)
  const [studios, categories, districts] = await Promise.all([
    scope.db.studio.findMany({
      where: { active: true, ...(reach !== 'all' && { id: { in: reach } }) },
      orderBy: { name: 'asc' },
      select: { id: true, name: true },
    }),
    scope.db.category.findMany({
      where: present.categoryId
        ? { OR: [{ active: true }, { id: present.categoryId }] }
        : { active: true },
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true },
    }),
    scope.db.district.findMany({
      orderBy: [{ position: 'asc' }, { name: 'asc' }],
      select: { id: true, name: true, parent: { select: { name: true } } },
    }),
  ])
  return {
    studios,
    categories,
    districts: districts.map(({ id, name, parent }) => ({
      id,
      name: parent ? `${parent.name} ${name}` : name,
    })),
  }
}

export type TopicFormOptions = Awaited<ReturnType<typeof getTopicForm>>
