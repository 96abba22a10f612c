import { describe, expect, it } from 'vitest'
import {
  externalFinding,
  externalRisk,
  isAskedOutside,
  readExternalAnswer,
  timingOncePassed,
} from './external'
import { makeKit, screenText, withRule } from './screening.fixture'

const TEXT = '电话🏠打不通，请修路灯。'
const answer = (start: number, end: number, text: string, more: object = {}) => ({
  verdict: 'hold',
  findings: [{ code: 'rumour', start, end, text }],
  ...more,
})

describe('an answer of the service outside', () => {
  it('counts where its places are those of the words that it names', () => {
    expect(readExternalAnswer(answer(4, 7, '打不通'), TEXT)).toMatchObject({ verdict: 'hold' })
    expect(readExternalAnswer({ verdict: 'pass' }, TEXT)).toEqual({ verdict: 'pass', findings: [] })
  })

  it('counts for nothing where places were counted otherwise, or lie beyond the text', () => {
    // In code points and in bytes.
    expect(readExternalAnswer(answer(3, 6, '打不通'), TEXT)).toBeUndefined()
    expect(readExternalAnswer(answer(10, 19, '打不通'), TEXT)).toBeUndefined()
    expect(readExternalAnswer(answer(90, 93, '打不通'), TEXT)).toBeUndefined()
    expect(readExternalAnswer(answer(7, 4, '打不通'), TEXT)).toBeUndefined()
  })

  it('counts for nothing where it is anything else', () => {
    const wrong = [
      undefined,
      null,
      'pass',
      [],
      {},
      { verdict: 'allow' },
      { verdict: 'pass', findings: 'none' },
      answer(4, 7, '打不通', { findings: [{ code: '', start: 4, end: 7, text: '打不通' }] }),
      answer(4, 7, '打不通', { findings: [{ code: '<b>', start: 4, end: 7, text: '打不通' }] }),
      answer(4.5, 7, '打不通'),
      answer(-1, 7, '打不通'),
      { verdict: 'hold', findings: Array(101).fill({ code: 'a', start: 0, end: 1, text: '电' }) },
    ]
    for (const each of wrong) expect(readExternalAnswer(each, TEXT)).toBeUndefined()
  })

  it('never refuses: what it would refuse is held, and looked at before all others', () => {
    const refused = { ...answer(4, 7, '打不通'), verdict: 'refuse' as const }
    const finding = externalFinding(refused, { mode: 'on', asks: 'hold' }, 1)
    expect(finding).toMatchObject({ asks: 'hold', params: { state: 'refuse', codes: 'rumour' } })
    expect(externalRisk(refused, 40)).toBe(100)
    expect(externalRisk({ verdict: 'pass', findings: [] }, 60)).toBe(20)
    expect(externalRisk(null, 60)).toBe(60)
  })
})

describe('the rule of the service outside', () => {
  it('has every text wait where a service is connected, and none where none is', () => {
    const screened = screenText('请修路灯。', { kit: makeKit({ external: true }) })
    expect(screened).toMatchObject({ asks: 'hold', findings: [{ rule: 'external' }] })
    expect(isAskedOutside(screened)).toBe(true)
    expect(isAskedOutside(screenText('请修路灯。'))).toBe(false)
  })

  it('can be switched off, tried out, or set to hold nothing', () => {
    const by = (change: Parameters<typeof withRule>[1]) =>
      screenText('请修路灯。', {
        kit: makeKit({ external: true, rules: withRule('external', change) }),
      })
    expect(isAskedOutside(by({ mode: 'off' }))).toBe(false)
    expect(by({ mode: 'trial' })).toMatchObject({ asks: undefined, risk: 0 })
    expect(by({ asks: 'watch' }).asks).toBe('watch')
  })

  it('lets a text be published once it has passed, unless something else holds it', () => {
    const kit = makeKit({ external: true, words: [{ word: '代开票据', list: 'hold' }] })
    const plain = screenText('请修路灯。', { kit }).findings
    expect(timingOncePassed('after', plain)).toBe('after')
    expect(timingOncePassed('before', plain)).toBe('before')
    expect(timingOncePassed('after', screenText('代开票据', { kit }).findings)).toBe('before')
  })
})
