import { describe, expect, it, test } from 'vitest'
import { makeKit, screenText, withRule } from '../screening.fixture'

const found = (text: string) =>
  screenText(text).findings.flatMap(({ rule, evidence }) =>
    evidence.map(({ start, end }) => [rule, text.slice(start, end)]),
  )

describe('what is masked', () => {
  test.each([
    ['我住3号楼，可以打我电话13800000000。', '我住3号楼，可以打我电话138****0000。'],
    ['身份证11010519491231002X请核对', '身份证110***********002X请核对'],
    ['卡号6222021234567890128。', '卡号6222***********0128。'],
    ['家里电话0571-87654321', '家里电话0571-****4321'],
    ['家里电话0312-7654321', '家里电话0312-****321'],
    ['写信给zhangsan@example.com', '写信给z*******@example.com'],
    ['加微信dianti-demo。', '加微信di*********。'],
    ['QQ：1234567，随时', 'QQ：12*****，随时'],
    ['京A·12345停在门口', '京A·****5停在门口'],
    ['沪AD12345占道', '沪A****45占道'],
  ])('%s', (text, published) => {
    expect(screenText(text)).toMatchObject({ published, asks: 'mask' })
  })

  it('leaves the text as long as it was, with the evidence in its place', () => {
    const text = '👍𝟏3𝟖-0013-8000，还有 zhang@example.com'
    const { published } = screenText(text)
    expect(published).toHaveLength(text.length)
    expect(found(text)).toEqual([
      ['phone', '𝟏3𝟖-0013-8000'],
      ['email', 'zhang@example.com'],
    ])
  })
})

describe('a mobile number is found', () => {
  test.each([
    '13800138000',
    '138 0013 8000',
    '138-0013-8000',
    '138.0013.8000',
    '138·0013·8000',
    '1 3 8 0 0 1 3 8 0 0 0',
    '1，3，8，0，0，1，3，8，0，0，0',
    '１３８００１３８０００',
    '①③⑧⓪⓪①③⑧⓪⓪⓪',
    '➊➌➑00➊➌➑000',
    '一三八零零一三八零零零',
    '壹叁捌零零壹叁捌零零零',
    '幺三八〇〇幺三八〇〇〇',
    '1三8零0一3八0零0',
    '一三八 0013 八零零零',
    '138OO138OOO',
    'l38ool38000',
    '(138)0013-8000',
    '138_0013_8000',
    '138*0013*8000',
    '1\u200b3\u200b8\u200b00138000',
    '+86 13800138000',
    '0086-138-0013-8000',
    '８６１３８００１３８０００',
  ])('as %s', (number) => {
    for (const text of [
      number,
      `打我电话${number}就行`,
      `${number}三号楼`,
      `在5号楼，${number}。`,
    ]) {
      expect(found(text), text).toMatchObject([['phone', expect.any(String)]])
      expect(screenText(text).published, text).toContain('****')
    }
  })

  it('twice in one text', () => {
    expect(found('13800138000 13900139000')).toEqual([
      ['phone', '13800138000'],
      ['phone', '13900139000'],
    ])
  })
})

describe('a landline is found', () => {
  test.each([
    '0571-87654321',
    '057187654321',
    '0571 8765 4321',
    '0571－8765－4321',
    '（0571）87654321',
    '０５７１-８７６５４３２１',
    '0 5 7 1 8 7 6 5 4 3 2 1',
    '⓪⑤⑦①-⑧⑦⑥⑤④③②①',
    '零五七一八七六五四三二一',
    'O571-87654321',
    '0571.8765.4321',
    '0571\u200b8765\u200b4321',
  ])('as %s', (number) => {
    const text = `家里电话${number}就行`
    expect(found(text)).toMatchObject([['landline', expect.any(String)]])
    expect(screenText(text).published).toContain('****')
  })

  test.each(['电话87654321', '电话 8765 4321', '座机：８７６５４３２１', '电话八七六五四三二一'])(
    'without its area code as %s',
    (text) => expect(found(text)).toMatchObject([['landline', expect.any(String)]]),
  )
})

