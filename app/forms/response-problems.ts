import { isAppError, type AppError } from '~/domain/errors'
import type { PromisesProblem, SubmitProblem } from '~/domain/response/answer-problems'
import { MAX_SCHEDULE_DAYS } from '~/domain/response/progress'
import { MAX_ANSWERED_COMMENTS } from '~/domain/response/response'
import { refusedForm, type FieldError, type FormState } from './form'

/** What the commands that write an answer find wrong with it, beside the fields of its forms. */

/** What a command finds wrong with the draft itself, as an error of the form. */
export function refusedDraft(error: unknown, values: Record<string, string>): FormState | null {
  if (!isAppError(error) || error.code !== 'invalidInput') return null
  const unkept = promiseProblem(error)
  if (unkept) return refusedForm(values, unkept.field, unkept.error)
  const refused = DRAFT_PROBLEMS[String(error.params['problem'])]
  return refused ? refusedForm(values, refused.field, refused.error) : null
}

/** What is wrong with the promises of a draft: one in the form's fields, or one that is marked already. */
function promiseProblem(error: AppError): { field: string; error: FieldError } | null {
  const { field, problem, words = '' } = error.params
  if (problem === 'promiseNotInDraft' || problem === 'promisePast') {
    const key: `promise.problem.${PromisesProblem}` = `promise.problem.${problem}`
    return { field: 'form', error: { key, params: { words } } }
  }
  if (field === 'words' && (problem === 'notInDraft' || problem === 'tooMany')) {
    return { field: 'promiseWords', error: { key: `promise.words.${problem}` } }
  }
  if (field === 'dueOn' && (problem === 'past' || problem === 'tooFar')) {
    return { field: 'promiseDueOn', error: { key: `commitment.day.${problem}` } }
  }
  return null
}

const DRAFT_PROBLEMS: Partial<Record<string, { field: string; error: FieldError }>> = {
  tooManyAnswers: {
    field: 'answers',
    error: { key: 'desk.draft.answers.tooMany', params: { max: MAX_ANSWERED_COMMENTS } },
  },
  notAcknowledged: { field: 'form', error: { key: 'desk.draft.notAcknowledged' } },
  ...({
    noResult: { field: 'declaredResult', error: { key: 'desk.draft.result.missing' } },
    unfinished: { field: 'despiteUnfinished', error: { key: 'answer.unfinished.missing' } },
    noChangeNote: { field: 'changeNote', error: { key: 'answer.correction.noteMissing' } },
    nothingChanged: { field: 'text', error: { key: 'answer.correction.nothingChanged' } },
  } satisfies Record<SubmitProblem, { field: string; error: FieldError }>),
}

/** Why the paragraphs of who joins are not taken any more. */
export function refusedContribution(
  error: unknown,
  values: Record<string, string>,
): FormState | null {
  return isAppError(error) && error.params['problem'] === 'submitted'
    ? refusedForm(values, 'text', { key: 'answer.contribution.closed' })
    : null
}

/** Why an answer is not signed as the form says. */
export function refusedSignOff(error: unknown, values: Record<string, string>): FormState | null {
  if (!isAppError(error)) return null
  const { problem } = error.params
  if (problem === 'past' || problem === 'tooFar') {
    const params = { days: MAX_SCHEDULE_DAYS }
    return refusedForm(values, 'publishOn', { key: `answer.schedule.${problem}`, params })
  }
  const unkept = promiseProblem(error)
  return unkept && refusedForm(values, unkept.field, unkept.error)
}
