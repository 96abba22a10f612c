import type { Actor } from '~/domain/person/actor'
import type { Container } from '~/server/container.server'
import type { Scope } from '~/server/scope.server'

/** Something that happens at a time: the demo replays a month of life through the commands. */
export interface DemoEvent {
  at: Date
  run: () => Promise<void>
}

/** The demo's bodies and people by the names that the content gives them. */
export interface DemoCast {
  districts: ReadonlyMap<string, string>
  departments: ReadonlyMap<string, string>
  studios: ReadonlyMap<string, string>
  categories: ReadonlyMap<string, string>
  people: ReadonlyMap<string, Actor>
  /** The official who drafts, or signs, for a department. */
  official(departmentCode: string, duty: 'draft' | 'sign'): Actor
}

/** The value under a name of the content. Throws where the content names what is not there. */
export function named<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined) throw new Error(`the demo's content names ${name}, which is not there`)
  return value
}

/** A request of a person at a time gone by: commands run as they would have run then. */
export function scopeAt(container: Container, viewer: Actor | null, now: Date): Scope {
  return {
    container: {
      ...container,
      clock: () => now,
      // A month's comments are written in a few seconds.
      env: { ...container.env, RATE_LIMIT_FACTOR: 100_000 },
    },
    db: container.database.prisma,
    viewer,
    now,
    requestId: '',
    addressHash: '',
    addressKey: '',
    language: 'zh-Hans',
    pageTag: () => {},
  }
}

/** Who reviews in the demo. */
export function moderatorsOf(cast: DemoCast): Actor[] {
  return [...cast.people.values()].filter(({ grants }) =>
    grants.some(({ role, duty }) => role === 'moderator' && duty === 'review'),
  )
}
