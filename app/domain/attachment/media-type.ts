export type AttachmentKind = 'image' | 'document'

/** The documents that are taken, each with the ending that its downloads have. */
export const DOCUMENT_TYPES = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
} as const

export type DocumentType = keyof typeof DOCUMENT_TYPES

/** How images are stored, whatever they came as. */
export const STORED_IMAGE_TYPES = { 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const

export type StoredImageType = keyof typeof STORED_IMAGE_TYPES

/**
 * What a browser offers to choose from. What a file is, its content says. HEIC is not among it: telephones then send
 * their photographs as JPEG by themselves.
 */
export const OFFERED_TYPES = 'image/jpeg,image/png,image/webp,.pdf,.docx,.xlsx'

const ENDINGS: Readonly<Record<string, string>> = { ...DOCUMENT_TYPES, ...STORED_IMAGE_TYPES }

/** The ending of a file's name by what it is; null for what is not taken. */
export function endingOf(mediaType: string): string | null {
  return ENDINGS[mediaType] ?? null
}
