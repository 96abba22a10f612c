import type { FilePart, FilePlace, Finding } from './finding'
import { WORDS_NAMED } from './phases/words'

/** What its sender says of a file: shown with it. */
export interface FileWords {
  name: string
  /** 图片说明 */
  alt: string
}

const PARTS: readonly FilePart[] = ['name', 'alt']

const ENDING = /\.[0-9a-z]{1,5}$/i

/** Names that programs give of themselves begin like an account of WeChat: 微信 numbers its pictures. */
const NAMED_BY_PROGRAM = /^(?:wx_camera|(?:weixin|wechat)[ _]?image)(?=[ _-]?\d)/i

/** Where in a file's words something is looked for; as long as they stand, so that offsets are theirs. */
export interface ScreenedPart {
  file: number
  part: FilePart
  text: string
}

/** The parts of files' words that say something. */
export function screenedParts(files: readonly FileWords[]): ScreenedPart[] {
  return files.flatMap((words, file) =>
    PARTS.flatMap((part) => {
      const text = part === 'name' ? stemOf(words.name) : words.alt
      return text.trim() === '' ? [] : [{ file, part, text }]
    }),
  )
}

function stemOf(name: string): string {
  return name.replace(ENDING, '').replace(NAMED_BY_PROGRAM, (own) => ' '.repeat(own.length))
}

/** What was found in a part of a file's words, with its places there and none in the text. */
export function inFile({ file, part }: ScreenedPart, finding: Finding): Finding {
  const { evidence, masks, ...rest } = finding
  const files = evidence.map(({ start, end }, index): FilePlace => {
    const mask = masks?.[index]
    return { file, part, start, end, ...(mask !== undefined && { mask }) }
  })
  return { ...rest, evidence: [], files }
}

/** One finding a rule: of what the same rule found in several places. */
export function joinedByRule(findings: readonly Finding[]): Finding[] {
  const byRule = new Map<string, Finding>()
  for (const finding of findings) {
    const earlier = byRule.get(finding.rule)
    byRule.set(finding.rule, earlier ? joined(earlier, finding) : finding)
  }
  return [...byRule.values()]
}

function joined(one: Finding, other: Finding): Finding {
  const words = [one, other].flatMap(({ params }) => String(params['words'] ?? '').split('、'))
  return {
    ...one,
    params: {
      ...one.params,
      n: Number(one.params['n'] ?? 0) + Number(other.params['n'] ?? 0),
      ...(one.params['words'] !== undefined && {
        words: [...new Set(words)].slice(0, WORDS_NAMED).join('、'),
      }),
    },
    files: [...(one.files ?? []), ...(other.files ?? [])],
  }
}
