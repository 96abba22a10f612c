import { describe, expect, it, test } from 'vitest'
import fc from 'fast-check'
import { timingAfterScreening, advice } from './disposition'
import { fold } from './fold'
import { RULE_IDS, ruleSettings } from './rules'
import { makeKit, NOW, PLAIN_FACTS, screenText, withRule } from './screening.fixture'

const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)
const rulesOf = (...given: Parameters<typeof screenText>) =>
  screenText(...given).findings.map(({ rule }) => rule)

describe('an innocent text', () => {
  test.each([
    '俺觉着电梯这事儿得先算清帐，不然楼里得打起来。',
    '我是一楼的，我不同意，理由如下：采光、噪音、费用。',
    '哈哈哈，支持！支持！支持！',
    '**建议**：\n1. 先公示\n2. 再表决\n\n> 引用原文',
    '赞成，看 https://www.wangchuan.gov.cn/art/2025/7/14 的公示。',
  ])('%s has no finding', (text) => {
    expect(screenText(text)).toEqual({
      findings: [],
      asks: undefined,
      published: text,
      files: [],
      risk: 0,
    })
  })
})

describe('the form of a text', () => {
  it('is watched where it has no word', () => {
    expect(rulesOf('！！！……👍')).toEqual(['wordless'])
  })

  test.each([
    ['支持！'.repeat(13), 13],
    ['顶'.repeat(40), 40],
  ])('is watched where it is padded: %s', (text, n) => {
    expect(screenText(text).findings).toMatchObject([
      { rule: 'padding', params: { n }, evidence: [{ start: 0 }] },
    ])
  })

  test.each([
    'http://a.example.com http://b.example.com http://c.example.com',
    'www.a.com，ｗｗｗ．ｂ．ｃｏｍ，c.top',
    'hxxps://a.xyz/1 a.vip/2 b.shop',
  ])('is held for many links: %s', (text) => {
    expect(screenText(text)).toMatchObject({
      asks: 'hold',
      findings: [{ rule: 'links', params: { n: 3 } }],
    })
  })

  it('is not held for links to offices, nor for file names and decimals', () => {
    const text =
      'https://a.gov.cn/x https://b.gov.cn/y https://www.c.gov.cn 版本1.2.3，readme.md，3.5米'
    expect(rulesOf(text)).toEqual([])
    expect(rulesOf('https://a.gov.cn.evil.com b.com c.com')).toEqual(['links'])
  })
})

describe('the author', () => {
  it('is refused without a confirmed number, and nothing else is asked', () => {
    const facts = { account: { ...PLAIN_FACTS.account, confirmed: false } }
    expect(screenText('打13800138000', { facts })).toMatchObject({
      asks: 'refuse',
      findings: [{ rule: 'unconfirmed' }],
    })
  })

  test.each(['hold', 'refuse'] as const)('under a sanction meets what it says: %s', (sanction) => {
    const facts = { account: { ...PLAIN_FACTS.account, sanction } }
    expect(screenText('好', { facts })).toMatchObject({ asks: sanction })
  })

  it('is held after many texts in a short time, not after as many in a long one', () => {
    const history = { decided: 0, rejected: 0 }
    const quick = [1, 2, 3, 4, 5].map(ago)
    const slow = [1, 2, 3, 4, 11].map(ago)
    expect(rulesOf('好的', { facts: { history: { ...history, sentAt: quick } } })).toEqual([
      'burst',
    ])
    expect(rulesOf('好的', { facts: { history: { ...history, sentAt: slow } } })).toEqual([])
  })

  it('is watched where half was refused, of four at least', () => {
    const facts = (decided: number, rejected: number) => ({
      facts: { history: { sentAt: [], decided, rejected } },
    })
    expect(rulesOf('好的', facts(4, 2))).toEqual(['rejectionShare'])
    expect(rulesOf('好的', facts(5, 2))).toEqual([])
    expect(rulesOf('好的', facts(3, 3))).toEqual([])
  })

  it('is watched on the first day of the account', () => {
    const account = (hours: number) => ({
      facts: { account: { ...PLAIN_FACTS.account, createdAt: ago(hours * 60) } },
    })
    expect(rulesOf('好的', account(23))).toEqual(['newAccount'])
    expect(rulesOf('好的', account(24))).toEqual([])
  })
})

