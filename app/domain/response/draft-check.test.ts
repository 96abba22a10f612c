import { describe, expect, it } from 'vitest'
import { checkDraft, questionPoints } from './draft-check'

const check = (text: string, comments: Array<{ author: string; text: string }> = []) =>
  checkDraft({ text, points: questionPoints(comments) })

describe('the points of a question', () => {
  it('are its numbered demands, or the comment as a whole', () => {
    const words = (text: string) => questionPoints([{ author: '秀兰', text }]).map((p) => p.text)
    expect(words('路灯坏了两盏，什么时候能修？')).toEqual(['路灯坏了两盏，什么时候能修？'])
    expect(words('一、路灯什么时候修？\n二、台阶能不能加扶手？')).toEqual([
      '路灯什么时候修？',
      '台阶能不能加扶手？',
    ])
    expect(words('请问：\n1. 谁来修\n2. 花多少钱\n3. 何时完工')).toEqual([
      '谁来修',
      '花多少钱',
      '何时完工',
    ])
    expect(words('两个问题。第一，谁出钱？第二，谁来管？')).toEqual(['谁出钱？', '谁来管？'])
    // Figures are no numbers of a list.
    expect(words('车桩比3.4:1够不够，坡道1.5米宽够不够？')).toHaveLength(1)
  })

  it('are told by their beginning', () => {
    const [point] = questionPoints([{ author: '老周头', text: '字'.repeat(60) }])
    expect(Array.from(point?.words ?? '')).toHaveLength(24)
    expect(point?.words.endsWith('…')).toBe(true)
  })
})

describe('the check of a draft', () => {
  const asked = [
    { author: '秀兰', text: '健身步道的路灯坏了两盏，什么时候能修？' },
    { author: '老周头', text: '菜市场北门台阶太陡，请加一段坡道。' },
  ]

  it('says which points the draft seems to leave out', () => {
    const text = '健身步道的两盏路灯已经报修，12月20日前换好。联系电话：0000-0000111。'
    expect(check(text, asked).unmet.map(({ author }) => author)).toEqual(['老周头'])
    expect(check(`${text}北门台阶旁增设坡道。`, asked).unmet).toEqual([])
    // Who is named is answered.
    expect(check('坏了的路灯已修。老周头提的事另行答复。', asked).unmet).toEqual([])
    expect(check('研究研究。', asked)).toMatchObject({ points: 2 })
  })

  it.each([
    '2026年3月完成',
    '12月5日前换好',
    '三个工作日内答复',
    '本月起施行',
    '年内不变，明年第一季度开工',
    '十二月底完成',
    '下周一进场',
    '15个工作日内办结',
    '下半年列入计划',
  ])('finds the date in “%s”', (text) => {
    expect(check(text).hasDate).toBe(true)
  })

  it.each(['尽快完成', '共有3个月季花坛', '路灯12盏', '第二天就坏了'])(
    'finds none in “%s”',
    (text) => {
      expect(check(text).hasDate).toBe(false)
    },
  )

  it('finds whom to ask', () => {
    for (const text of [
      '联系电话：0000-0000111',
      '请拨打12345',
      '咨询电话 010-87654321',
      '可到街道便民服务中心咨询',
    ]) {
      expect(check(text).hasContact, text).toBe(true)
    }
    for (const text of ['共有车位1860个', '欢迎继续反映问题']) {
      expect(check(text).hasContact, text).toBe(false)
    }
  })

  it('counts reading time at 400 characters a minute', () => {
    expect([1, 400, 401, 1200].map((n) => check('字'.repeat(n)).readingMinutes)).toEqual([
      1, 1, 2, 3,
    ])
  })

  it('hints at vague words, but not beside a date', () => {
    expect(check('我们将尽快协调相关部门，适时推进。尽快再说。').vague).toEqual([
      '尽快',
      '相关部门',
      '适时',
    ])
    expect(check('尽快在12月20日前换好。').vague).toEqual([])
  })

  it('has nothing to say against an empty draft but what it lacks', () => {
    expect(check('')).toEqual({
      unmet: [],
      points: 0,
      hasDate: false,
      hasContact: false,
      readingMinutes: 1,
      vague: [],
    })
  })
})
