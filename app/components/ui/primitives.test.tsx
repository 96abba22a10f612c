import { describe, expect, it } from 'vitest'
import { elements, renderMarkup } from '#tests/setup/render-markup'
import { Breadcrumbs } from './breadcrumbs'
import { Button, ButtonLink } from './button'
import { DataTable } from './data-table'
import { DateTime } from './date-time'
import { Disclosure } from './disclosure'
import { Facts } from './facts'
import { LinkTabs } from './link-tabs'
import { Notice } from './notice'
import { PageHeading } from './page-heading'
import { Pager } from './pager'
import { Section } from './section'

describe('buttons', () => {
  it('submit unless they say otherwise', () => {
    expect(elements(renderMarkup(<Button>提交意见</Button>), 'button')[0]?.['type']).toBe('submit')
    const [other = {}] = elements(renderMarkup(<Button type="button">取消</Button>), 'button')
    expect(other['type']).toBe('button')
  })

  it('are links where they lead on', () => {
    const html = renderMarkup(<ButtonLink href="/topics">看议题</ButtonLink>)
    expect(elements(html, 'a')[0]?.['href']).toBe('/topics')
    expect(elements(html, 'button')).toEqual([])
  })
})

describe('a notice', () => {
  it.each([
    ['info', '提示'],
    ['success', '已办好'],
    ['warning', '请留意'],
    ['error', '没有办成'],
  ] as const)('of the kind %s says it in a word and in a shape of its own', (kind, word) => {
    const html = renderMarkup(<Notice kind={kind}>内容</Notice>)
    expect(html).toContain(`>${word}</p>`)
    const others = (['info', 'success', 'warning', 'error'] as const).filter((one) => one !== kind)
    const shape = elements(html, 'path')[0]?.['d']
    for (const other of others) {
      const otherShape = elements(renderMarkup(<Notice kind={other} />), 'path')[0]?.['d']
      expect(otherShape).not.toBe(shape)
    }
  })

  it('is announced only when it has just happened', () => {
    expect(elements(renderMarkup(<Notice kind="success" />), 'div')[0]).not.toHaveProperty('role')
    expect(elements(renderMarkup(<Notice kind="success" live />), 'div')[0]?.['role']).toBe(
      'status',
    )
    expect(elements(renderMarkup(<Notice kind="error" live />), 'div')[0]?.['role']).toBe('alert')
  })
})

describe('ways through a list', () => {
  it('are offered where there is more', () => {
    const html = renderMarkup(<Pager olderHref="/topics?after=x" />)
    expect(elements(html, 'a').map((a) => [a['href'], a['rel']])).toEqual([
      ['/topics?after=x', 'next'],
    ])
    expect(elements(html, 'nav')[0]?.['aria-label']).toBe('翻页')
    expect(renderMarkup(<Pager />)).toBe('')
  })

  it('mark the present filter', () => {
    const html = renderMarkup(
      <LinkTabs
        tabs={[
          { href: '?', label: '全部', count: 0, current: true },
          { href: '?stance=oppose', label: '反对' },
        ]}
      />,
    )
    expect(elements(html, 'a').map((a) => a['aria-current'])).toEqual(['true', undefined])
    expect(html).toMatch(/全部<span[^>]*>0<\/span>/)
  })

  it('lead back up', () => {
    const html = renderMarkup(<Breadcrumbs trail={[{ href: '/topics', label: '议题' }]} />)
    expect(elements(html, 'nav')[0]?.['aria-label']).toBe('您所在的位置')
    expect(html).toMatch(/<ol[^>]*><li[^>]*><a href="\/topics"/)
  })
})

describe('a table', () => {
  const columns = [
    { id: 'name', header: '承办单位', rowHeader: true, cell: (row: { name: string }) => row.name },
    { id: 'count', header: '交办', numeric: true, cell: () => 12 },
  ]
  const table = (rows: { name: string }[]) =>
    renderMarkup(
      <DataTable
        caption="办理情况"
        columns={columns}
        rows={rows}
        rowKey={(row) => row.name}
        empty="本月没有交办"
      />,
    )

  it('names its columns and rows, and its scrolling part, which the keyboard reaches', () => {
    const html = table([{ name: '望川区民政局' }])
    expect(elements(html, 'th').map((th) => th['scope'])).toEqual(['col', 'col', 'row'])
    const [region = {}] = elements(html, 'div')
    expect(region['tabindex']).toBe('0')
    expect(region['role']).toBe('region')
    expect(elements(html, 'caption')[0]?.['id']).toBe(region['aria-labelledby'])
  })

  it('says when it is empty', () => {
    const html = table([])
    expect(html).toMatch(/<td[^>]*colspan="2"[^>]*>本月没有交办<\/td>/i)
  })
})

describe('times', () => {
  it('are absolute, and exact for machines', () => {
    expect(renderMarkup(<DateTime value="2025-07-14T01:30:00.000Z" />)).toBe(
      '<time dateTime="2025-07-14T01:30:00.000Z">2025年7月14日 09:30</time>',
    )
    expect(renderMarkup(<DateTime value={new Date('2025-07-14T17:30:00Z')} show="day" />)).toBe(
      '<time dateTime="2025-07-15">2025年7月15日</time>',
    )
    expect(renderMarkup(<DateTime value="2025-07-14T01:30:00Z" />, 'en')).toContain(
      '>14 July 2025, 09:30<',
    )
  })
})

describe('smaller pieces', () => {
  it('leave out facts that are not known', () => {
    const html = renderMarkup(
      <Facts
        facts={[
          { term: '主办', value: '望川区民政局' },
          { term: '会办', value: null },
          { term: '件数', value: 0 },
        ]}
      />,
    )
    expect(elements(html, 'dt')).toHaveLength(2)
    expect(html).not.toContain('会办')
  })

  it('fold without script', () => {
    const html = renderMarkup(<Disclosure summary="背景">正文</Disclosure>)
    expect(html).toMatch(/^<details[^>]*><summary[^>]*>背景<\/summary>/)
  })

  it('head a page once, and a section by its own heading', () => {
    expect(elements(renderMarkup(<PageHeading title="议题" />), 'h1')).toHaveLength(1)
    const html = renderMarkup(
      <Section id="voices" title="大家怎么说">
        内容
      </Section>,
    )
    expect(elements(html, 'section')[0]?.['aria-labelledby']).toBe(elements(html, 'h2')[0]?.['id'])
  })
})
