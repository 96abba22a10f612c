import { isId } from '../shared/id'

/** A task's place in the queue: by due time, then the riskier first, then the older. */
export interface QueuePlace {
  dueAt: Date
  risk: number
  id: string
}

const PATTERN = /^(\d{1,14})\.(-?\d{1,6})\.([0-9a-z]{26})$/

/** The place as an address carries it. */
export function writePlace({ dueAt, risk, id }: QueuePlace): string {
  return `${dueAt.getTime()}.${risk}.${id}`
}

/** The place that an address carries; null for what is none. */
export function readPlace(text: string): QueuePlace | null {
  const [, due, risk, id] = PATTERN.exec(text) ?? []
  if (due === undefined || risk === undefined || !isId(id)) return null
  return { dueAt: new Date(Number(due)), risk: Number(risk), id }
}
