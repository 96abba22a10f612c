/** What a person can follow. */
export const SUBJECT_KINDS = ['topic', 'category', 'studio', 'department'] as const

export type SubjectKind = (typeof SUBJECT_KINDS)[number]

export interface Subject {
  kind: SubjectKind
  id: string
}

/** The kind that a word from outside names. */
export function subjectKind(word: unknown): SubjectKind | undefined {
  return SUBJECT_KINDS.find((kind) => kind === word)
}
