/** How long a display name is, in characters (code points) after normalisation. */
export const DISPLAY_NAME_MIN_CHARACTERS = 2
export const DISPLAY_NAME_MAX_CHARACTERS = 20

export type DisplayNameProblem =
  'tooShort' | 'tooLong' | 'forbiddenCharacters' | 'impersonates' | 'phoneNumber'

/**
 * Words by which a name would pose as an authority, as this site's staff, or as one of the marks that only
 * verified people bear (账号信息管理规定). Folded: simplified, lower case.
 */
const AUTHORITY_WORDS = [
  ...['政府', '政协', '人大代表', '人大常委', '国务院', '省委', '市委', '区委', '县委', '党委'],
  ...['纪委', '监委', '监察委', '法院', '检察', '公安', '警察', '民警', '交警', '派出所', '城管'],
  ...['信访', '街道办', '居委会', '村委会', '发改委', '住建', '卫健委', '市场监管', '民政局'],
  ...['省长', '市长', '区长', '县长', '镇长', '局长', '书记', '12345'],
  ...['官方', '管理员', '审核', '客服', '系统通知', '系统消息', '连心桥', '站长'],
  ...['委员', '专家', '召集人', '联络员', '承办单位', '经办人'],
  ...['admin', 'moderator', 'official', 'government', 'police', 'lianxin', 'system'],
]

/** Traditional forms of the characters in those words. */
const SIMPLIFIED: Readonly<Record<string, string>> = {
  協: '协',
  國: '国',
  務: '务',
  區: '区',
  縣: '县',
  黨: '党',
  紀: '纪',
  監: '监',
  檢: '检',
  員: '员',
  審: '审',
  統: '统',
  專: '专',
  聯: '联',
  絡: '络',
  會: '会',
  辦: '办',
  發: '发',
  衛: '卫',
  長: '长',
  書: '书',
  記: '记',
  訪: '访',
  場: '场',
  連: '连',
  橋: '桥',
  單: '单',
  經: '经',
  鎮: '镇',
}

/** Figures and signs that are read as Latin letters. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Controls, formats (bidirectional ones among them), unassigned and lone code points, blank letters. */
const FORBIDDEN = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800]/u

/** Marks piled upon one letter run over the lines around it. */
const PILED_MARKS = /\p{M}{3}/u

const LATIN = /\p{Script=Latin}/u
const LATIN_LIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u

const MOBILE_NUMBER = /1[3-9]\d{9}/

/** The name as it is kept: full-width letters and figures folded, blanks at the ends gone, single within. */
export function normalizeDisplayName(input: string): string {
  return input.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** What stands against a display name, given as typed; none where it may be used. */
export function displayNameProblems(input: string): DisplayNameProblem[] {
  const name = normalizeDisplayName(input)
  const length = Array.from(name).length
  const problems: DisplayNameProblem[] = []
  if (length < DISPLAY_NAME_MIN_CHARACTERS) problems.push('tooShort')
  if (length > DISPLAY_NAME_MAX_CHARACTERS) problems.push('tooLong')
  if (FORBIDDEN.test(name) || PILED_MARKS.test(name) || mixesScripts(name)) {
    problems.push('forbiddenCharacters')
  }
  if (impersonates(name)) problems.push('impersonates')
  if (MOBILE_NUMBER.test(name.replace(/\D/gu, ''))) problems.push('phoneNumber')
  return problems
}

/** Cyrillic and Greek letters among Latin ones are there to be taken for them. */
function mixesScripts(name: string): boolean {
  return LATIN.test(name) && LATIN_LIKE.test(name)
}

/** Signs and blanks between the letters do not hide a word, nor do traditional or look-alike forms. */
function impersonates(name: string): boolean {
  const plain = Array.from(name.toLowerCase(), (character) => SIMPLIFIED[character] ?? character)
  const asTyped = lettersOf(plain)
  const asRead = lettersOf(plain.map((character) => LOOK_ALIKES[character] ?? character))
  return AUTHORITY_WORDS.some((word) => asTyped.includes(word) || asRead.includes(word))
}

function lettersOf(characters: readonly string[]): string {
  return characters.join('').replace(/[^\p{L}\p{N}]/gu, '')
}
