import { Converter } from 'opencc-js/t2cn'
import { expect, it } from 'vitest'
import { SIMPLIFIED } from './simplified-characters'

it('says of every Han character of the basic plane what OpenCC says', () => {
  const convert = Converter({ from: 't', to: 'cn' })
  const expected = new Map<string, string>()
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code)
    const simplified = convert(character)
    if (simplified !== character && simplified.length === 1) expected.set(character, simplified)
  }
  expect(SIMPLIFIED).toEqual(expected)
})
