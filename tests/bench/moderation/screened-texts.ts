const WORDS = 20_000
const CHARACTERS = 200

/** The words of a long list, the same in every run. */
export function listedWords(): string[] {
  const pick = randomPicker()
  const characters = Array.from({ length: 3000 }, (_, index) =>
    String.fromCharCode(0x4e00 + index * 5),
  )
  const word = () =>
    Array.from({ length: 2 + pick(4) }, () => characters[pick(characters.length)]).join('')
  return Array.from({ length: WORDS }, word)
}

/** A comment of 200 characters as people write them, with a number in every fourth, and `word` in each sentence. */
export function screenedText(n: number, word: string): string {
  let text = n % 4 === 0 ? `有事打我电话1380013${String(n % 10_000).padStart(4, '0')}。` : ''
  while (text.length < CHARACTERS) {
    text += `东门的照明从去年${(n % 12) + 1}月起就不太好用，我们楼里${n}户都提过，希望能早点修好；${word}。`
  }
  return text.slice(0, CHARACTERS)
}

/** The same numbers in every run. */
function randomPicker(): (below: number) => number {
  let seed = 1
  return (below) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >>> 8) % below
  }
}
