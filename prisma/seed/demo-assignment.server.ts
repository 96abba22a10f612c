import { acknowledgeAssignment } from '~/commands/acknowledge-assignment.server'
import { assignTopic } from '~/commands/assign-topic.server'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReturn } from '~/commands/decide-return.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestExtension } from '~/commands/request-extension.server'
import { requestReturn } from '~/commands/request-return.server'
import { saveContribution } from '~/commands/save-contribution.server'
import { superviseAssignment } from '~/commands/supervise-assignment.server'
import type { Actor } from '~/domain/person/actor'
import { isOpen } from '~/domain/response/assignment-state'
import { lastDay, MAX_EXTENSION_WORKING_DAYS } from '~/domain/response/due'
import { addWorkingDays } from '~/domain/response/working-days'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { loadCalendar } from '~/server/calendar/load-calendar.server'
import type { Container } from '~/server/container.server'
import type { Scope } from '~/server/scope.server'
import type { AssignmentSeed, Moment } from './content/types'
import { named, type DemoCast } from './demo-cast.server'

/** What the events of a topic share. */
interface Stage {
  container: Container
  cast: DemoCast
  as: (actor: Actor, at: Date) => Scope
  office: (moment: Moment) => Date
  happens: (at: Date, run: () => Promise<void>) => void
}

/** An assignment from 交办 on: 签收, 申退, 延期, 催办, 督办, as its seed tells. */
export function addAssignment(
  { container, cast, as, office, happens }: Stage,
  seed: AssignmentSeed,
  topic: {
    topicId: () => string
    commentId: (key: string) => string
    /** The ids of assignments that were made, by the keys of the content. */
    made: Map<string, string>
  },
): void {
  const db = container.database.prisma
  const assigner = named(cast.people, seed.assignedBy)
  const at = office(seed.assigned)
  const assignmentId = () => named(topic.made, seed.key)
  const lead = seed.departments.find(({ part }) => part !== 'joint') ?? seed.departments[0]

  /** A body's part as it is, with the version that the next act names. */
  const part = async (code: string) => {
    const departmentId = named(cast.departments, code)
    const stored = await db.assignmentDepartment.findUniqueOrThrow({
      where: { assignmentId_departmentId: { assignmentId: assignmentId(), departmentId } },
      select: { version: true, dueAt: true, state: true },
    })
    return { assignmentId: assignmentId(), departmentId, ...stored }
  }
  const drafterOf = (code: string) => cast.official(code, 'draft')

  happens(at, async () => {
    const until = office(seed.extension?.previousDue ?? seed.due)
    const assigned = await assignTopic(as(assigner, at), {
      topicId: topic.topicId(),
      ...(seed.comment ? { commentId: topic.commentId(seed.comment) } : {}),
      departments: seed.departments.map((asked) => ({
        departmentId: named(cast.departments, asked.department),
        part: asked.part,
      })),
      workingDays: await workingDaysBetween(container, at, until),
      note: seed.request,
    })
    topic.made.set(seed.key, assigned.assignmentId)
  })

  for (const { department, acknowledged } of seed.departments) {
    if (!acknowledged) continue
    const signedFor = office(acknowledged)
    happens(signedFor, async () =>
      acknowledgeAssignment(as(drafterOf(department), signedFor), await part(department)),
    )
  }

  for (const { department, contribution } of seed.departments) {
    if (!contribution) continue
    const writtenAt = office(contribution)
    happens(writtenAt, async () => {
      await saveContribution(as(drafterOf(department), writtenAt), {
        assignmentId: assignmentId(),
        departmentId: named(cast.departments, department),
        version: 0,
        text: contribution.text,
        finished: contribution.finished,
      })
    })
  }

  const first = lead?.department ?? ''
  const { returnAsked, extension, extensionAsked, reminded, supervised } = seed
  if (returnAsked) {
    const { reason, granted } = returnAsked
    const askedAt = office(returnAsked)
    happens(askedAt, async () =>
      requestReturn(as(drafterOf(first), askedAt), { ...(await part(first)), reason }),
    )
    if (granted) {
      const grantedAt = office(granted)
      const successorId = named(cast.departments, granted.to)
      happens(grantedAt, async () =>
        decideReturn(as(assigner, grantedAt), {
          ...(await part(first)),
          outcome: 'grant',
          successorId,
        }),
      )
    }
  }
  const ask = (asked: Moment, reason: string, workingDays: (dueAt: Date) => Promise<number>) => {
    const askedAt = office(asked)
    happens(askedAt, async () => {
      const own = await part(first)
      const days = Math.min(MAX_EXTENSION_WORKING_DAYS, await workingDays(lastDay(own.dueAt)))
      await requestExtension(as(drafterOf(first), askedAt), { ...own, workingDays: days, reason })
    })
  }
  if (extension) {
    const until = office(seed.due)
    ask(extension.requested, extension.reason, (due) => workingDaysBetween(container, due, until))
    const grantedAt = office(extension.approved)
    happens(grantedAt, async () =>
      decideExtension(as(named(cast.people, extension.approvedBy), grantedAt), {
        ...(await part(first)),
        outcome: 'grant',
      }),
    )
  }
  if (extensionAsked) {
    ask(extensionAsked, extensionAsked.reason, async () => extensionAsked.workingDays)
  }
  if (reminded) {
    const remindedAt = office(reminded)
    happens(remindedAt, async () => {
      for (const { department } of seed.departments) {
        const own = await part(department)
        if (isOpen(own)) await remindDepartment(as(assigner, remindedAt), own)
      }
    })
  }
  if (supervised) {
    const supervisedAt = office(supervised)
    const last = seed.departments.at(-1)?.department ?? first
    happens(supervisedAt, async () =>
      superviseAssignment(as(assigner, supervisedAt), {
        ...(await part(last)),
        note: supervised.note,
      }),
    )
  }
}

async function workingDaysBetween(container: Container, from: Date, to: Date): Promise<number> {
  const calendar = await loadCalendar(container)
  const [first, last] = [shanghaiDate(from), shanghaiDate(to)]
  let days = 1
  while (addWorkingDays(first, days + 1, calendar).date <= last) days += 1
  return days
}
