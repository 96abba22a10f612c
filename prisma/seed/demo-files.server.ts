import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Container } from '~/server/container.server'
import { prepareFiles } from '~/server/attachments/prepare-files.server'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import { DRAWINGS, FILES, type FileSeed } from './content/files'

/**
 * Does something with the files that the content gives to a comment or a response, made for the occasion and sent the
 * way everybody's are.
 */
export async function withDemoFiles<T>(
  container: Pick<Container, 'malwareScanner'>,
  topicKey: string,
  key: string,
  work: (files: readonly PreparedFile[]) => Promise<T>,
): Promise<T> {
  const seeds = FILES[`${topicKey}/${key}`] ?? []
  if (seeds.length === 0) return work([])
  const folder = await mkdtemp(join(tmpdir(), 'lianxin-demo-'))
  try {
    const sent = []
    for (const [index, seed] of seeds.entries()) {
      const content = await contentOf(seed)
      const path = join(folder, String(index))
      await writeFile(path, content)
      sent.push({
        upload: {
          field: `file${index + 1}`,
          name: seed.name,
          path,
          bytes: content.length,
          cut: false,
        },
        alt: 'alt' in seed ? seed.alt : '',
      })
    }
    const prepared = await prepareFiles(container, sent)
    if (!prepared.ok) throw new Error(`a file of the demo is ${prepared.refused[0]?.problem}`)
    return await work(prepared.files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function contentOf(seed: FileSeed): Promise<Buffer> {
  if ('notice' in seed) return noticePdf(seed.notice.title, seed.notice.lines)
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">${DRAWINGS[seed.drawing]}</svg>`
  const image = sharp(Buffer.from(drawing))
  return seed.name.endsWith('.png') ? image.png().toBuffer() : image.jpeg().toBuffer()
}

/** A page of a PDF in the reader's own Song type: it holds no font. */
function noticePdf(title: string, lines: readonly string[]): Buffer {
  const hex = (text: string) => `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}> Tj`
  const words = [
    `BT /F 22 Tf 90 750 Td ${hex(title)} ET`,
    ...lines.map((line, index) => `BT /F 13 Tf 72 ${690 - index * 30} Td ${hex(line)} ET`),
  ].join('\n')
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${words.length}>>stream\n${words}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>',
  ]
  let file = '%PDF-1.4\n'
  const places = objects.map((object, index) => {
    const at = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const table = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}