describe('repetition', () => {
  const like = (given: object) => ({
    commentId: 'c',
    byAuthor: true,
    inTopic: true,
    sentAt: ago(30),
    similarity: 100,
    ...given,
  })
  const text = '请把公示栏放到小区东门口。'

  it('by the author is held from the third time on', () => {
    expect(rulesOf(text, { facts: { duplicates: [like({})] } })).toEqual([])
    expect(rulesOf(text, { facts: { duplicates: [like({}), like({})] } })).toEqual(['ownRepeat'])
    expect(
      rulesOf(text, { facts: { duplicates: [like({}), like({ sentAt: ago(25 * 60) })] } }),
    ).toEqual([])
    expect(rulesOf(text, { facts: { duplicates: [like({}), like({ similarity: 80 })] } })).toEqual(
      [],
    )
  })

  it('of others’ words in the topic is watched, except for what everybody says alike', () => {
    const duplicates = [like({ byAuthor: false })]
    expect(rulesOf(text, { facts: { duplicates } })).toEqual(['topicRepeat'])
    expect(rulesOf('支持！', { facts: { duplicates } })).toEqual([])
    expect(
      rulesOf(text, { facts: { duplicates: [like({ byAuthor: false, inTopic: false })] } }),
    ).toEqual([])
  })
})

describe('the run', () => {
  const kit = makeKit({
    words: [
      { word: '代开票据', list: 'refuse' },
      { word: '最低价', list: 'hold' },
    ],
  })

  it('is ended by a refusal alone', () => {
    const facts = { account: { ...PLAIN_FACTS.account, createdAt: ago(1) } }
    expect(rulesOf('代开票据，打13800138000', { kit, facts })).toEqual(['phone', 'wordsRefuse'])
    expect(rulesOf('最低价，打13800138000', { kit, facts })).toEqual([
      'phone',
      'wordsHold',
      'newAccount',
    ])
  })

  it('takes the strictest of what is asked for', () => {
    expect(screenText('最低价，打13800138000', { kit })).toMatchObject({ asks: 'hold', risk: 60 })
  })

  it('is not ended by a rule on trial, which asks for nothing', () => {
    const trial = { ...kit, rules: withRule('wordsRefuse', { mode: 'trial' }) }
    expect(screenText('代开票据，打13800138000', { kit: trial })).toMatchObject({
      asks: 'mask',
      findings: [{ rule: 'phone' }, { rule: 'wordsRefuse', trial: true }],
    })
  })

  it('keeps the length and points into the text, whatever that is', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(
        '138',
        '0013',
        '8000',
        ' ',
        '-',
        '最低价',
        '微信',
        '@',
        '京A',
        '一三八',
        '11010519491231002X',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        const { published, findings } = screenText(text, { kit })
        expect(published).toHaveLength(text.length)
        for (const { start, end } of findings.flatMap(({ evidence }) => evidence)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the topic’s mode comes last', () => {
  test.each([
    ['before', undefined, 'before'],
    ['before', 'watch', 'before'],
    ['after', undefined, 'after'],
    ['after', 'mask', 'after'],
    ['after', 'watch', 'after'],
    ['after', 'hold', 'before'],
  ] as const)('%s, and %s is asked for: %s', (mode, asks, timing) => {
    expect(timingAfterScreening(mode, asks)).toBe(timing)
  })
})

it('authors are told what they can mend, and not what is only watched', () => {
  const kit = makeKit({
    words: [
      { word: '最低价', list: 'watch' },
      { word: '红包', list: 'hold' },
    ],
  })
  const facts = { account: { ...PLAIN_FACTS.account, createdAt: ago(1) } }
  const { findings } = screenText('最低价红包，打13800138000', { kit, facts })
  expect(advice(findings).map(({ rule }) => rule)).toEqual(['phone', 'wordsHold'])
})

describe('settings', () => {
  it('are as defined for every rule until somebody sets others', () => {
    expect(Object.keys(ruleSettings())).toEqual(RULE_IDS)
    expect(ruleSettings().phone).toEqual({ mode: 'on', asks: 'mask', settings: {} })
  })

  it('that make no sense are as if they were not there', () => {
    const stored = [
      { id: 'burst', mode: 'loud', asks: 'mask', settings: { most: 7, withinMinutes: 1e9, x: 1 } },
      { id: 'gone', mode: 'on', asks: 'hold', settings: {} },
    ]
    const rules = ruleSettings(stored)
    expect(rules.burst).toEqual({
      mode: 'on',
      asks: 'hold',
      settings: { most: 7, withinMinutes: 10 },
    })
    expect(rules).not.toHaveProperty('gone')
  })
})

it('folding keeps the places of characters that come apart', () => {
  const { units, starts, ends } = fold('ａ·㎏価')
  expect(units).toBe('akg価')
  expect([...starts.slice(0, 4)]).toEqual([0, 2, 2, 3])
  expect([...ends.slice(0, 4)]).toEqual([1, 3, 3, 4])
})
