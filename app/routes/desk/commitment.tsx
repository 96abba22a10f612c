import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { askCommitmentMove, decideCommitmentMove } from '~/commands/move-commitment.server'
import {
  addProgressNote,
  keepCommitment,
  withdrawCommitment,
} from '~/commands/note-commitment.server'
import { CheckSides } from '~/components/commitment/check-sides'
import { CommitmentFacts } from '~/components/commitment/commitment-facts'
import { CommitmentHistory } from '~/components/commitment/commitment-history'
import { CommitmentMark } from '~/components/commitment/commitment-mark'
import {
  DecideForm,
  TellingForms,
  type CommitmentIntent,
  type ReturnedForm,
} from '~/components/commitment/desk-forms'
import { AskedMoves } from '~/components/commitment/move-list'
import { Beside } from '~/components/desk/beside'
import { ConflictNotice } from '~/components/desk/conflict-notice'
import { pageMeta } from '~/components/layout/page-meta'
import { Breadcrumbs } from '~/components/ui/breadcrumbs'
import { Notice } from '~/components/ui/notice'
import { PageHeading } from '~/components/ui/page-heading'
import { MetaLine } from '~/components/ui/ruled-list'
import { Section } from '~/components/ui/section'
import { AppError, isAppError } from '~/domain/errors'
import { askMoveSchema, commitmentNoteSchema, decideMoveSchema } from '~/forms/commitment'
import { refusedFiles, withFilesToChooseAgain } from '~/forms/attachment'
import { conflictOf, type Conflict } from '~/forms/conflict'
import { parseForm, refusedForm, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { MessageKey } from '~/i18n/zh-hans'
import { paths } from '~/paths'
import { staff } from '~/policies/access'
import { getDeskCommitment } from '~/queries/get-commitment.server'
import type { PreparedFile } from '~/server/attachments/prepared-file'
import type { SubmittedForm } from '~/server/http/form.server'
import { readFormFiles } from '~/server/http/form-files.server'
import { guardedAction, guardedLoader } from '~/server/http/guard.server'
import type { Scope } from '~/server/scope.server'

const officials = staff('official:draft', 'official:sign', 'official:assign')

export const meta = pageMeta((t) => ({ title: t('commitment.desk.title'), unlisted: true }))

export const loader = guardedLoader(officials, async ({ scope, params, url }) => ({
  commitment: await getDeskCommitment(scope, params['commitmentId'] ?? ''),
  done: url.searchParams.get('done'),
  now: scope.now,
}))

const DONE = ['note', 'kept', 'keptLate', 'withdrawn', 'asked', 'granted', 'refused'] as const

type Done = (typeof DONE)[number]

type Perform = (
  scope: Scope,
  commitmentId: string,
  form: SubmittedForm,
) => Promise<Done | FormState>

/** Parses a form and does what it asks for; the form again, where something is wrong with it. */
function performing<Schema extends z.ZodTypeAny>(
  schema: Schema,
  command: (
    scope: Scope,
    input: z.output<Schema> & { commitmentId: string; files: readonly PreparedFile[] },
  ) => Promise<Done>,
): Perform {
  return async (scope, commitmentId, form) => {
    const values = form.toObject()
    const parsed = parseForm(schema, values)
    if (!parsed.ok) return withFilesToChooseAgain(parsed.state, form.files.length)
    const prepared = await readFormFiles(scope, form)
    return prepared.ok
      ? command(scope, { ...parsed.data, commitmentId, files: prepared.files })
      : refusedFiles(values, prepared.refused)
  }
}

const ACTS: Record<CommitmentIntent, Perform> = {
  note: performing(commitmentNoteSchema, async (scope, input) => {
    await addProgressNote(scope, input)
    return 'note'
  }),
  keep: performing(commitmentNoteSchema, async (scope, input) => {
    const { late } = await keepCommitment(scope, input)
    return late ? 'keptLate' : 'kept'
  }),
  withdraw: performing(commitmentNoteSchema, async (scope, input) => {
    await withdrawCommitment(scope, input)
    return 'withdrawn'
  }),
  ask: performing(askMoveSchema, async (scope, input) => {
    await askCommitmentMove(scope, input)
    return 'asked'
  }),
  decide: performing(decideMoveSchema, async (scope, input) => {
    await decideCommitmentMove(scope, input)
    return input.outcome === 'grant' ? 'granted' : 'refused'
  }),
}

interface Returned {
  form?: ReturnedForm
  conflict?: Conflict
}

export const action = guardedAction(officials, async ({ scope, params, form }) => {
  const { id } = await getDeskCommitment(scope, params['commitmentId'] ?? '')
  const values = form.toObject()
  const intent = values['intent'] ?? ''
  if (!isIntent(intent)) throw new AppError('invalidInput')
  const back = (state: FormState) =>
    data<Returned>({ form: { of: intent, form: state } }, { status: 422 })
  try {
    const done = await ACTS[intent](scope, id, form)
    if (typeof done !== 'string') return back(done)
    return redirect(paths.deskCommitment(id, { done }), 303)
  } catch (error) {
    const problem = isAppError(error) ? error.params['problem'] : undefined
    if (typeof problem === 'string' && isAppError(error) && error.params['field'] === 'toOn') {
      const key = `commitment.day.${problem}` as MessageKey
      return back(refusedForm(values, 'toOn', { key }))
    }
    const conflict = conflictOf(error)
    return data<Returned>(
      { conflict, form: { of: intent, form: { values, errors: {} } } },
      { status: 409 },
    )
  }
})

function isIntent(intent: string): intent is CommitmentIntent {
  return Object.hasOwn(ACTS, intent)
}

export default function DeskCommitment() {
  const { t } = useTranslate()
  const { commitment, done, now } = useLoaderData<typeof loader>()
  const returned: Returned | undefined = useActionData<typeof action>()
  const { may, moves, state } = commitment
  const said = DONE.find((each) => each === done)
  const forms = { commitment, returned: returned?.form, now: new Date(now) }
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: paths.desk(), label: t('desk.title') },
          { href: paths.deskCommitments(), label: t('commitment.desk.title') },
        ]}
      />
      <PageHeading
        kicker={commitment.department}
        title={commitment.words}
        lede={
          <MetaLine>
            <CommitmentMark commitment={commitment} now={new Date(now)} />
            <a href={paths.commitment(commitment.id)}>{t('commitment.desk.public')}</a>
            <a href={paths.deskAssignment(commitment.assignmentId)}>
              {t('commitment.desk.assignment')}
            </a>
          </MetaLine>
        }
      />
      {returned?.conflict && (
        <ConflictNotice conflict={returned.conflict} kept={may.tell || may.decide} />
      )}
      {!returned && said && <Notice kind="success" title={t(`commitment.done.${said}`)} live />}
      <Beside side={<CommitmentFacts commitment={commitment} />}>
        {may.decide && (
          <Section id="decide" title={t('commitment.decide.title')}>
            <AskedMoves moves={moves.filter(({ outcome }) => outcome === null)} />
            <DecideForm {...forms} />
          </Section>
        )}
        {may.tell && (
          <TellingForms
            {...forms}
            declares={may.declare}
            asked={moves.some(({ outcome }) => outcome === null)}
          />
        )}
        {!may.tell && !may.decide && (
          <p>{t(state === 'open' ? 'commitment.desk.watching' : 'commitment.desk.closed')}</p>
        )}
        <Section id="sides" title={t('commitment.sides.title')}>
          <CheckSides commitment={commitment} now={new Date(now)} />
        </Section>
        {moves.length > 0 && (
          <Section id="moves" title={t('commitment.moves.title')}>
            <AskedMoves moves={moves} />
          </Section>
        )}
        <Section id="history" title={t('commitment.history.title')}>
          <CommitmentHistory history={commitment.history} department={commitment.department} />
        </Section>
      </Beside>
    </>
  )
}
