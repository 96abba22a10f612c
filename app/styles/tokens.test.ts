import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const app = fileURLToPath(new URL('..', import.meta.url))
const source = readFileSync(`${app}/styles/tokens.css`, 'utf8')

type Tokens = Record<string, string>

/** The declarations of the rule with this selector, after `from` when the file has it more than once. */
function tokensOf(selector: string, from = ''): Tokens {
  const start = source.indexOf(`${selector} {`, from ? source.indexOf(from) : 0)
  if (start < 0) throw new Error(`tokens.css has no rule for ${selector}`)
  const body = source.slice(start, source.indexOf('}', start))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
}

const day = tokensOf(':root')
const elder = tokensOf(":root[data-elder='on']")
const night = tokensOf(":root[data-theme='night']")
const elderNight = tokensOf(":root[data-theme='night'][data-elder='on']")

const THEMES: Record<string, { tokens: Tokens; least: number }> = {
  day: { tokens: day, least: 5.5 },
  night: { tokens: { ...day, ...night }, least: 5.5 },
  'day, 长辈版': { tokens: { ...day, ...elder }, least: 7 },
  'night, 长辈版': { tokens: { ...day, ...elder, ...night, ...elderNight }, least: 7 },
}

const SURFACES = ['paper', 'sheet', 'wash']
const TEXTS = ['ink', 'muted', 'dai', 'dai-deep', 'zhu', 'dian', 'song', 'zhe']
const FILLS = [
  ['on-dai', 'dai'],
  ['on-dai', 'dai-deep'],
  ['on-seal', 'seal'],
] as const

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(tokens: Tokens, name: string): number {
  const value = tokens[name] ?? ''
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`--${name} is not a colour: ${value}`)
  const channel = (at: number) => {
    const share = Number.parseInt(value.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(tokens, one), luminance(tokens, other)].sort(
    (a, b) => a - b,
  )
  return (light + 0.05) / (dark + 0.05)
}

describe.each(Object.entries(THEMES))('colours: %s', (_, { tokens, least }) => {
  it.each(TEXTS.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    '%s can be read on %s',
    (text, surface) => {
      expect(contrast(tokens, text, surface)).toBeGreaterThanOrEqual(least)
    },
  )

  it.each(FILLS)('%s can be read on a fill of %s', (text, fill) => {
    expect(contrast(tokens, text, fill)).toBeGreaterThanOrEqual(least)
  })

  it.each(['edge', 'stone'].flatMap((line) => SURFACES.map((surface) => [line, surface] as const)))(
    '%s can be told from %s',
    (line, surface) => {
      expect(contrast(tokens, line, surface)).toBeGreaterThanOrEqual(3)
    },
  )
})

describe('tokens', () => {
  it('are the same at night whether the reader or the system asks for it', () => {
    const auto = 'prefers-color-scheme: dark'
    expect(tokensOf(":root[data-theme='auto']", auto)).toEqual(night)
    expect(tokensOf(":root[data-theme='auto'][data-elder='on']", auto)).toEqual(elderNight)
  })

  it('give 17 px body type, in the 长辈版 21 px, nothing under 18 px and targets of 44 px', () => {
    const base = readFileSync(`${app}/styles/base.css`, 'utf8')
    const percent = /data-elder='on'\] \{\s*font-size: ([\d.]+)%/.exec(base)?.[1]
    const remPx = (16 * Number(percent)) / 100
    const rem = (name: string) => Number.parseFloat(/([\d.]+)rem/.exec(day[name] ?? '')?.[1] ?? '')
    expect(rem('text-m') * 16).toBe(17)
    expect(rem('text-m') * remPx).toBeCloseTo(21, 1)
    for (const size of ['text-s', 'text-m', 'text-l', 'text-xl', 'text-2xl']) {
      expect(rem(size) * remPx).toBeGreaterThanOrEqual(18)
    }
    expect(rem('target') * 16).toBeGreaterThanOrEqual(44)
    expect(Number(elder['leading'])).toBeGreaterThanOrEqual(1.8)
  })
})

describe('style sheets', () => {
  const modules = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.module.css'),
  )

  it('are found', () => {
    expect(modules.length).toBeGreaterThan(20)
  })

  it.each(modules)(
    '%s stands in a layer and takes its colours and type from the tokens',
    (file) => {
      const css = readFileSync(`${app}/${file}`, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '')
      expect(css.trim()).toMatch(/^@layer (ui|page) \{[\s\S]*\}$/)
      expect(css.match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(/gi)).toBeNull()
      for (const [, name = ''] of css.matchAll(/var\(--([\w-]+)\)/g)) {
        expect(Object.keys(day)).toContain(name)
      }
    },
  )
})
