/**
 * One spelling for what is written in many ways, so that what is left to compare is what is demanded. The
 * words stand for every topic of a neighbourhood; a word belongs here only if each can be put for the other.
 */
const SPELLINGS: ReadonlyArray<readonly [RegExp, string]> = [
  [/电动自行车|电瓶车|电单车/g, '电动车'],
  [/停车位|停车泊位|泊位/g, '车位'],
  [/噪声|噪响/g, '噪音'],
  [/加装|安装|装上|增设|添设|设置|修建|新建|搭建/g, '装'],
  [/修理|维修|修好|检修/g, '修'],
  [/更换|更新|换成|换掉/g, '换'],
  [/清理|清运|清掉|清走|清掏/g, '清'],
  [/改造|改建/g, '改'],
  [/公交车|公共汽车/g, '公交'],
  [/业主委员会/g, '业委会'],
  [/居民委员会/g, '居委会'],
  [/物业公司/g, '物业'],
  [/养老助餐|助老餐|老年食堂|长者食堂|社区食堂/g, '食堂'],
  [/摄像头/g, '监控'],
  [/学位不足/g, '学位不够'],
  [/缺斤少两/g, '缺斤短两'],
  [/一号/g, '一日'],
  [/半夜|夜里|深夜|凌晨/g, '夜'],
  [/晚上/g, '晚'],
  [/小孩子|小孩|小朋友|孩子们|娃娃/g, '孩子'],
  [/老年人|老人家/g, '老人'],
]

/** What a demand can be dressed in without being another: polite forms, particles, emphasis. */
const DRESSING =
  /强烈要求|强烈建议|恳请|恳求|希望能|希望|盼望着|盼望|盼着|建议|要求|申请|麻烦|请问|请|能不能|可不可以|能否|是否可以|尽快|赶紧|尽早|早日|一下|已经|都|的|了|着|吧|呢|吗|啊|呀|也|就|把|我们|咱们|我|本人|帮忙|安排|非常|很|太|根本/g

const NUMERALS = '零一二三四五六七八九'

/**
 * A comment as it is compared: width and case folded, one spelling for each word, without punctuation and
 * polite forms. Linear in the length. Empty where nothing is left.
 */
export function normaliseDemand(text: string): string {
  let folded = text.normalize('NFKC').toLowerCase()
  for (const [spelling, word] of SPELLINGS) folded = folded.replace(spelling, word)
  return folded
    .replace(/([零一二三四五六七八九])(?=号楼|号线|单元|栋|路公交|路车)/g, (digit) =>
      String(NUMERALS.indexOf(digit)),
    )
    .replace(DRESSING, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The pairs of neighbouring characters of a normalised text, each once; a lone character stands for itself. */
export function shinglesOf(normalised: string): Set<string> {
  const characters = Array.from(normalised)
  if (characters.length === 1) return new Set(characters)
  return new Set(characters.slice(1).map((character, i) => `${characters[i]}${character}`))
}
