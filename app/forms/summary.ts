import { z } from 'zod'
import { movePoint, POINT_KINDS, SUMMARY_LIMITS, type PointKind } from '~/domain/outcome/summary'
import { isId } from '~/domain/shared/id'
import { VERDICTS } from '~/domain/topic/stage'
import { parseForm, type FormResult } from './form'
import { version, written } from './written'
import type { Verdict } from '~/domain/topic/stage'

// The editor is one form with everything in it: whichever button is pressed, what was typed is saved.
// Each point has a key: its id, or `new-1` for one that was not saved yet.

/** What a button of the editor does, after everything was saved. */
export type SummaryIntent =
  | { do: 'save' | 'add' | 'preview' | 'publish' }
  | { do: 'up' | 'down' | 'remove' | 'cite'; key: string }

export interface SummaryFormPoint {
  id: string | null
  kind: PointKind
  text: string
}

export interface SummaryForm {
  version: number
  verdict: Verdict
  introduction: string
  points: SummaryFormPoint[]
}

export const pointFields = {
  kind: (key: string) => `kind-${key}`,
  text: (key: string) => `text-${key}`,
}

const headSchema = z.object({
  version: version(0),
  verdict: z.enum(VERDICTS, { message: 'summary.form.verdict.missing' }),
  introduction: written({ max: SUMMARY_LIMITS.introduction }),
})

const pointKind = z.enum(POINT_KINDS, { message: 'summary.form.kind.missing' })
const pointText = written({ max: SUMMARY_LIMITS.point })

/** The keys of the points, in their order, out of the form's `points`, which `listValues` has joined. */
export function pointKeys(values: Record<string, string>): string[] {
  const keys = (values['points'] ?? '').split(' ')
  return [...new Set(keys.filter((key) => isId(key) || /^new-\d{1,2}$/.test(key)))]
}

/** Reads the whole editor. */
export function parseSummaryForm(values: Record<string, string>): FormResult<SummaryForm> {
  const keys = pointKeys(values)
  const shape = Object.fromEntries(
    keys.flatMap((key) => [
      [pointFields.kind(key), pointKind],
      [pointFields.text(key), pointText],
    ]),
  )
  // Both halves are read, so that all errors are told at once.
  const head = parseForm(headSchema, values)
  const points = parseForm(z.object(shape), values)
  if (!head.ok || !points.ok) {
    return {
      ok: false,
      state: {
        values,
        errors: {
          ...(head.ok ? {} : head.state.errors),
          ...(points.ok ? {} : points.state.errors),
        },
      },
    }
  }
  return {
    ok: true,
    data: {
      ...head.data,
      points: keys.map((key) => ({
        id: isId(key) ? key : null,
        kind: points.data[pointFields.kind(key)] as PointKind,
        text: points.data[pointFields.text(key)] as string,
      })),
    },
  }
}

/** What the pressed button means; `save` where nobody knows. */
export function readIntent(value: string | undefined): SummaryIntent {
  const [verb = 'save', key = ''] = (value ?? 'save').split(':')
  switch (verb) {
    case 'add':
    case 'preview':
    case 'publish':
      return { do: verb }
    case 'up':
    case 'down':
    case 'remove':
    case 'cite':
      return { do: verb, key }
    default:
      return { do: 'save' }
  }
}

/** The points as they are after the button: one more, one less, or two changed places. */
export function applyIntent(
  points: readonly SummaryFormPoint[],
  keys: readonly string[],
  intent: SummaryIntent,
): SummaryFormPoint[] {
  if (intent.do === 'add') return [...points, { id: null, kind: 'suggestion', text: '' }]
  if (!('key' in intent)) return [...points]
  const index = keys.indexOf(intent.key)
  if (index < 0 || intent.do === 'cite') return [...points]
  if (intent.do === 'remove') return points.filter((_, each) => each !== index)
  return movePoint(points, index, intent.do)
}
