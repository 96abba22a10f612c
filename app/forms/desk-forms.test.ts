import { describe, expect, it } from 'vitest'
import { newId } from '~/domain/shared/id'
import { assignSchema } from './assign'
import { parseForm } from './form'
import { responseDraftSchema, signOffSchema } from './response'
import { applyIntent, parseSummaryForm, pointKeys, readIntent } from './summary'
import { closingDay, topicSchema } from './topic'
import { listValues } from './written'

const NOW = new Date('2026-11-23T02:00:00.000Z')
let random = 0
const id = () => newId(NOW.getTime(), new Uint8Array(10).fill((random += 1)))
const keysOf = (result: ReturnType<typeof parseForm>) =>
  result.ok
    ? {}
    : Object.fromEntries(
        Object.entries(result.state.errors).map(([name, errors]) => [name, errors[0]?.key]),
      )

describe('the form of an assignment', () => {
  const [a, b] = [id(), id()]
  const values = { form: 'together', lead: a, joint: b, workingDays: '15', note: ' ' }

  it('reads one lead with those who join, and several apart', () => {
    expect(parseForm(assignSchema, values)).toEqual({
      ok: true,
      data: {
        departments: [
          { departmentId: a, part: 'lead' },
          { departmentId: b, part: 'joint' },
        ],
        workingDays: 15,
        note: undefined,
        wholeGroup: false,
      },
    })
    const apart = { ...values, form: 'apart', apart: `${a} ${b}` }
    expect(parseForm(assignSchema, apart)).toMatchObject({
      data: { departments: [{ part: 'parallel' }, { part: 'parallel' }] },
    })
  })

  it('names the field where something is wrong', () => {
    expect(keysOf(parseForm(assignSchema, { ...values, lead: '' }))).toEqual({
      lead: 'desk.assign.problem.noLead',
    })
    expect(keysOf(parseForm(assignSchema, { ...values, joint: a }))).toEqual({
      joint: 'desk.assign.problem.twice',
    })
    expect(keysOf(parseForm(assignSchema, { form: 'apart', apart: a, workingDays: '1' }))).toEqual({
      apart: 'desk.assign.problem.singleParallel',
    })
    for (const workingDays of ['', '0', '61', '1.5', 'x', '-3', '999999']) {
      expect(keysOf(parseForm(assignSchema, { ...values, workingDays }))).toEqual({
        workingDays: 'desk.assign.days.wrong',
      })
    }
    expect(keysOf(parseForm(assignSchema, {}))).toEqual({
      workingDays: 'desk.assign.days.wrong',
    })
  })
})

describe('the form of a draft', () => {
  it('needs words, may leave the result open, and tells which comments are left', () => {
    const [a, b, c] = [id(), id(), id()]
    const values = {
      departmentId: id(),
      version: '0',
      text: '答复',
      declaredResult: 'planned',
      answers: `${a} ${c}`,
      shown: `${a} ${b} x`,
    }
    expect(parseForm(responseDraftSchema, values)).toMatchObject({
      ok: true,
      data: { answer: [a, c], leave: [b], version: 0 },
    })
    const { departmentId, version } = values
    expect(keysOf(parseForm(responseDraftSchema, { departmentId, version, text: ' \n' }))).toEqual({
      text: 'desk.draft.text.missing',
    })
    expect(keysOf(parseForm(responseDraftSchema, { ...values, text: '字'.repeat(8001) }))).toEqual({
      text: 'desk.form.tooLong',
    })
    expect(keysOf(parseForm(responseDraftSchema, { ...values, text: 'a\u0000' }))).toEqual({
      text: 'desk.form.unreadable',
    })
  })

  it('is sent back only with a reason', () => {
    const values = { responseId: id(), version: '3', outcome: 'return', comment: '' }
    expect(keysOf(parseForm(signOffSchema, values))).toEqual({
      comment: 'desk.signOff.comment.missing',
    })
    expect(parseForm(signOffSchema, { ...values, outcome: 'approve' }).ok).toBe(true)
  })

  it('is signed for now, or for a time of a day in Shanghai', () => {
    const values = { responseId: id(), version: '3', outcome: 'approve', when: 'later' }
    const at = (publishOn: string, publishTime: string) =>
      parseForm(signOffSchema, { ...values, publishOn, publishTime })
    expect(at('2026-12-01', '09:30')).toMatchObject({
      data: { outcome: 'approve', publishAt: new Date('2026-12-01T01:30:00Z') },
    })
    for (const [day, time] of [
      ['', ''],
      ['2026-02-30', '09:30'],
      ['2026-12-01', '24:30'],
      ['1.12.2026', '09:30'],
    ] as const) {
      expect(keysOf(at(day, time))).toEqual({ publishOn: 'answer.schedule.unreadable' })
    }
    expect(parseForm(signOffSchema, { ...values, when: 'now', publishOn: 'x' }).ok).toBe(true)
  })
})

