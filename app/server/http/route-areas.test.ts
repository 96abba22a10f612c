import type { ServerBuild } from '@remix-run/node'
import { describe, expect, it } from 'vitest'
import { routeAreas } from './route-areas.server'

const route = (id: string, parentId?: string, path?: string) => ({ id, parentId, path })
const table = [
  route('root', undefined, ''),
  route('frame', 'root'),
  route('home', 'frame'),
  route('topics', 'frame', 'topics'),
  route('topic', 'frame', 'topics/:topicId'),
  route('admin', 'frame', 'admin'),
  route('people', 'admin', 'people'),
  route('export', 'frame', 'topics.csv'),
  route('feed', 'frame', 'feeds/:kind/:id?'),
  route('rest', 'frame', '*'),
]
const routes = Object.fromEntries(table.map((each) => [each.id, each]))
const build = { routes, assets: { routes } } as unknown as ServerBuild
const areaOf = routeAreas(build)
const ids = (path: string) => Object.keys(areaOf(path).routes)

describe('the routes that an address can mean', () => {
  it('are those of its form, with their layouts and the page for what is not there', () => {
    expect(ids('/topics/01')).toEqual(['root', 'frame', 'topic', 'rest'])
    expect(ids('/topics/01/')).toEqual(['root', 'frame', 'topic', 'rest'])
    expect(ids('/Topics')).toEqual(['root', 'frame', 'topics', 'rest'])
    expect(ids('/admin/people')).toEqual(['root', 'frame', 'admin', 'people', 'rest'])
    expect(ids('/')).toEqual(['root', 'frame', 'home', 'rest'])
    expect(ids('/topics.csv')).toEqual(['root', 'frame', 'export', 'rest'])
    for (const path of ['/feeds/a', '/feeds/a/b']) expect(ids(path)).toContain('feed')
    expect(ids('/feeds/a/b/c')).not.toContain('feed')
    expect(ids('/topicsXcsv')).toEqual(['root', 'frame', 'rest'])
  })

  it('are the same for the data of a page', () => {
    expect(areaOf('/topics.data')).toBe(areaOf('/topics'))
    expect(areaOf('/topics/01.data')).toBe(areaOf('/topics/01'))
    expect(areaOf('/_root.data')).toBe(areaOf('/'))
  })

  it('are those of no page for addresses that nobody knows, made once', () => {
    expect(ids('/wp-login.php')).toEqual(['root', 'frame', 'rest'])
    expect(areaOf('/wp-login.php')).toBe(areaOf('/another'))
  })

  it('are all for what the browser asks about routes', () => {
    expect(areaOf('/__manifest')).toBe(build)
  })

  it('are in the table of assets, too', () => {
    expect(Object.keys(areaOf('/topics').assets.routes)).toEqual(ids('/topics'))
  })
})
