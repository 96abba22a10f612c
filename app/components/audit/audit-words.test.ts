import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator } from '~/i18n/translate'
import { actionLabel, fieldLabel, objectLabel, valueText, withOffices } from './audit-words'

const t = translator(CATALOGUES['zh-Hans'])
const wording = {
  t,
  language: 'zh-Hans' as const,
  names: { '01kfy5axc6e0jr2pksapzatq1p': '区城管局' },
}

/** Every act that the program records, as its commands name them. */
function recordedActions(): string[] {
  const folder = join('app', 'commands')
  const sources = readdirSync(folder)
    .filter((name) => name.endsWith('.server.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return sources.flatMap((source) => {
    const named = [...source.matchAll(/\baction:([^,]*),/g)].map(([, value = '']) => value)
    return named.flatMap((value) => [...value.matchAll(/'(\w+\.\w+)'/g)].map(([, id = '']) => id))
  })
}

describe('the words of the audit trail', () => {
  test('name every act that the commands record', () => {
    const actions = [...new Set(recordedActions())]
    expect(actions.length).toBeGreaterThan(30)
    expect(actions.filter((action) => actionLabel(t, action) === action)).toEqual([])
    const nouns = new Set(actions.map((action) => action.split('.')[0] ?? ''))
    expect([...nouns].filter((noun) => objectLabel(t, noun) === noun)).toEqual([])
  })

  test('fall back to what was recorded', () => {
    expect(actionLabel(t, 'kite.flown')).toBe('kite.flown')
    expect(objectLabel(t, 'kite')).toBe('kite')
    expect(fieldLabel(t, 'constructor')).toBe('constructor')
  })

  test.each([
    [null, 'name', '（空）'],
    ['', 'name', '（空）'],
    [[], 'tags', '（空）'],
    [true, 'active', '是'],
    [0, 'position', '0'],
    ['2026-11-23T02:00:00.000Z', 'until', '2026年11月23日 10:00'],
    ['2026-11-23', 'date', '2026-11-23'],
    ['01kfy5axc6e0jr2pksapzatq1p', 'departmentId', '区城管局'],
    ['deliberating', 'stage', '协商中'],
    ['closed', 'stage', '已办结'],
    ['closed', 'status', '已注销'],
    ['preModeration', 'mode', '先审后发'],
    ['official:sign', 'role', '审签人'],
    ['auditor', 'role', '审计管理员'],
    ['a'.repeat(64), 'value', 'aaaaaaaaaaaa…'],
    ['constructor', 'status', 'constructor'],
    [['support', 'oppose'], 'stance', '支持、反对'],
    [
      { departmentId: '01kfy5axc6e0jr2pksapzatq1p', part: 'lead' },
      'departments',
      '部门：区城管局、承办方式：主办',
    ],
  ])('say %j of %s as %s', (value, field, text) => {
    expect(valueText(value, field, wording)).toBe(text)
  })

  test('tell role and duty as the office that people know', () => {
    const detail = { before: { role: 'official', duty: 'sign', title: null }, reason: '调岗' }
    expect(withOffices(detail)).toEqual({
      before: { role: 'official:sign', title: null },
      reason: '调岗',
    })
    expect(withOffices({ role: 'admin', by: 'x' })).toEqual({ role: 'admin', by: 'x' })
  })
})
