import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { decideExtension } from '~/commands/decide-extension.server'
import { decideReturn } from '~/commands/decide-return.server'
import { handOverPart } from '~/commands/hand-over-part.server'
import { reassignPart } from '~/commands/reassign-part.server'
import { remindDepartment } from '~/commands/remind-department.server'
import { requestExtension } from '~/commands/request-extension.server'
import { requestReturn } from '~/commands/request-return.server'
import { superviseAssignment } from '~/commands/supervise-assignment.server'
import { ActForm } from '~/components/desk/act-form'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { AppError, isAppError } from '~/domain/errors'
import { PART_ACTS, type PartActName } from '~/domain/response/part-acts'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, type FieldError, type FormState } from '~/forms/form'
import * as schemas from '~/forms/part-acts'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getActForm } from '~/queries/get-act-form.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

const officials = staff('official:draft', 'official:sign', 'official:assign')

export const meta = pageMeta<typeof loader>((t, found) => ({
  title: t(found ? `act.${found.act}.title` : 'desk.title'),
  unlisted: true,
}))

function actNamed(name: string | undefined): PartActName {
  const act = PART_ACTS.find((each) => each === name)
  if (!act) throw new AppError('notFound')
  return act
}

export const loader = guardedLoader(officials, async ({ scope, params, url }) => {
  const act = actNamed(params['act'])
  const departmentId = url.searchParams.get('department') ?? undefined
  const assignmentId = params['assignmentId'] ?? ''
  return { act, facts: await getActForm(scope, { assignmentId, departmentId, act }) }
})

type Perform = (
  scope: Scope,
  assignmentId: string,
  values: Record<string, string>,
) => Promise<FormState | null>

/** Parses the form of an act and does it; the form again, where something is wrong with it. */
function performing<Schema extends z.ZodTypeAny>(
  schema: Schema,
  command: (scope: Scope, input: z.output<Schema> & { assignmentId: string }) => Promise<void>,
): Perform {
  return async (scope, assignmentId, values) => {
    const parsed = parseForm(schema, values)
    if (!parsed.ok) return parsed.state
    await command(scope, { ...parsed.data, assignmentId })
    return null
  }
}

const ACTS: Record<PartActName, Perform> = {
  return: performing(schemas.returnSchema, requestReturn),
  extension: performing(schemas.extensionSchema, requestExtension),
  'decide-return': performing(schemas.returnDecisionSchema, decideReturn),
  'decide-extension': performing(schemas.extensionDecisionSchema, decideExtension),
  remind: performing(schemas.remindSchema, remindDepartment),
  supervise: performing(schemas.superviseSchema, superviseAssignment),
  reassign: performing(schemas.reassignSchema, reassignPart),
  handler: performing(schemas.handlerSchema, handOverPart),
}

interface Returned {
  form: FormState
  conflict?: Conflict
}

export const action = guardedAction(officials, async ({ scope, params, form }) => {
  const act = actNamed(params['act'])
  const assignmentId = params['assignmentId'] ?? ''
  const values = form.toObject()
  try {
    const returned = await ACTS[act](scope, assignmentId, values)
    if (returned) return data<Returned>({ form: returned }, { status: 422 })
  } catch (error) {
    const obstacles = obstaclesOf(error)
    if (obstacles) {
      return data<Returned>({ form: { values, errors: { form: obstacles } } }, { status: 422 })
    }
    const conflict = conflictOf(error)
    return data<Returned>({ form: { values, errors: {} }, conflict }, { status: 409 })
  }
  const department = values['departmentId']
  // Who took on nothing of it any more sees their list.
  if (act === 'reassign' || act === 'decide-return') {
    return redirect(paths.desk({ view: 'assigned', done: act }), 303)
  }
  return redirect(paths.deskAssignment(assignmentId, { department, acted: act }), 303)
})

/** What the rules found in the way, in words. */
function obstaclesOf(error: unknown): FieldError[] | null {
  if (!isAppError(error) || error.code !== 'invalidInput') return null
  const found = String(error.params['obstacles'] ?? '')
  if (found === '') return null
  return found.split(',').map((code) => ({ key: `assignment.obstacle.${code}` as MessageKey }))
}

export default function ActPage() {
  const { t } = useTranslate()
  const { act, facts } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { part, obstacles } = facts
  const back = paths.deskAssignment(facts.assignmentId, { department: part.departmentId })
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.desk(), label: t('desk.title') },
          { href: back, label: facts.title },
        ]}
      />
      <PageHeading
        kicker={t('desk.item.kicker', { code: facts.code })}
        title={t(`act.${act}.title`)}
        lede={<p>{t(`act.${act}.lede`, { department: part.name })}</p>}
      />
      {returned?.conflict && <ConflictNotice conflict={returned.conflict} kept />}
      {obstacles.length > 0 ? (
        <Notice kind="info" title={t('act.notNow')}>
          {obstacles.map((code) => (
            <p key={code}>{t(`assignment.obstacle.${code}`)}</p>
          ))}
          <p>
            <a href={back}>{t('act.back')}</a>
          </p>
        </Notice>
      ) : (
        <ActForm act={act} facts={facts} form={returned?.form} back={back} />
      )}
    </>
  )
}
