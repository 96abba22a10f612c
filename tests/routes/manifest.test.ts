import { describe, expect, it } from 'vitest'
import routes from '~/routes'
import type { AccessRule } from '~/policies/access'
import type { RouteConfigEntry } from '@remix-run/route-config'

interface RouteModule {
  default?: unknown
  loader?: { rule?: AccessRule }
  action?: { rule?: AccessRule }
}

const modules = import.meta.glob<RouteModule>('../../app/{root,routes/**/*}.{ts,tsx}')

function files(entries: readonly RouteConfigEntry[]): string[] {
  return entries.flatMap((entry) => [entry.file, ...files(entry.children ?? [])])
}

const listed = ['root.tsx', ...files(await routes)]

describe('every route', () => {
  it.each(listed)('%s declares who may read it and who may write to it', async (file) => {
    const load = modules[`../../app/${file}`]
    expect(load, 'the file of the route').toBeDefined()
    const module = await load?.()
    expect(module?.loader?.rule?.name, 'the rule of the loader').toBeTypeOf('string')
    if (module?.action)
      expect(module.action.rule?.name, 'the rule of the action').toBeTypeOf('string')
  })

  it('is listed once, and every file below routes/ is one or is imported by none', () => {
    expect(new Set(listed).size).toBe(listed.length)
  })
})
