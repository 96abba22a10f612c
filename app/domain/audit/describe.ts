/** A field as it was and as it became; undefined where the event does not say. */
export interface DetailChange {
  field: string
  before: unknown
  after: unknown
}

/** Something else that an event records. */
export interface DetailFact {
  field: string
  value: unknown
}

export interface DescribedDetail {
  changes: DetailChange[]
  facts: DetailFact[]
}

type Members = Readonly<Record<string, unknown>>

/**
 * The detail of an audit event, in the order in which people read it: what changed, then what else is known.
 * Changes are recorded as `before` and `after` (of several fields, or of one value), as `from` and `to` (of a
 * stage), or field by field under `changed`; details of whatever other form are facts.
 */
export function describeDetail(detail: unknown): DescribedDetail {
  if (!isMembers(detail)) {
    return { changes: [], facts: detail === null ? [] : [{ field: 'value', value: detail }] }
  }
  const { before, after, from, to, changed, ...rest } = detail
  const changes: DetailChange[] = []
  const facts: DetailFact[] = []

  if (isMembers(before) || isMembers(after)) {
    const was = isMembers(before) ? before : {}
    const is = isMembers(after) ? after : {}
    for (const field of new Set([...Object.keys(is), ...Object.keys(was)])) {
      changes.push({ field, before: was[field], after: is[field] })
    }
  } else if (before !== undefined || after !== undefined) {
    changes.push({ field: 'value', before, after })
  }

  if (from !== undefined && to !== undefined) {
    changes.push({ field: 'stage', before: from, after: to })
  } else {
    if (from !== undefined) facts.push({ field: 'from', value: from })
    if (to !== undefined) facts.push({ field: 'to', value: to })
  }

  if (isMembers(changed)) changes.push(...changedFields(changed))
  else if (Array.isArray(changed) && changed.length > 0) {
    facts.push({ field: 'changed', value: changed })
  }

  for (const [field, value] of Object.entries(rest)) {
    if (value !== null) facts.push({ field, value })
  }
  return { changes, facts }
}

function changedFields(changed: Members): DetailChange[] {
  return Object.entries(changed).map(([field, change]) => {
    if (!isMembers(change)) return { field, before: undefined, after: change }
    const before = 'before' in change ? change['before'] : change['from']
    const after = 'after' in change ? change['after'] : change['to']
    return { field, before, after }
  })
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
