import type { Asks } from './asks'
import type { ScreeningFacts } from './facts'
import { inFile, joinedByRule, screenedParts, type FileWords } from './file-words'
import { strictestOf, type FilePart, type Finding } from './finding'
import { fold, type FoldedText } from './fold'
import { screenBurst } from './phases/burst'
import { screenExternal } from './phases/external'
import { screenForm } from './phases/form'
import { screenNewAccount } from './phases/new-account'
import { screenPersonal } from './phases/personal'
import { screenRejectionShare } from './phases/rejection-share'
import { screenRepetition } from './phases/repetition'
import { screenStanding } from './phases/standing'
import { screenWords } from './phases/words'
import type { RuleSettings } from './rules'
import { viewsOf, type TextViews } from './views'
import type { WordMatcher } from './word-matcher'

/** What texts are screened by: the same for every text until somebody changes it. */
export interface ScreeningKit {
  rules: RuleSettings
  words: WordMatcher
  /** Digits of the telephones that departments publish, with and without area code. */
  official: ReadonlySet<string>
  /** A service outside is asked about every text that is taken in. */
  external: boolean
}

export interface ScreeningInput {
  original: string
  /** What is said of the files that come with it. */
  files?: readonly FileWords[]
  now: Date
  facts: ScreeningFacts
}

/** What came of screening a text. */
export interface Screening {
  /** Those of rules on trial, too. */
  findings: Finding[]
  /** The strictest of what findings ask for; undefined where nothing is asked for. */
  asks: Asks | undefined
  /** What is, or would be, published: the original with its masks. */
  published: string
  /** The same of its files, in their order. */
  files: FileWords[]
  /** 0 to 100, for the order of the queue. */
  risk: number
}

interface Prepared extends ScreeningInput {
  kit: ScreeningKit
  folded: FoldedText
  views: TextViews
}

interface Phase {
  name: string
  /** It looks at words, wherever they stand: also at those of files. */
  ofFiles?: true
  run(input: Prepared): Finding[]
}

/** The phases, in the order in which they run. A refusal ends the run: what follows need not be known. */
export const PHASES: readonly Phase[] = [
  // Nothing need be known of a text whose author may not speak.
  {
    name: 'standing',
    run: ({ facts, kit }) => screenStanding(facts.account, kit.rules),
  },
  // Cheap, and asks only what the text is made of.
  {
    name: 'form',
    run: ({ folded, views, kit }) => screenForm({ folded, latin: views.latin }, kit.rules),
  },
  // Before the words, which may refuse: who is told to write a text again should know at once of the numbers
  // in it, too.
  {
    name: 'personal',
    ofFiles: true,
    run: ({ original, views, kit }) =>
      screenPersonal({ original, views, official: kit.official }, kit.rules),
  },
  {
    name: 'words',
    ofFiles: true,
    run: ({ original, folded, kit }) =>
      screenWords({ original, folded, words: kit.words }, kit.rules),
  },
  // From here on it is not the words but how they came about: beside what the words are, the moderator
  // should know these, and none of them alone says that a text is bad.
  {
    name: 'repetition',
    run: ({ facts, folded, now, kit }) =>
      screenRepetition(
        { duplicates: facts.duplicates, foldedLength: folded.units.length, now },
        kit.rules,
      ),
  },
  {
    name: 'burst',
    run: ({ facts, now, kit }) => screenBurst({ sentAt: facts.history.sentAt, now }, kit.rules),
  },
  // The author last: a record colours how a text is read, so it is said after what the text itself is.
  {
    name: 'rejectionShare',
    run: ({ facts, kit }) => screenRejectionShare(facts.history, kit.rules),
  },
  {
    name: 'newAccount',
    run: ({ facts, now, kit }) =>
      screenNewAccount({ createdAt: facts.account.createdAt, now }, kit.rules),
  },
  // What a service outside says comes later: it is asked once the text is taken in, and nobody waits for it here.
  {
    name: 'external',
    run: ({ kit }) => screenExternal(kit.external, kit.rules),
  },
]

const RISKS = { refuse: 100, hold: 40, mask: 20, watch: 10 } as const satisfies Record<Asks, number>

const MOST_RISK = 100

/**
 * Screens a text, and what is said of its files. Every text is, in every mode of a topic: what is done about it is
 * `timingAfterScreening`'s.
 */
export function screen(input: ScreeningInput, kit: ScreeningKit): Screening {
  const { files = [] } = input
  const prepared = { ...input, kit, ...readings(input.original) }
  const parts = screenedParts(files).map((part) => ({ part, ...readings(part.text) }))
  const findings: Finding[] = []
  for (const { run, ofFiles } of PHASES) {
    const inText = run(prepared)
    const inFiles = (ofFiles ? parts : []).flatMap(({ part, folded, views }) =>
      run({ ...prepared, original: part.text, folded, views }).map((found) => inFile(part, found)),
    )
    const added = inFiles.length > 0 ? joinedByRule([...inText, ...inFiles]) : inText
    findings.push(...added)
    if (added.some(({ asks, trial }) => asks === 'refuse' && !trial)) break
  }
  const inForce = findings.filter(({ trial }) => !trial)
  return {
    findings,
    asks: strictestOf(inForce),
    published: applyMasks(input.original, inForce.flatMap(masksInText)),
    files: files.map((words, file) => {
      const masked = (part: FilePart) => applyMasks(words[part], masksInFile(inForce, file, part))
      return { name: masked('name'), alt: masked('alt') }
    }),
    risk: Math.min(
      MOST_RISK,
      inForce.reduce((risk, { asks }) => risk + RISKS[asks], 0),
    ),
  }
}

function readings(text: string): { folded: FoldedText; views: TextViews } {
  return { folded: fold(text), views: viewsOf(text) }
}

interface Mask {
  start: number
  mask: string
}

function masksInText({ evidence, masks }: Finding): Mask[] {
  return evidence.flatMap(({ start }, index) => {
    const mask = masks?.[index]
    return mask === undefined ? [] : [{ start, mask }]
  })
}

function masksInFile(findings: readonly Finding[], file: number, part: FilePart): Mask[] {
  return findings.flatMap(({ files = [] }) =>
    files.flatMap((place) =>
      place.file === file && place.part === part && place.mask !== undefined
        ? [{ start: place.start, mask: place.mask }]
        : [],
    ),
  )
}

/** The text with masks in their places; just as long. */
function applyMasks(original: string, masks: readonly Mask[]): string {
  if (masks.length === 0) return original
  const units = original.split('')
  for (const { start, mask } of masks) {
    for (let index = 0; index < mask.length; index += 1) {
      // Where two masks meet, what one of them covers is covered.
      const unit = mask.charAt(index)
      if (unit !== original.charAt(start + index)) units[start + index] = unit
    }
  }
  return units.join('')
}
