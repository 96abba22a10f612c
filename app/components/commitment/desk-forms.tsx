import type { ReactNode } from 'react'
import { FileFields } from '~/components/attachment/file-fields'
import { Stack } from '~/components/layout/stack'
import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { MAX_FILES_PER_FORM } from '~/domain/attachment/limits'
import { MOVE_REASON_MAX_CHARACTERS, NOTE_MAX_CHARACTERS } from '~/domain/response/commitment'
import { addDays } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** What can be done about a promise; the form that came back is told by its intent. */
export type CommitmentIntent = 'note' | 'keep' | 'withdraw' | 'ask' | 'decide'

export interface ReturnedForm {
  of: CommitmentIntent
  form: FormState
}

interface FormProps {
  commitment: { id: string; version: number; dueOn: string }
  returned: ReturnedForm | undefined
  now: Date
}

/** What the department tells, declares and asks for. */
export function TellingForms(props: FormProps & { declares: boolean; asked: boolean }) {
  const { t } = useTranslate()
  const { returned } = props
  return (
    <>
      <Section id="note" title={t('commitment.note.title')}>
        <NoteForm {...props} intent="note" />
      </Section>
      <Section id="keep" title={t('commitment.keep.title')}>
        <Stack>
          {props.declares ? (
            <>
              <NoteForm {...props} intent="keep" />
              <Disclosure
                summary={t('commitment.withdraw.open')}
                open={returned?.of === 'withdraw'}
              >
                <NoteForm {...props} intent="withdraw" />
              </Disclosure>
            </>
          ) : (
            <p>{t('commitment.keep.signer')}</p>
          )}
          {!props.asked && (
            <Disclosure summary={t('commitment.move.open')} open={returned?.of === 'ask'}>
              <AskForm {...props} />
            </Disclosure>
          )}
        </Stack>
      </Section>
    </>
  )
}

/** A note in public: how it goes, that it is kept, or why it is taken back. */
function NoteForm(props: FormProps & { intent: 'note' | 'keep' | 'withdraw' }) {
  const { t } = useTranslate()
  const { intent } = props
  const form = formOf(props.returned, intent)
  return (
    <IntentForm {...props} form={form}>
      <TextArea
        name="text"
        id={`${intent}-text`}
        label={t(`commitment.${intent}.label`)}
        hint={t(`commitment.${intent}.hint`)}
        error={fieldErrors(form, 'text', t)}
        defaultValue={form?.values['text']}
        maxCharacters={NOTE_MAX_CHARACTERS}
        rows={4}
      />
      {intent !== 'withdraw' && (
        <FileFields
          state={form}
          count={MAX_FILES_PER_FORM}
          prefix={`${intent}-`}
          hint={t('commitment.note.files')}
        />
      )}
      <Actions>
        <Button wide variant={intent === 'withdraw' ? 'danger' : 'secondary'}>
          {t(`commitment.${intent}.submit`)}
        </Button>
      </Actions>
    </IntentForm>
  )
}

function AskForm(props: FormProps) {
  const { t } = useTranslate()
  const form = formOf(props.returned, 'ask')
  const today = shanghaiDate(props.now)
  const { dueOn } = props.commitment
  return (
    <IntentForm {...props} intent="ask" form={form}>
      <TextField
        name="toOn"
        type="date"
        label={t('commitment.move.toOn')}
        width="short"
        min={addDays(dueOn < today ? today : dueOn, dueOn < today ? 0 : 1)}
        defaultValue={form?.values['toOn']}
        error={fieldErrors(form, 'toOn', t)}
      />
      <TextArea
        name="reason"
        label={t('commitment.move.reason.label')}
        hint={t('commitment.move.reason.hint')}
        error={fieldErrors(form, 'reason', t)}
        defaultValue={form?.values['reason']}
        maxCharacters={MOVE_REASON_MAX_CHARACTERS}
        rows={3}
      />
      <Actions>
        <Button wide variant="secondary">
          {t('commitment.move.submit')}
        </Button>
      </Actions>
    </IntentForm>
  )
}

/** Whether another day is granted, for who assigns. */
export function DecideForm(props: FormProps) {
  const { t } = useTranslate()
  const form = formOf(props.returned, 'decide')
  return (
    <IntentForm {...props} intent="decide" form={form}>
      <RadioGroup
        name="outcome"
        label={t('commitment.decide.outcome.label')}
        error={fieldErrors(form, 'outcome', t)}
        defaultValue={form?.values['outcome']}
        options={[
          { value: 'grant', label: t('commitment.decide.grant') },
          { value: 'refuse', label: t('commitment.decide.refuse') },
        ]}
        required
      />
      <TextArea
        name="words"
        label={t('commitment.decide.words.label')}
        hint={t('commitment.decide.words.hint')}
        error={fieldErrors(form, 'words', t)}
        defaultValue={form?.values['words']}
        maxCharacters={MOVE_REASON_MAX_CHARACTERS}
        rows={3}
        optional
      />
      <Actions>
        <Button wide>{t('commitment.decide.submit')}</Button>
      </Actions>
    </IntentForm>
  )
}

function IntentForm(
  props: Pick<FormProps, 'commitment'> & {
    intent: CommitmentIntent
    form: FormState | undefined
    children: ReactNode
  },
) {
  const { t } = useTranslate()
  const { commitment, intent } = props
  return (
    <PostForm
      action={`${paths.deskCommitment(commitment.id)}#${intent}`}
      encType="multipart/form-data"
    >
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="version" value={commitment.version} />
      <Fields>
        <ErrorSummary errors={summaryOf(props.form, intent, t)} />
        {props.children}
      </Fields>
    </PostForm>
  )
}

/** Fields that several forms of the page have. */
const IN_SEVERAL = /^(text|files|file\d|alt\d)$/

/** The errors of a form, each leading to its own field. */
function summaryOf(
  form: FormState | undefined,
  intent: CommitmentIntent,
  t: ReturnType<typeof useTranslate>['t'],
) {
  return allErrors(form, t).map((error) =>
    error.fieldId && IN_SEVERAL.test(error.fieldId)
      ? { ...error, fieldId: `${intent}-${error.fieldId}` }
      : error,
  )
}

function formOf(returned: ReturnedForm | undefined, intent: CommitmentIntent) {
  return returned?.of === intent ? returned.form : undefined
}
