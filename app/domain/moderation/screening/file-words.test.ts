import { describe, expect, it, test } from 'vitest'
import { advice } from './disposition'
import { makeKit, screenText } from './screening.fixture'

const words = makeKit({
  words: [
    { word: '大笨蛋', list: 'mask' },
    { word: '全市最低价', list: 'hold' },
    { word: '代开票据', list: 'refuse' },
  ],
})

describe('what is said of files', () => {
  it('is masked like the text, and the finding tells where', () => {
    const screening = screenText('打138 0013 8000。', {
      files: [
        { name: '楼道.jpg', alt: '门口' },
        { name: '王某13900139000.jpg', alt: '墙上写着13800138000' },
      ],
    })
    expect(screening).toMatchObject({
      asks: 'mask',
      risk: 20,
      published: '打138 **** 8000。',
      files: [
        { name: '楼道.jpg', alt: '门口' },
        { name: '王某139****9000.jpg', alt: '墙上写着138****8000' },
      ],
    })
    expect(screening.findings).toMatchObject([
      {
        rule: 'phone',
        params: { n: 3 },
        evidence: [{ start: 1, end: 14 }],
        files: [
          { file: 1, part: 'name', start: 2, end: 13 },
          { file: 1, part: 'alt', start: 4, end: 15 },
        ],
      },
    ])
    expect(advice(screening.findings)).toHaveLength(1)
  })

  it('holds or refuses the whole', () => {
    const held = screenText('看图。', { kit: words, files: [{ name: 'a.jpg', alt: '全市最低价' }] })
    expect(held).toMatchObject({ asks: 'hold', files: [{ alt: '全市最低价' }] })
    expect(held.findings[0]).toMatchObject({ rule: 'wordsHold', evidence: [] })
    const refused = screenText('看图。', {
      kit: words,
      files: [{ name: '代 开 票 据.pdf', alt: '' }],
    })
    expect(refused.asks).toBe('refuse')
  })

  it('names each word once, whether it stands in the text or in a file', () => {
    const { findings, files } = screenText('大笨蛋', {
      kit: words,
      files: [{ name: '大笨蛋.jpg', alt: '大笨蛋' }],
    })
    expect(findings).toMatchObject([{ rule: 'wordsMask', params: { n: 3, words: '大笨蛋' } }])
    expect(files).toEqual([{ name: '＊＊＊.jpg', alt: '＊＊＊' }])
  })

  test.each([
    'IMG_20261123_102030.jpg',
    'IMG_20261123_102030456.jpg',
    'mmexport1763863830123.jpg',
    'wx_camera_1763863830123.jpg',
    '微信图片_20261123102030_12_3.jpg',
    'Weixin Image_20261123102030_12_3.jpg',
    'WeChat Image_20261123102030.jpg',
    'QQ图片20261123102030.png',
    'Screenshot_20261123_102030_com.tencent.mm.jpg',
    '微信截图_20261123102030.png',
    'DSC_0123.jpg',
    'PXL_20261123_102030456.MP.jpg',
    '关于加装电梯的意见（2026年第13号）.pdf',
  ])('a camera or a program names a file without a finding: %s', (name) => {
    expect(screenText('看图。', { files: [{ name, alt: '' }] }).findings).toEqual([])
  })
})
