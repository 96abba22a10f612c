import { Parser } from 'htmlparser2'
import { describe, expect, it, test } from 'vitest'
import { HOSTILE_TEXTS } from '#tests/fixtures/hostile-texts'
import { cleanText } from '~/domain/shared/clean-text'
import type { TextProfile } from './parser'
import { paths } from '~/paths'
import { RENDERER_VERSION, renderMarkdown } from './render.server'
import { sanitize } from './sanitize'

const PROFILES: TextProfile[] = ['comment', 'document']

const COMMENT_MARKUP: Record<string, string[]> = {
  ...{ p: [], br: [], strong: [], em: [], ul: [], ol: ['start'], li: [], blockquote: [] },
  ...{ code: [], pre: [], a: ['href', 'rel'], img: ['src', 'alt', 'loading'] },
}
const MARKUP: Record<TextProfile, Record<string, string[]>> = {
  comment: COMMENT_MARKUP,
  document: {
    ...COMMENT_MARKUP,
    ...{ h3: [], h4: [], h5: [], hr: [] },
    ...{ table: [], thead: [], tbody: [], tr: [], th: ['scope'], td: [] },
  },
}

const VALUES: Record<string, RegExp> = {
  // A browser drops control characters in an address, so none may be in it.
  href: /^(?:https?:\/\/[^/@\\\s\p{C}]+(?:[/?#][^\\\s\p{C}]*)?|mailto:[^?&:\s\p{C}]+|tel:[+0-9().-]+|\/(?![/\\])[^\\\s\p{C}]*)$/u,
  rel: /^nofollow ugc noopener$/,
  src: /^\/attachments\/[0-9a-z]{26}\/(?:image|thumbnail)$/,
  loading: /^lazy$/,
  start: /^\d{1,9}$/,
  scope: /^col$/,
  alt: /^/,
}

const MAX_DEPTH = 40

/** What is in the markup that must not be, as another parser than the sanitiser's reads it. */
function violations(html: string, profile: TextProfile): string[] {
  const allowed = MARKUP[profile]
  const found: string[] = []
  let depth = 0
  const parser = new Parser({
    onopentag: (name, attributes) => {
      depth++
      if (depth > MAX_DEPTH) found.push(`deeper than ${MAX_DEPTH}`)
      const names = allowed[name]
      if (names === undefined) found.push(`<${name}>`)
      for (const [key, value] of Object.entries(attributes)) {
        if (!names?.includes(key)) found.push(`<${name} ${key}>`)
        else if (!VALUES[key]?.test(value)) found.push(`<${name} ${key}="${value}">`)
      }
      if (name === 'a' && attributes.rel === undefined) found.push('a link without rel')
      if (name === 'a' && attributes.href === undefined) found.push('a link without href')
      if (name === 'img' && attributes.src === undefined) found.push('an image without src')
    },
    onclosetag: (name, implied) => {
      depth--
      if (implied && !['br', 'img', 'hr'].includes(name)) found.push(`<${name}> is not closed`)
    },
    oncomment: () => found.push('a comment'),
    oncdatastart: () => found.push('a CDATA section'),
    onprocessinginstruction: (name) => found.push(name),
  })
  parser.end(html)
  return found
}

function rendered(source: string, profile: TextProfile = 'comment'): string {
  return renderMarkdown(source, profile).html.trim()
}

describe('the structural check', () => {
  test.each([
    '<script>alert(1)</script>',
    '<p onclick="alert(1)">a</p>',
    '<a href="javascript:alert(1)" rel="nofollow ugc noopener">a</a>',
    '<a href="https://a.cn@evil.example/" rel="nofollow ugc noopener">a</a>',
    '<a href="//evil.example/" rel="nofollow ugc noopener">a</a>',
    '<a href="https://evil.example/">a</a>',
    '<img src="https://evil.example/a.png" alt="">',
    '<img src="/attachments/../a" alt="">',
    '<p class="x">a</p>',
    '<p>a<strong>b</p>',
    '<!-- a -->',
    '<svg></svg>',
    '<em>'.repeat(50),
  ])('finds %s', (html) => {
    expect(violations(html, 'document')).not.toEqual([])
  })
})

describe.each(PROFILES)('hostile texts in a %s', (profile) => {
  test.each(HOSTILE_TEXTS)(
    '$name',
    ({ text }) => {
      expect(violations(renderMarkdown(text, profile).html, profile)).toEqual([])
      const cleaned = cleanText(text)
      if ('text' in cleaned && cleaned.text !== text) {
        expect(violations(renderMarkdown(cleaned.text, profile).html, profile)).toEqual([])
      }
    },
    60_000,
  )
})

describe('the sanitiser alone', () => {
  test.each(HOSTILE_TEXTS)('holds against $name as HTML', ({ text }) => {
    expect(violations(sanitize(text, 'document'), 'document')).toEqual([])
  })

  it('keeps the words of a link that leads to no good, and not the link', () => {
    expect(sanitize('<p>a <a href="javascript:alert(1)"><em>b</em></a> c</p>', 'comment')).toBe(
      '<p>a <em>b</em> c</p>',
    )
    expect(sanitize('<p>a<img src="//evil.example/a.png" alt="b"></p>', 'comment')).toBe('<p>a</p>')
    expect(sanitize('<ol start="1e9" class="x"><li>a</li></ol>', 'comment')).toBe(
      '<ol><li>a</li></ol>',
    )
  })
})

describe('a comment', () => {
  it('has paragraphs and the line ends that were typed', () => {
    expect(rendered('一\n二\n\n三')).toBe('<p>一<br />\n二</p>\n<p>三</p>')
  })

  it('has emphasis, also between Chinese characters and their punctuation', () => {
    expect(rendered('**重点：**请看*这里*。')).toBe(
      '<p><strong>重点：</strong>请看<em>这里</em>。</p>',
    )
    expect(rendered('他说**“可以”**吗')).toBe('<p>他说<strong>“可以”</strong>吗</p>')
    expect(rendered('𠮷**（野）**家')).toBe('<p>𠮷<strong>（野）</strong>家</p>')
    expect(rendered('2 * 3 * 4, snake_case_name, a ** b')).toBe(
      '<p>2 * 3 * 4, snake_case_name, a ** b</p>',
    )
  })

  it('has lists, quotes and code', () => {
    expect(rendered('- 一\n- 二')).toBe('<ul>\n<li>一</li>\n<li>二</li>\n</ul>')
    expect(rendered('3. 三\n4. 四')).toBe('<ol start="3">\n<li>三</li>\n<li>四</li>\n</ol>')
    expect(rendered('> 引')).toBe('<blockquote>\n<p>引</p>\n</blockquote>')
    expect(rendered('`<b>`')).toBe('<p><code>&lt;b&gt;</code></p>')
    expect(rendered('```js\n<b>\n```')).toBe('<pre><code>&lt;b&gt;\n</code></pre>')
  })

  it('shows a heading as a bold paragraph, and no heading where there are no words', () => {
    expect(rendered('# 标题\n正文')).toBe('<p><strong>标题</strong></p>\n<p>正文</p>')
    expect(rendered('正文\n---')).toBe('<p>正文<br />\n---</p>')
    expect(rendered('#\n\na')).toBe('<p>a</p>')
  })

  it('leaves tables, HTML, entities and indentation as they were typed', () => {
    expect(rendered('|a|\n|-|\n|b|')).toBe('<p>|a|<br />\n|-|<br />\n|b|</p>')
    expect(rendered('<b>a</b> &lt; &nbsp;')).toBe('<p>&lt;b&gt;a&lt;/b&gt; &amp;lt; &amp;nbsp;</p>')
    expect(rendered('    一')).toBe('<p>一</p>')
  })

  const rel = 'rel="nofollow ugc noopener"'
  test.each([
    ['[a](/topics/1?x=1#c)', `<a href="/topics/1?x=1#c" ${rel}>a</a>`],
    [
      '[a](https://例.中国/路 "名")',
      `<a href="https://xn--fsq.xn--fiqs8s/%E8%B7%AF" ${rel}>a</a>（xn--fsq.xn--fiqs8s）`,
    ],
    ['[a](mailto:a@b.cn)', `<a href="mailto:a@b.cn" ${rel}>a</a>`],
    ['[a](tel:+86-10-12345678)', `<a href="tel:+86-10-12345678" ${rel}>a</a>`],
    ['<https://b.cn/a_b>', `<a href="https://b.cn/a_b" ${rel}>https://b.cn/a_b</a>`],
    ['[**a**](/b)', `<a href="/b" ${rel}><strong>a</strong></a>`],
  ])('makes %s a link', (source, html) => {
    expect(rendered(source)).toBe(`<p>${html}</p>`)
  })

  const bare = (url: string) => `<a href="${url}" ${rel}>${url}</a>`
  test.each([
    ['详见https://b.cn/a，谢谢', `详见${bare('https://b.cn/a')}，谢谢`],
    ['（https://b.cn/a_(b)）', `（${bare('https://b.cn/a_(b)')}）`],
    ['(https://b.cn/a).', `(${bare('https://b.cn/a')}).`],
    ['**https://b.cn/a**', `<strong>${bare('https://b.cn/a')}</strong>`],
    ['- HTTP://b.cn/', '<a href="http://b.cn/" '],
    ['https://b.cn/a?b=1&c=2.', '>https://b.cn/a?b=1&amp;c=2</a>.'],
    ['[见 https://b.cn/](/c)', `<a href="/c" ${rel}>见 https://b.cn/</a>`],
    ['\\https://b.cn/', '\\https://b.cn/'],
    ['xhttps://b.cn/ https:// https://。', 'xhttps://b.cn/ https:// https://。'],
  ])('finds the address in %s', (source, html) => {
    expect(rendered(source)).toContain(html)
  })

  it('says where a link leads when its words do not', () => {
    expect(rendered('[www.gov.cn](https://evil.example/a)')).toContain(
      '>www.gov.cn</a>（evil.example）',
    )
    expect(rendered('[**全文**](http://b.cn:81/)')).toContain('</strong></a>（b.cn:81）')
    expect(rendered('[B.CN 的全文](https://b.cn/)')).toContain('的全文</a></p>')
    expect(rendered('[b.cn:80/全文](http://b.cn/)')).toContain('全文</a></p>')
    expect(rendered('[本站](/topics) [写信](mailto:a@b.cn)')).not.toContain('（')
  })

  it.each([
    'https://www.gov.cn/pay',
    'https://www.gov.cn/v.cn',
    'v.cn.gov.cn',
    'v.cn@www.gov.cn',
    'v.cn:80@www.gov.cn',
    'v.cn。gov.cn',
    'v.cn‑gov.cn',
    'www.gov.cn v.cn',
  ])('says so of %s, which holds the host and is another address', (words) => {
    expect(rendered(`[${words}](http://v.cn/x)`)).toContain('</a>（v.cn）')
  })

  it('does not make a link of what could mislead, and shows it as it was typed', () => {
    expect(rendered('[a](javascript:alert)')).toBe('<p>[a](javascript:alert)</p>')
    expect(rendered('[a](https://www.gov.cn@b.cn/)')).not.toContain('<a')
    expect(rendered('[a](//b.cn)')).not.toContain('<a')
    expect(rendered('[a](/.//b.cn)')).not.toContain('<a')
    expect(rendered('[a]()')).toBe('<p>a</p>')
    expect(rendered(`[a](https://b.cn/${'c'.repeat(3000)})`)).not.toContain('<a')
  })

  it('has images of the site, and links to others', () => {
    const image = paths.attachment('01jd0000000000000000000000', 'image')
    expect(rendered(`![图](${image})`)).toBe(
      `<p><img src="${image}" alt="图" loading="lazy" /></p>`,
    )
    expect(rendered('![图](https://b.cn/a.png)')).toBe(
      `<p><a href="https://b.cn/a.png" ${rel}>图</a>（b.cn）</p>`,
    )
    expect(rendered(`[![图](${image})](/b)`)).toBe(
      `<p><a href="/b" ${rel}><img src="${image}" alt="图" loading="lazy" /></a></p>`,
    )
  })

  it.each([
    '/sign-out',
    '/files/a.png',
    '/attachments/a/image',
    paths.attachment('01jd0000000000000000000000', 'file'),
    `${paths.attachment('01jd0000000000000000000000', 'image')}?a=1`,
  ])('has no image of what is none of the site: %s', (source) => {
    expect(rendered(`![a](${source})`)).not.toContain('<img')
  })

  it('loses no word of what is nested too deep', () => {
    const source = `${'> '.repeat(300)}${'- '.repeat(300)}末尾`
    expect(rendered(source)).toContain('末尾')
    expect(rendered('[内'.repeat(100))).toContain('内')
    expect(rendered(`${'*a **b '.repeat(50)}末尾${'** *'.repeat(50)}`)).toContain('末尾')
  })
})

describe('a document', () => {
  it('has headings below those of the page, none skipped, whatever was typed', () => {
    expect(rendered('## 一\n#### 二\n##### 三\n###### 四\n# 五', 'document')).toBe(
      '<h3>一</h3>\n<h4>二</h4>\n<h5>三</h5>\n<h5>四</h5>\n<h3>五</h3>',
    )
  })

  it('has tables with column headings, and rules', () => {
    expect(rendered('|a|b|\n|:-:|-|\n|c|**d**|', 'document')).toBe(
      [
        '<table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col">b</th>\n</tr>\n</thead>',
        '<tbody>\n<tr>\n<td>c</td>\n<td><strong>d</strong></td>\n</tr>\n</tbody>\n</table>',
      ].join('\n'),
    )
    expect(rendered('a\n\n---\n\nb', 'document')).toBe('<p>a</p>\n<hr />\n<p>b</p>')
  })

  it('has no table of more columns than a page can show', () => {
    const wide = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|`
    expect(rendered(wide(20), 'document')).toContain('<table>')
    expect(rendered(wide(21), 'document')).not.toContain('<table>')
  })
})

it('tells the version of the renderer', () => {
  expect(renderMarkdown('a', 'comment')).toEqual({ html: '<p>a</p>\n', version: RENDERER_VERSION })
})

it('shows stars that cover what is private as they are', () => {
  expect(renderMarkdown('打138****1234或**快**打139****5678', 'comment').html).toBe(
    '<p>打138****1234或<strong>快</strong>打139****5678</p>\n',
  )
})
