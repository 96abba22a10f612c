/** What changed of an entry: the fields that differ, as they were and as they are. */
export interface FieldChanges {
  before: Record<string, unknown>
  after: Record<string, unknown>
}

/** The fields of two states of an entry that differ; dates by their time. Both empty where nothing changed. */
export function fieldChanges(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChanges {
  const differing = Object.keys(after).filter((name) => !isSame(before[name], after[name]))
  const pick = (state: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(differing.map((name) => [name, state[name] ?? null]))
  return { before: pick(before), after: pick(after) }
}

/** The names of the fields that a recorded change concerns, from the detail of its audit event. */
export function changedFieldNames(detail: unknown): string[] {
  if (typeof detail !== 'object' || detail === null) return []
  const after: unknown = 'after' in detail ? detail.after : undefined
  return typeof after === 'object' && after !== null ? Object.keys(after) : []
}

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  return (a ?? null) === (b ?? null)
}
