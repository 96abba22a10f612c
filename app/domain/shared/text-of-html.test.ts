import { expect, test } from 'vitest'
import { textOfHtml } from './text-of-html'

test.each([
  ['<p>一楼，<strong>数据公开</strong>。</p>\n<p>第二段</p>', '一楼，数据公开。 第二段'],
  ['<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>', '甲 乙'],
  ['<p>看<a href="https://example.com/a?b=1&amp;c=2" rel="nofollow">这里</a></p>', '看这里'],
  ['<p>1 &lt; 2 &amp;&amp; &quot;x&quot; &#39;y&#39;</p>', `1 < 2 && "x" 'y'`],
  // Decoded once: what was written as an entity stays one.
  ['<p>&amp;lt;b&amp;gt;</p>', '&lt;b&gt;'],
  ['<p>一行<br>两行</p>', '一行 两行'],
  ['<p>说到一半<stro', '说到一半'],
  ['', ''],
])('the words of %s', (html, text) => {
  expect(textOfHtml(html)).toBe(text)
})
