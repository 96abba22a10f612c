import { redirect } from '@remix-run/node'
import { saveContribution } from '~/commands/save-contribution.server'
import { saveResponseDraft } from '~/commands/save-response-draft.server'
import { checkLines } from '~/components/desk/check-lines'
import { deedOf } from '~/components/desk/conflict-notice'
import { AppError, isAppError } from '~/domain/errors'
import { isId } from '~/domain/shared/id'
import { formatTime } from '~/domain/shared/shanghai-time'
import { conflictOf } from '~/forms/conflict'
import { parseForm } from '~/forms/form'
import { contributionSchema, responseDraftSchema } from '~/forms/response'
import { listValues } from '~/forms/written'
import { CATALOGUES } from '~/i18n/catalogues'
import { translator, type Translate } from '~/i18n/translate'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getDraftCheck } from '~/queries/get-draft-check.server'
import type { SubmittedForm } from '~/server/http/form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

const drafters = staff('official:draft')

export const loader = guardedLoader(drafters, ({ params }) =>
  redirect(paths.deskAssignment(params['assignmentId'] ?? '')),
)

/**
 * Takes what the page saves at a pause and answers the script: the new version and what to say of it; 422 with
 * what is wrong; 409 with who was faster.
 */
export const action = guardedAction(drafters, async ({ scope, params, form }) => {
  const assignmentId = params['assignmentId'] ?? ''
  if (!isId(assignmentId)) throw new AppError('notFound')
  const t = translator(CATALOGUES[scope.language])
  try {
    return await (form.get('of') === 'contribution'
      ? pauseContribution(scope, assignmentId, form, t)
      : pauseDraft(scope, assignmentId, form, t))
  } catch (error) {
    if (isAppError(error) && error.code === 'invalidInput') {
      return refused(t, t('error.invalidInput.text'))
    }
    const { who, what } = conflictOf(error)
    return Response.json(
      { said: t('answer.pause.conflict', { who, what: t(deedOf(what)) }) },
      { status: 409 },
    )
  }
})

async function pauseDraft(scope: Scope, assignmentId: string, form: SubmittedForm, t: Translate) {
  const parsed = parseForm(responseDraftSchema, listValues(form, 'answers'))
  if (!parsed.ok) return refused(t, firstError(parsed.state.errors, t))
  const saved = await saveResponseDraft(scope, { assignmentId, ...parsed.data, atPause: true })
  return Response.json({
    version: saved.version,
    said: t('answer.pause.saved', { time: formatTime(scope.now), n: saved.draftNumber }),
    check: checkLines(await getDraftCheck(scope, saved.responseId), t),
  })
}

async function pauseContribution(
  scope: Scope,
  assignmentId: string,
  form: SubmittedForm,
  t: Translate,
) {
  const parsed = parseForm(contributionSchema, form.toObject())
  if (!parsed.ok) return refused(t, firstError(parsed.state.errors, t))
  const { version } = await saveContribution(scope, {
    assignmentId,
    ...parsed.data,
    finished: false,
    atPause: true,
  })
  const said = t('answer.pause.savedPart', { time: formatTime(scope.now) })
  return Response.json({ version, said })
}

type Errors = Extract<ReturnType<typeof parseForm>, { ok: false }>['state']['errors']

function firstError(errors: Errors, t: Translate): string {
  const [first] = Object.values(errors).flat()
  return first ? t(first.key, first.params) : t('error.invalidInput.text')
}

function refused(t: Translate, reason: string) {
  return Response.json({ said: t('answer.pause.refused', { reason }) }, { status: 422 })
}
