import { describe, expect, it, test } from 'vitest'
import type { WordList } from '../asks'
import { makeKit, screenText } from '../screening.fixture'

const words = [
  { word: '全市最低价', list: 'hold' as WordList },
  { word: '代开票据', list: 'refuse' as WordList },
  { word: '大笨蛋', list: 'mask' as WordList },
  { word: '加群领红包', list: 'hold' as WordList },
  { word: '出现', list: 'watch' as WordList },
  { word: '发展中出现', list: 'allow' as WordList },
  { word: 'spam', list: 'hold' as WordList },
  { word: '笨蛋', list: 'watch' as WordList },
]
const kit = makeKit({ words })
const found = (text: string) =>
  screenText(text, { kit }).findings.flatMap(({ rule, evidence }) =>
    evidence.map(({ start, end }) => [rule, text.slice(start, end)]),
  )

describe('a listed word is found', () => {
  test.each([
    '全市最低价',
    '全 市 最 低 价',
    '全·市*最_低-价',
    '全，市，最，低，价',
    '全。市。最。低。价',
    '全\u200b市\u2060最\ufeff低\u00ad价',
    '全市最低價',
    '全（市）最（低）价',
    '全~市~最~低~价',
    '全市“最低”价',
    '全😀市😀最😀低😀价',
  ])('as %s', (text) => {
    expect(found(`找我司，${text}！`)).toEqual([['wordsHold', text]])
  })

  test.each([
    'spam',
    'SPAM',
    'ｓｐａｍ',
    's p a m',
    'ѕраm',
    's.p.a.m',
    'ⓢⓟⓐⓜ',
    '🄢🄟🄐🄜',
    '🅢🅟🅐🅜',
    '🅂🄿🄰🄼',
    '🆂🅿🅰🅼',
    '🅢p🅰m',
  ])('in letters as %s', (text) => {
    expect(found(`又是 ${text}。`)).toEqual([['wordsHold', text]])
  })
})

describe('innocent texts pass', () => {
  test.each([
    '全市都在说，最低价格要公开。',
    '先到齐全。市最低价不可信',
    '请大家加群。领红包的事以后再说。',
    'a spammer is a person',
    '发展中出现的问题要解决。',
    '不笨，蛋要少吃。',
  ])('%s', (text) => expect(found(text)).toEqual([]))
})

it('the words of each list ask for what their list does', () => {
  expect(screenText('代开票据', { kit })).toMatchObject({ asks: 'refuse' })
  expect(screenText('价格全市最低价', { kit })).toMatchObject({
    asks: 'hold',
    published: '价格全市最低价',
  })
  expect(screenText('你这个大笨蛋啊', { kit })).toMatchObject({
    asks: 'mask',
    published: '你这个＊＊＊啊',
  })
  expect(screenText('笨蛋', { kit })).toMatchObject({ asks: 'watch', published: '笨蛋' })
})

it('an allowed longer word excuses only what lies within it', () => {
  expect(found('发展中出现，又出现')).toEqual([['wordsWatch', '出现']])
})

it('names the words to the moderator, each once', () => {
  const [finding] = screenText('spam, spam, 全市最低价', { kit }).findings
  expect(finding?.params).toEqual({ n: 3, words: 'spam、全市最低价' })
})
