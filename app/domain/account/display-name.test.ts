import { describe, expect, test } from 'vitest'
import { displayNameProblems, normalizeDisplayName } from './display-name'

describe('a display name', () => {
  test.each([
    '王敏',
    '3号楼老邻居',
    '早出晚归的程序员',
    '槐安里业委会成员',
    '好人大叔',
    '许姨爱唱歌',
    'Ann Lee',
    '阿·依夏',
    '二胎妈妈😀',
    'José',
    'Иван',
    '龘'.repeat(20),
  ])('may be %s', (name) => {
    expect(displayNameProblems(name)).toEqual([])
  })

  test('has 2 to 20 characters, blanks at the ends not counted', () => {
    expect(displayNameProblems('')).toEqual(['tooShort'])
    expect(displayNameProblems('  王  ')).toEqual(['tooShort'])
    expect(displayNameProblems('𠮷')).toEqual(['tooShort'])
    expect(displayNameProblems('𠮷野')).toEqual([])
    expect(displayNameProblems('字'.repeat(21))).toEqual(['tooLong'])
  })

  test.each([
    '望川区政府',
    '市政协小王',
    '公安局',
    '官方发布',
    '管理员',
    '管理員',
    '審核小组',
    '政 协',
    '政·协',
    '政☆府',
    '王委员',
    '法律专家',
    '12345热线',
    'Admin',
    'ａｄｍｉｎ',
    'a.d.m.i.n',
    'adm1n',
    '@dmin2',
    'The Official',
    '连心桥',
    '連心橋小助手',
    '青禾派出所',
  ])('does not pose as an authority: not as %s', (name) => {
    expect(displayNameProblems(name)).toContain('impersonates')
  })

  test.each([
    ['a text direction override', '王\u202e敏'],
    ['an isolate', '\u2066王敏\u2069'],
    ['a zero-width blank', '王\u200b敏'],
    ['a zero-width joiner', '王\u200d敏'],
    ['a NUL', '王\u0000敏'],
    ['a lone surrogate', '王敏\ud800'],
    ['letters that look blank', '\u3164\u3164'],
    ['blank braille', '\u2800\u2800\u2800'],
    ['piled marks', 'z\u0335\u0321\u0322a'],
    ['a Cyrillic letter among Latin ones', '\u0430nna'],
    ['a private character', '王\ue000'],
  ])('has no characters that deceive: not %s', (_what, name) => {
    expect(displayNameProblems(name)).toContain('forbiddenCharacters')
  })

  test('gives no telephone number away', () => {
    expect(displayNameProblems('13800000000')).toEqual(['phoneNumber'])
    expect(displayNameProblems('老李138-0000-0000')).toEqual(['phoneNumber'])
    expect(displayNameProblems('１３８ ０００００ ０００')).toEqual(['phoneNumber'])
    expect(displayNameProblems('2025年07月14日')).toEqual([])
  })

  test('is told of everything that stands against it at once', () => {
    expect(displayNameProblems(`官方\u202e${'字'.repeat(20)}`)).toEqual([
      'tooLong',
      'forbiddenCharacters',
      'impersonates',
    ])
  })
})

test('a name is kept with folded width and single blanks', () => {
  expect(normalizeDisplayName('　Ａｎｎ \t\n Lee　')).toBe('Ann Lee')
})
