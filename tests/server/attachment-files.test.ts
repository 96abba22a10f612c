import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { fileKind } from '~/server/attachments/file-kind.server'
import { prepareFiles } from '~/server/attachments/prepare-files.server'
import { storedImage } from '~/server/attachments/stored-image.server'
import {
  claimingPng,
  docm,
  docx,
  PDF,
  photograph,
  photographAs,
  png,
  xlsx,
  zip,
} from '#tests/fixtures/files'

const folder = mkdtempSync(join(tmpdir(), 'lianxin-files-'))
afterAll(() => rmSync(folder, { recursive: true }))

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

let count = 0
/** What becomes of a file that is sent under a name. */
async function send(content: Buffer, name: string) {
  const path = join(folder, String((count += 1)))
  writeFileSync(path, content)
  const upload = { field: 'file1', name, path, bytes: content.length, cut: false }
  const prepared = await prepareFiles({ malwareScanner: null }, [{ upload, alt: '' }])
  return prepared.ok ? prepared.files[0] : prepared.refused[0]?.problem
}

describe('what a file is, its content says', () => {
  it('takes photographs, PDF, and documents without macros', async () => {
    expect(await fileKind(await photograph())).toEqual({ kind: 'image', jpeg: true })
    expect(await fileKind(await png())).toEqual({ kind: 'image', jpeg: false })
    expect(await fileKind(await photographAs('webp'))).toEqual({ kind: 'image', jpeg: false })
    expect(await fileKind(PDF)).toMatchObject({ kind: 'document', mediaType: 'application/pdf' })
    expect(await fileKind(docx())).toMatchObject({ kind: 'document', mediaType: WORD })
    expect(await fileKind(xlsx())).toMatchObject({ kind: 'document', mediaType: EXCEL })
  })

  const refusals: Array<[string, () => Promise<Buffer> | Buffer, string]> = [
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'unknownType'],
    [
      'a page named .jpg',
      () => Buffer.from('<!doctype html><script>alert(1)</script>'),
      'unknownType',
    ],
    ['a program', () => Buffer.from('MZ\x90\x00 a program'), 'unknownType'],
    ['a GIF', () => sharp(claimed()).gif().toBuffer(), 'unknownType'],
    ['an ordinary ZIP', () => zip({ 'a.txt': 'a' }), 'unknownType'],
    ['a ZIP that ends too early', () => docx().subarray(0, 80), 'broken'],
    ['a document that declares macros', docm, 'macros'],
    [
      'a document with macros that it does not declare',
      () => docx({ 'word/vbaProject.bin': 'x' }),
      'macros',
    ],
    ['a document with a control', () => docx({ 'word/activeX/activeX1.bin': 'x' }), 'macros'],
    ['a HEIC', () => Buffer.from('000000186674797068656963000000006d696631', 'hex'), 'heic'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['a PDF without its end', () => PDF.subarray(0, 20), 'broken'],
    ['half a photograph', async () => (await photograph(400, 300)).subarray(0, 900), 'broken'],
    ['a bomb of a thin PNG', () => claimingPng(1, 1_000_000), 'tooManyPixels'],
    ['a bomb of a large PNG', () => claimingPng(50_000, 50_000), 'tooManyPixels'],
    ['a PNG without pixels', () => claimingPng(10, 10), 'broken'],
  ]
  it.each(refusals)('refuses %s, whatever its name', async (_what, make, problem) => {
    const content = await make()
    expect(await send(content, '照片.jpg')).toBe(problem)
    expect(await send(content, '方案.pdf')).toBe(problem)
  })

  it('takes a photograph for one that is named as a document', async () => {
    expect(await send(await photograph(), '方案.docx')).toMatchObject({
      kind: 'image',
      name: '方案.jpg',
    })
  })
})

function claimed() {
  return { create: { width: 2, height: 2, channels: 3 as const, background: 'red' } }
}

describe('an image is written anew', () => {
  it('turned the right way up, without place and device', async () => {
    const original = await photograph(60, 40)
    expect((await sharp(original).metadata()).exif?.includes('SecretCamera')).toBe(true)
    const stored = await storedImage(original, true)
    if (typeof stored === 'string') throw new Error(stored)
    // It lay on its side.
    expect(stored.image).toMatchObject({ width: 40, height: 60 })
    for (const { content } of [stored.image, stored.thumbnail]) {
      const { exif, xmp, iptc, orientation } = await sharp(content).metadata()
      expect({ exif, xmp, iptc, orientation }).toEqual({})
      expect(content.includes('SecretCamera')).toBe(false)
      expect(content.includes('Exif')).toBe(false)
    }
  })

  it.each(['png', 'webp'] as const)('without place and device as a %s, too', async (format) => {
    const original = await photographAs(format)
    expect((await sharp(original).metadata()).exif?.includes('SecretCamera')).toBe(true)
    const prepared = await send(original, `照片.${format}`)
    if (typeof prepared !== 'object' || prepared.kind !== 'image') throw new Error(String(prepared))
    expect(prepared.name).toBe('照片.webp')
    const stored = await storedImage(original, false)
    if (typeof stored === 'string') throw new Error(stored)
    expect(stored.image).toMatchObject({ width: 40, height: 60 })
    for (const { content } of [stored.image, stored.thumbnail]) {
      const { exif, xmp, iptc, orientation } = await sharp(content).metadata()
      expect({ exif, xmp, iptc, orientation }).toEqual({})
      expect(content.includes('SecretCamera')).toBe(false)
      expect(content.includes('EXIF')).toBe(false)
    }
  })

  it('no larger than it is looked at', async () => {
    const stored = await storedImage(await png(3000, 1000), false)
    if (typeof stored === 'string') throw new Error(stored)
    expect(stored.mediaType).toBe('image/webp')
    expect(stored.image).toMatchObject({ width: 2560, height: 853 })
    expect(stored.thumbnail).toMatchObject({ width: 480, height: 160 })
  })

  it('without what was hidden behind it', async () => {
    const page = '<html><script>alert(document.cookie)</script></html>'
    const polyglot = Buffer.concat([await photograph(), Buffer.from(page), docx()])
    const stored = await storedImage(polyglot, true)
    if (typeof stored === 'string') throw new Error(stored)
    expect(stored.image.content.includes('<script>')).toBe(false)
    expect(stored.image.content.includes('PK\x03\x04')).toBe(false)
  })
})