describe('the form of a topic', () => {
  const values = {
    title: '快递柜\n放哪儿？',
    question: '大家说说。',
    background: '',
    categoryId: id(),
    districtId: '',
    tags: '快递、社区 快递',
    closesOn: '2026-11-23',
    mode: 'preModeration',
  }
  const schema = topicSchema({ now: NOW })

  it('takes in comments until the end of the last day', () => {
    expect(parseForm(schema, values)).toMatchObject({
      ok: true,
      data: {
        title: '快递柜 放哪儿？',
        tags: ['快递', '社区'],
        districtId: null,
        closesAt: new Date('2026-11-23T16:00:00.000Z'),
      },
    })
    expect(closingDay(new Date('2026-11-23T16:00:00.000Z'))).toBe('2026-11-23')
  })

  it('refuses days that are over or are none, but keeps the one that it has', () => {
    expect(keysOf(parseForm(schema, { ...values, closesOn: '2026-11-22' }))).toEqual({
      closesOn: 'studioDesk.form.closesOn.past',
    })
    for (const closesOn of ['2026-02-30', '23.11.2026', '2026-13-01', 'x']) {
      expect(keysOf(parseForm(schema, { ...values, closesOn }))).toEqual({
        closesOn: 'studioDesk.form.closesOn.unreadable',
      })
    }
    const present = { closesAt: new Date('2026-10-01T10:00:00.000Z') }
    const kept = parseForm(topicSchema({ now: NOW, present }), {
      ...values,
      closesOn: '2026-10-01',
    })
    expect(kept).toMatchObject({ ok: true, data: present })
  })

  it('names what is missing', () => {
    expect(keysOf(parseForm(schema, {}))).toEqual({
      title: 'studioDesk.form.title.missing',
      question: 'studioDesk.form.question.missing',
      categoryId: 'studioDesk.form.category.missing',
      mode: 'studioDesk.form.mode.missing',
    })
    const tags = '一 二 三 四 五 六 七 八 九'
    expect(keysOf(parseForm(schema, { ...values, title: '短', tags }))).toEqual({
      title: 'studioDesk.form.title.short',
      tags: 'studioDesk.form.tags.tooMany',
    })
  })
})

describe('the form of a summary', () => {
  const [a, b] = [id(), id()]
  const values = {
    version: '2',
    verdict: 'consensus',
    introduction: '引言',
    points: `${a} ${b} nonsense`,
    [`kind-${a}`]: 'consensus',
    [`text-${a}`]: '甲',
    [`kind-${b}`]: 'dissent',
    [`text-${b}`]: '',
  }

  it('reads the points in their order, and names each that is wrong', () => {
    const parsed = parseSummaryForm(values)
    expect(parsed).toMatchObject({
      ok: true,
      data: {
        version: 2,
        points: [
          { id: a, kind: 'consensus', text: '甲' },
          { id: b, kind: 'dissent', text: '' },
        ],
      },
    })
    expect(
      keysOf(parseSummaryForm({ ...values, verdict: '', [`text-${b}`]: '字'.repeat(2001) })),
    ).toEqual({ verdict: 'summary.form.verdict.missing', [`text-${b}`]: 'desk.form.tooLong' })
  })

  it('adds, moves and removes points by the button that was pressed', () => {
    const parsed = parseSummaryForm(values)
    if (!parsed.ok) throw new Error('the form should hold')
    const keys = pointKeys(values)
    const after = (button: string | undefined) =>
      applyIntent(parsed.data.points, keys, readIntent(button)).map((point) => point.id)
    expect(after('save')).toEqual([a, b])
    expect(after('add')).toEqual([a, b, null])
    expect(after(`up:${b}`)).toEqual([b, a])
    expect(after(`up:${a}`)).toEqual([a, b])
    expect(after(`down:${a}`)).toEqual([b, a])
    expect(after(`remove:${a}`)).toEqual([b])
    expect(after(`cite:${a}`)).toEqual([a, b])
    expect(after('remove:x')).toEqual([a, b])
    expect(after(undefined)).toEqual([a, b])
  })

  it('joins what was ticked several times', () => {
    const form = { toObject: () => ({ cite: a, x: '1' }), getAll: () => [a, b] }
    expect(listValues(form, 'cite')).toEqual({ cite: `${a} ${b}`, x: '1' })
  })
})
