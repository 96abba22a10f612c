import { describe, expect, it } from 'vitest'
import { elements, renderMarkup } from '#tests/setup/render-markup'
import { PageShell } from './page-shell'

const mode = { theme: 'auto', elder: false } as const

describe('the page around its content', () => {
  const here = '/topics/abc?sort=hot'
  const html = renderMarkup(
    <PageShell here={here} mode={mode} imprint={{}}>
      正文
    </PageShell>,
  )

  it('begins with a way over the header to the content', () => {
    const [first = {}] = elements(html, 'a')
    expect(first['href']).toBe('#main')
    expect(elements(html, 'main')[0]).toMatchObject({ id: 'main', tabindex: '-1' })
  })

  it('marks where the reader is', () => {
    const current = elements(html, 'a').filter((a) => a['aria-current'] && a['href'] === '/topics')
    expect(current.map((a) => a['aria-current'])).toEqual(['true'])
    const home = renderMarkup(
      <PageShell here="/?sort=new" mode={mode} imprint={{}}>
        正文
      </PageShell>,
    )
    const onHome = elements(home, 'a').filter((a) => a['aria-current'] === 'page')
    expect(onHome.map((a) => a['href'])).toEqual(['/'])
  })

  it('offers 长辈版, light and language as links that lead back here, and nothing that needs script', () => {
    const back = encodeURIComponent(here)
    const links = elements(html, 'a').map((a) => a['href']?.replaceAll('&amp;', '&') ?? '')
    expect(links).toContain(`/preferences?elder=1&back=${back}`)
    for (const theme of ['day', 'night', 'auto']) {
      expect(links).toContain(`/preferences?theme=${theme}&back=${back}`)
    }
    for (const lang of ['zh-Hans', 'zh-Hant', 'en']) {
      expect(links).toContain(`/preferences?lang=${lang}&back=${back}`)
    }
    expect(html).not.toMatch(/<script|<button|<form| on[a-z]+=| style=/)
  })

  it('leads out of 长辈版 again', () => {
    const elder = renderMarkup(
      <PageShell here="/" mode={{ theme: 'day', elder: true }} imprint={{}}>
        正文
      </PageShell>,
    )
    expect(elder).toMatch(/<a [^>]*href="\/preferences\?elder=0&amp;back=%2F"[^>]*>标准版<\/a>/)
  })

  it('asks a guest to sign in and come back, and greets who is signed in by name', () => {
    expect(html).toContain(`/sign-in?next=${encodeURIComponent(here)}`)
    const known = renderMarkup(
      <PageShell here="/" mode={mode} imprint={{}} account={{ name: '李静', unread: 0 }}>
        正文
      </PageShell>,
    )
    expect(known).not.toContain('/sign-in')
    expect(known).toMatch(/<a [^>]*href="\/me"[^>]*>李静<\/a>/)
  })

  it('shows the work areas a person may enter, in one order, with what waits there', () => {
    expect(html).not.toContain('工作台')
    const staff = renderMarkup(
      <PageShell
        here="/moderation"
        mode={mode}
        imprint={{}}
        staff={[{ area: 'audit' }, { area: 'moderation', waiting: 12 }]}
      >
        正文
      </PageShell>,
    )
    const areas = elements(staff, 'a').filter((a) =>
      ['/moderation', '/audit'].includes(a['href'] ?? ''),
    )
    expect(areas.map((a) => [a['href'], a['aria-current']])).toEqual([
      ['/moderation', 'page'],
      ['/audit', undefined],
    ])
    expect(staff).toContain('12 件待办')
  })

  it('says at its foot who answers for the site, as far as it is known', () => {
    expect(html).not.toContain('主办单位')
    const full = renderMarkup(
      <PageShell
        here="/"
        mode={mode}
        imprint={{
          sponsor: '望川市政协办公厅',
          telephone: '0000-12345678',
          icp: '某ICP备00000000号',
        }}
      >
        正文
      </PageShell>,
    )
    expect(full).toMatch(/<dt>主办单位<\/dt><dd>望川市政协办公厅<\/dd>/)
    expect(full).toContain('某ICP备00000000号')
    expect(full).not.toContain('承办单位')
    expect(full).toContain('href="/privacy"')
    expect(full).toContain('href="/accessibility"')
  })
})
