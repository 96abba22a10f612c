import { describe, expect, it } from 'vitest'
import { attachmentDisposition, cleanFileName, fileSize } from './file-name'
import { MAX_NAME_CHARACTERS } from './limits'

const PDF = 'application/pdf'

describe('the name of a file', () => {
  it.each([
    ['施工方案.pdf', '施工方案.pdf'],
    ['C:\\Users\\me\\报价.PDF', '报价.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
    ['发票.exe', '发票.pdf'],
    ['  楼道   照片 .pdf ', '楼道 照片.pdf'],
    ['<script>.pdf', '_script_.pdf'],
    ['\u202efdp.exe', 'fdp.pdf'],
    ['a\u0000b\nc.pdf', 'abc.pdf'],
    ['', 'file.pdf'],
    ['...', 'file.pdf'],
    ['.pdf', 'pdf.pdf'],
  ])('%j is shown as %j', (sent, shown) => {
    expect(cleanFileName(sent, PDF, 'file')).toBe(shown)
  })

  it('is no longer than the database holds, whole characters only', () => {
    const name = cleanFileName(`${'𠮷'.repeat(500)}.pdf`, PDF, 'file')
    expect(Array.from(name)).toHaveLength(MAX_NAME_CHARACTERS)
    expect(name.endsWith('𠮷.pdf')).toBe(true)
  })

  it('goes into a header as itself, and cannot end it', () => {
    const header = attachmentDisposition('电梯"方案\r\nX: 1.pdf')
    expect(header).not.toMatch(/[\r\n]/)
    expect(header).toContain(`filename*=UTF-8''%E7%94%B5%E6%A2%AF%22`)
    expect(header.startsWith('attachment; filename="')).toBe(true)
    expect(header.match(/"/g)).toHaveLength(2)
  })
})

it.each([
  [1, '1 KB'],
  [320 * 1024, '320 KB'],
  [1_468_006, '1.4 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})