describe('an identity card is known by its check digit after GB 11643', () => {
  test.each([
    '11010519491231002X',
    '１１０１０５１９４９１２３１００２Ｘ',
    '110105 19491231 002x',
    '110105-1949-1231-002X',
  ])('%s', (number) =>
    expect(found(`号码${number}`)).toMatchObject([['identityCard', expect.any(String)]]),
  )

  test.each(['110105194912310021', '110105194913310022', '990105194912310021'])(
    '%s is none: check digit, date or province are wrong',
    (number) => expect(found(number).filter(([rule]) => rule === 'identityCard')).toEqual([]),
  )

  it('also as it was before 1999', () => {
    expect(found('旧证110105491231002')).toEqual([['identityCard', '110105491231002']])
  })
})

test.each([
  '6222021234567890128',
  '6222 0212 3456 7890 128',
  '４５３９-１４８８-０３４３-６４６７',
])('a bank card is known by Luhn’s check: %s', (number) =>
  expect(found(number)).toMatchObject([['bankCard', expect.any(String)]]),
)

test.each([
  '微信号：abc_12345',
  '薇信 abc12345',
  'V信abc12345',
  'vx:abc12345',
  'Ｖ Ｘ：ａｂｃ１２３４５',
  'WeChat：abc12345',
  '加v abc12345',
  '扣扣1234567',
  'Q Q 1 2 3 4 5 6 7',
  '企鹅号1234567',
  '➕薇 dianti2025',
])('an account is found behind its service: %s', (text) => {
  expect(found(text)).toMatchObject([['contact', expect.any(String)]])
})

test.each([
  ['zhangsan＠example．com'],
  ['zhangsan @ example.com'],
  ['zhangsan[at]example[dot]com'],
  ['zhangsan艾特example点com'],
])('an e-mail address is found as %s', (text) => {
  expect(found(text)).toMatchObject([['email', text]])
})

test.each(['京A12345', '京 A 1 2 3 4 5', '京Ａ·１２３４５', '蘇A12345', '粤B1234学', '川A D12345'])(
  'a number plate is found as %s',
  (text) => expect(found(`${text}停在消防通道`)).toMatchObject([['plate', expect.any(String)]]),
)

describe('left alone', () => {
  test.each([
    '有事打12345，紧急打110、119或者120。',
    '打95598报修，或者400-800-8888。',
    '预算13800000000元，分三年拨付。',
    '2025年7月14日13:59，2026-01-05至2026-02-18。',
    '时间是2025-07-14 13:59:07到2025-07-15 08:00:00。',
    '3号楼2单元1501室，建筑面积89.75平方米。',
    '楼层 1 3 5 7 9 11 13 15 都没有灯。',
    '共有138户、276人，其中60岁以上91人。',
    '一百三十八户里有八十九户同意，一三五单号、二四六双号。',
    '文号望政办〔2025〕13号，编号GB/T 37668-2019。',
    '微信群里大家说好了，用微信支付12000元物业费。',
    'QQ群500人已经满了。',
    '威信是干出来的，微信公众号也要更新。',
    'The WeChat mini program is handy for old people.',
    '请写到 xietiao@wangchuan.gov.cn。',
    'π是3.14159265358979。',
    '坐京津城际，新能源车位多留一些，川菜馆在B2层。',
    '社会信用代码91330106MA2AXXXX0P。',
  ])('%s', (text) => expect(found(text)).toEqual([]))

  it('a telephone that an office has published, in either way of writing it', () => {
    const kit = makeKit({ official: ['057187654321', '87654321'] })
    for (const text of ['打0571-87654321', '电话8765 4321', '热线（0571）87654321']) {
      expect(screenText(text, { kit }).findings, text).toEqual([])
    }
    expect(screenText('打0571-87654322', { kit }).asks).toBe('mask')
  })
})

describe('by how the rule is set', () => {
  it('masks what is held, too', () => {
    const kit = makeKit({ rules: withRule('phone', { asks: 'hold' }) })
    expect(screenText('打13800138000', { kit })).toMatchObject({
      asks: 'hold',
      published: '打138****8000',
    })
  })

  test.each([
    { mode: 'off' as const, count: 0 },
    { mode: 'trial' as const, count: 1 },
  ])('changes nothing while it is $mode', ({ mode, count }) => {
    const kit = makeKit({ rules: withRule('phone', { mode }) })
    const screening = screenText('打13800138000', { kit })
    expect(screening).toMatchObject({ asks: undefined, published: '打13800138000', risk: 0 })
    expect(screening.findings).toHaveLength(count)
  })
})
