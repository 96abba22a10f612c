import { countCharacters } from '~/domain/shared/clean-text'
import { toSearchTokens } from '~/domain/shared/search-tokens'

/** Something that residents ask, which an answer should come back to: a comment, or a numbered demand in it. */
export interface QuestionPoint {
  /** Whose words they are; empty for the question of the topic. */
  author: string
  /** The beginning of the words. */
  words: string
  /** All of them, by which the answer is compared. */
  text: string
}

/** What a check before 审签 finds. It advises and never stops anybody: words can meet a point in other words. */
export interface DraftCheck {
  /** Points of which the draft seems to say nothing, out of how many there are. */
  unmet: QuestionPoint[]
  points: number
  hasDate: boolean
  hasContact: boolean
  /** Minutes, at 400 characters a minute, at least one. */
  readingMinutes: number
  /** Vague words with no date beside them, each once, in their order. */
  vague: string[]
}

/** How fast Chinese is read silently: adults manage 300 to 500 characters a minute, officials' prose in the middle. */
const CHARACTERS_A_MINUTE = 400

/** So many points are looked at. An answer to more comments answers none in particular. */
const MOST_POINTS = 30

/** A point is met from this share of its word pairs on; short ones from two on. */
const MET_SHARE = 0.12
const MET_PAIRS = 2

const POINT_CHARACTERS = 24

/** 一、 （一） 1. 1、 （1） ① 第一， at the beginning of a line, or after the end of a sentence. */
const NUMBERED =
  /(?:^|[\n。；;！？])\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、，.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．)）](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,2}[，、：])/gu

/** Dates, and periods that end: 2026年3月底, 12月5日前, 三个工作日内, 年底前, 本月起, 第一季度, 下周. */
const DATE =
  /\d{4}\s?年|\d{1,2}\s?月(?:\d{1,2}\s?日|底|初|中旬|上旬|下旬|份|内|前)|(?:\d+|[一二两三四五六七八九十半]+)个?(?:工作日|天|日|周|星期|月|季度|年)(?:之?内|以内|左右|前|后)|[一二三四五六七八九十]{1,2}月(?:底|初|中旬|上旬|下旬|份|内|前|[一二三四五六七八九十]+日)|(?:今|明|本|当|次|下|后)(?:年|月|周|季度)(?:底|初|末|内|前|起|中旬|上旬|下旬|第?[一二三四]季度|[一二三四五六日])|(?:上|下)半年|第?[一二三四]季度|(?:今天|明天|即日|自?本月|自?本周)起/u

const TELEPHONE =
  /(?<!\d)(?:0\d{2,3}[-\s]?\d{7,8}|1[3-9]\d{9}|\d{7,8}|12345|400[-\s]?\d{3}[-\s]?\d{4})(?!\d)/u

/** Where one can go instead of calling. */
const OFFICE =
  /(?:联系人|联系电话|咨询电话|来电|服务窗口|办事大厅|接待室|便民服务中心|到[^。，；]{2,16}(?:室|窗口|大厅|中心|服务站)(?:咨询|办理|反映|查询))/u

/** Words that promise and bind to nothing. */
const VAGUE =
  /适时|尽快|尽早|择机|逐步|相关部门|有关部门|有关单位|相关单位|进一步加强|进一步研究|高度重视|条件成熟时|积极推进|统筹考虑|下一步/gu

/** Says what a draft still lacks. Pure, and linear in what it is given. */
export function checkDraft(draft: { text: string; points: readonly QuestionPoint[] }): DraftCheck {
  const { text } = draft
  const points = draft.points.slice(0, MOST_POINTS)
  const said = new Set(toSearchTokens(text))
  return {
    unmet: points.filter((point) => !isMet(point, text, said)),
    points: points.length,
    hasDate: DATE.test(text),
    hasContact: TELEPHONE.test(text) || OFFICE.test(text),
    readingMinutes: Math.max(1, Math.ceil(countCharacters(text) / CHARACTERS_A_MINUTE)),
    vague: vagueWords(text),
  }
}

/** The points of what is answered: each numbered demand of a comment by itself, or the comment as one. */
export function questionPoints(
  comments: ReadonlyArray<{ author: string; text: string }>,
): QuestionPoint[] {
  return comments
    .flatMap(({ author, text }) =>
      demandsOf(text).map((demand) => ({ author, text: demand, words: beginning(demand) })),
    )
    .slice(0, MOST_POINTS)
}

function demandsOf(text: string): string[] {
  const starts = [...text.matchAll(NUMBERED)].map(({ index, 0: mark }) => index + mark.length)
  // One number alone is no list.
  if (starts.length < 2) return [text.trim()]
  return starts
    .map((start, i) => {
      const end = starts[i + 1]
      const piece = text.slice(start, end)
      return (end === undefined ? piece : piece.replace(NUMBERED_TAIL, '')).trim()
    })
    .filter((demand) => demand !== '')
}

/** The next demand's number, which a piece that was cut by where the next one begins ends with. */
const NUMBERED_TAIL =
  /\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、，.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．)）]|[①-⑳]|第[一二三四五六七八九十]{1,2}[，、：])$/u

function isMet(point: QuestionPoint, text: string, said: ReadonlySet<string>): boolean {
  if (point.author !== '' && text.includes(point.author)) return true
  const pairs = toSearchTokens(point.text).filter((token) => Array.from(token).length > 1)
  if (pairs.length === 0) return true
  const met = pairs.filter((pair) => said.has(pair)).length
  return met >= Math.min(pairs.length, Math.max(MET_PAIRS, Math.ceil(pairs.length * MET_SHARE)))
}

function vagueWords(text: string): string[] {
  const found = new Set<string>()
  // A sentence that names a date may say 尽快 as well.
  for (const sentence of text.split(/[。！？\n]/u)) {
    if (DATE.test(sentence)) continue
    for (const [word] of sentence.matchAll(VAGUE)) found.add(word)
  }
  return [...found]
}

function beginning(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' '))
  return characters.length <= POINT_CHARACTERS
    ? characters.join('')
    : `${characters.slice(0, POINT_CHARACTERS - 1).join('')}…`
}
