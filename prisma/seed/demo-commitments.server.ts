import { checkCommitment } from '~/commands/check-commitment.server'
import { askCommitmentMove, decideCommitmentMove } from '~/commands/move-commitment.server'
import { addProgressNote, keepCommitment } from '~/commands/note-commitment.server'
import { savePromise } from '~/commands/save-promise.server'
import { watchCommitments } from '~/commands/watch-commitments.server'
import { CHECK_ANSWERS } from '~/domain/response/commitment'
import { addDays } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import type { Actor } from '~/domain/person/actor'
import type { Container } from '~/server/container.server'
import type { Scope } from '~/server/scope.server'
import { momentToDate, officeMomentToDate } from './content/moments'
import type { Moment, PromiseSeed, TopicSeed } from './content/types'
import { withDemoFiles } from './demo-files.server'
import { named, scopeAt, type DemoCast, type DemoEvent } from './demo-cast.server'

const MINUTE_MS = 60_000

/** Marks what a draft of the demo promises. */
export async function saveDemoPromises(
  drafter: Scope,
  responseId: string,
  promises: readonly PromiseSeed[] | undefined,
  now: Date,
): Promise<void> {
  for (const { words, responsible, dueDaysAgo } of promises ?? []) {
    await savePromise(drafter, {
      responseId,
      promiseId: null,
      words,
      responsible,
      dueOn: dayAgo(dueDaysAgo, now),
    })
  }
}

function dayAgo(days: number, now: Date): string {
  return addDays(shanghaiDate(now), -days)
}

/** What became of a promise once it was public: notes, another day, its end, what the clock did, what residents say. */
export function promiseEvents(
  container: Container,
  cast: DemoCast,
  given: { topic: TopicSeed; department: string; promise: PromiseSeed; now: Date },
): DemoEvent[] {
  const { topic, department, promise, now } = given
  const db = container.database.prisma
  const office = (moment: Moment) => officeMomentToDate(moment, now)
  const events: DemoEvent[] = []
  const seen = async () => {
    const { id, version } = await db.commitment.findFirstOrThrow({
      where: { words: promise.words, departmentId: named(cast.departments, department) },
      select: { id: true, version: true },
    })
    return { commitmentId: id, version }
  }
  const happens = (at: Date, actor: Actor, run: (scope: Scope) => Promise<unknown>) =>
    events.push({
      at,
      run: async () => {
        await run(scopeAt(container, actor, at))
      },
    })
  const drafter = cast.official(department, 'draft')
  for (const [index, note] of (promise.notes ?? []).entries()) {
    happens(office(note), drafter, (scope) =>
      withDemoFiles(container, topic.key, `note${index + 1}`, async (files) =>
        addProgressNote(scope, { ...(await seen()), text: note.text, files }),
      ),
    )
  }
  const { kept, moved, checks } = promise
  if (moved) {
    happens(office(moved), drafter, async (scope) =>
      askCommitmentMove(scope, {
        ...(await seen()),
        toOn: dayAgo(moved.dueDaysAgo, now),
        reason: moved.reason,
      }),
    )
    happens(office(moved.granted), named(cast.people, moved.granted.by), async (scope) =>
      decideCommitmentMove(scope, { ...(await seen()), outcome: 'grant', words: '' }),
    )
  }
  if (kept) {
    happens(office(kept), cast.official(department, 'sign'), async (scope) =>
      keepCommitment(scope, { ...(await seen()), text: kept.text }),
    )
  }
  if (checks) {
    const answers = CHECK_ANSWERS.flatMap((answer) => Array(checks[answer]).fill(answer))
    for (const [index, author] of residentsOf(topic).slice(0, answers.length).entries()) {
      const at = new Date(momentToDate(checks, now).getTime() + index * MINUTE_MS)
      happens(at, named(cast.people, author), async (scope) => {
        const { commitmentId } = await seen()
        await checkCommitment(scope, { commitmentId, answer: answers[index] })
      })
    }
  }
  return [...events, ...clockEvents(container, promise, now)]
}

/** The mornings on which the clock has something to do about a promise, up to now. */
function clockEvents(container: Container, promise: PromiseSeed, now: Date): DemoEvent[] {
  const dueOn = dayAgo(promise.dueDaysAgo, now)
  return [-7, -1, 1, 8].flatMap((days) => {
    const at = new Date(`${addDays(dueOn, days)}T09:00:00+08:00`)
    if (at > now) return []
    const run = async () => {
      await watchCommitments(scopeAt(container, null, at), { after: null, take: 100 })
    }
    return [{ at, run }]
  })
}

/** Those who spoke in a topic as residents, in the order in which they did. */
function residentsOf(topic: TopicSeed): string[] {
  const spoke = topic.comments.filter(
    ({ status = 'published', voice }) => status === 'published' && voice === 'resident',
  )
  return [...new Set(spoke.map(({ author }) => author))]
}
