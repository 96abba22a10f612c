import type { DocumentType } from '~/domain/attachment/media-type'
import type { FileProblem } from '~/domain/attachment/problem'
import { officeDocument } from './office-document'

export type FileKind =
  | { kind: 'image'; jpeg: boolean }
  | { kind: 'document'; mediaType: DocumentType }
  | { kind: 'refused'; problem: FileProblem }

const refused = (problem: FileProblem): FileKind => ({ kind: 'refused', problem })

/** What a file is, by its content. Its name is not asked. */
export async function fileKind(content: Buffer): Promise<FileKind> {
  if (content.length === 0) return refused('empty')
  if (startsAsZip(content)) {
    const office = officeDocument(content)
    if (office === 'macros' || office === 'broken') return refused(office)
    return office ? { kind: 'document', mediaType: office } : refused('unknownType')
  }
  // It takes some 12 MB, which a program to which nobody sends a file does without.
  const { fileTypeFromBuffer } = await import('file-type')
  const found = await fileTypeFromBuffer(content)
  switch (found?.mime) {
    case 'image/jpeg':
      return { kind: 'image', jpeg: true }
    case 'image/png':
    case 'image/webp':
      return { kind: 'image', jpeg: false }
    case 'image/heic':
    case 'image/heif':
    case 'image/heic-sequence':
    case 'image/heif-sequence':
      return refused('heic')
    case 'application/pdf':
      return content.subarray(0, 5).toString('latin1') === '%PDF-' &&
        content.subarray(-2048).includes('%%EOF')
        ? { kind: 'document', mediaType: 'application/pdf' }
        : refused('broken')
    default:
      return refused('unknownType')
  }
}

function startsAsZip(content: Buffer): boolean {
  return content.length > 4 && content.readUInt32BE(0) === 0x504b0304
}
