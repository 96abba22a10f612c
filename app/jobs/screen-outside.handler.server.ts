import { recordExternalScreening } from '~/commands/record-external-screening.server'
import type { ExternalAnswer } from '~/domain/moderation/screening/external'
import { getExternalQuestion } from '~/queries/get-external-question.server'
import type { Container } from '~/server/container.server'
import { systemScope } from '~/server/system-scope.server'

/**
 * Asks the service outside about a text and records its answer. Without one the text stays where it is, a finding
 * says so, and the failure is thrown, so that the queue tries again later. Done again it asks nothing anew.
 */
export async function handleScreenOutside(
  container: Container,
  data: { revisionId: string; publish: boolean },
): Promise<void> {
  const { externalScreening } = container
  const question = await getExternalQuestion(container.database, data.revisionId)
  if (!externalScreening || !question) return
  let answer: ExternalAnswer | null = null
  let failure: unknown
  try {
    answer = await externalScreening.ask(question)
  } catch (error) {
    failure = error
  }
  const scope = systemScope(container, 'screen-outside')
  await recordExternalScreening(scope, { ...data, commentId: question.id, answer })
  if (failure) throw failure
}
