import type { DocumentType } from '~/domain/attachment/media-type'
import { zipMembers, zipText } from './zip-members'

const MAIN_PARTS = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml':
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml':
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, DocumentType>

/** What can run: macros, controls, programs that were put in as objects. */
const RUNS =
  /(^|\/)(vbaProject|vbaData|vbaProjectSignature)|(^|\/)(activeX|embeddings)\/.+\.(bin|exe|ole)$/i
const RUNS_BY_TYPE = /macroEnabled|vbaProject|ms-office\.activeX/i

/** What a ZIP is, where it begins like one: a document without macros, one with them, or neither. */
export type OfficeDocument = DocumentType | 'macros' | 'broken' | null

/**
 * Looks into a ZIP for a document of Word or Excel (OOXML), by the content types that it declares, not by its name.
 */
export function officeDocument(file: Buffer): OfficeDocument {
  const members = zipMembers(file)
  if (!members) return 'broken'
  const types = members.filter(({ name }) => name === '[Content_Types].xml')
  if (types.length === 0) return null
  // Two of them would be read differently by different programs.
  const [declared] = types
  const text = types.length === 1 && declared ? zipText(file, declared) : null
  if (text === null) return 'broken'
  if (RUNS_BY_TYPE.test(text) || members.some(({ name }) => RUNS.test(name))) return 'macros'
  const main = Object.entries(MAIN_PARTS).find(([part]) => text.includes(`"${part}"`))
  return main ? main[1] : null
}
