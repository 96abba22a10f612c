import { describe, expect, it } from 'vitest'
import { pageTags } from './page-meta'

const root = (data: unknown) => [{ id: 'root', data }]
const site = {
  mode: { language: 'zh-Hans' },
  publicUrl: 'https://lianxin.example.gov.cn/',
  imprint: { siteCode: '1101010001' },
}

describe('the head of a page', () => {
  it('names page and site in the language of the page', () => {
    const tags = pageTags(root({ ...site, mode: { language: 'en' } }), { title: 'Topics' })
    expect(tags).toContainEqual({ title: 'Topics - Lianxin' })
    expect(tags).toContainEqual({ property: 'og:locale', content: 'en_US' })
  })

  it('carries the tags that government sites must have', () => {
    const tags = pageTags(root(site), {
      title: '停车难怎么解？',
      path: '/topics/1',
      article: {
        title: '停车难怎么解？',
        publishedAt: '2025-07-13T17:59:00.000Z',
        source: '工作室',
      },
    })
    for (const [name, content] of [
      ['SiteName', '连心桥'],
      ['SiteDomain', 'lianxin.example.gov.cn'],
      ['SiteIDCode', '1101010001'],
      ['ArticleTitle', '停车难怎么解？'],
      ['PubDate', '2025-07-14 01:59'],
      ['ContentSource', '工作室'],
    ]) {
      expect(tags).toContainEqual({ name, content })
    }
    expect(tags).toContainEqual({
      tagName: 'link',
      rel: 'canonical',
      href: 'https://lianxin.example.gov.cn/topics/1',
    })
  })

  it('guesses no address while none is set, and needs no data of the root', () => {
    const tags = pageTags(root(undefined), { title: '首页', path: '/', wholeTitle: true })
    expect(tags).toContainEqual({ title: '首页' })
    expect(JSON.stringify(tags)).not.toMatch(/canonical|og:url|SiteDomain|SiteIDCode/)
  })
})
