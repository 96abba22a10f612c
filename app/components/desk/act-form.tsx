import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, SelectField, TextArea, TextField } from '~/components/ui/field'
import { Facts } from '~/components/ui/facts'
import { PostForm } from '~/components/ui/post-form'
import { DateTime } from '~/components/ui/date-time'
import { lastDay, MAX_EXTENSION_WORKING_DAYS } from '~/domain/response/due'
import type { PartActName } from '~/domain/response/part-acts'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { formatDate } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ActFormFacts } from '~/queries/get-act-form.server'
import styles from './assign-form.module.css'

interface ActFormProps {
  act: PartActName
  facts: ActFormFacts
  form?: FormState
  back: string
}

/** The form of one act on a department's part. */
export function ActForm(props: ActFormProps) {
  const { t } = useTranslate()
  const { act, facts, form, back } = props
  const { part } = facts
  const { departmentId } = part
  return (
    <PostForm action={paths.deskAct(facts.assignmentId, act, { department: departmentId })}>
      <input type="hidden" name="departmentId" value={departmentId} />
      <input type="hidden" name="version" value={part.version} />
      <div className={styles.form}>
        <Fields>
          <ErrorSummary errors={allErrors(form, t)} />
          {part.request && <Asked request={part.request} />}
          <ActFields {...props} />
          <Actions>
            <Button wide>{t(`act.${act}.button`)}</Button>
            <a href={back}>{t('act.back')}</a>
          </Actions>
        </Fields>
      </div>
    </PostForm>
  )
}

/** What the department asks for, in its words. */
function Asked({ request }: { request: NonNullable<ActFormFacts['part']['request']> }) {
  const { t } = useTranslate()
  return (
    <Facts
      facts={[
        { term: t('act.asked.reason'), value: request.reason },
        {
          term: t('act.asked.until'),
          value: request.dueAt && <DateTime value={lastDay(request.dueAt)} show="day" />,
        },
        {
          term: t('act.asked.by'),
          value: (
            <>
              {request.askedBy} <DateTime value={request.askedAt} />
            </>
          ),
        },
      ]}
    />
  )
}

function ActFields({ act, facts, form }: ActFormProps) {
  switch (act) {
    case 'return':
      return <Words name="reason" label="act.reason.label" hint="act.return.hint" form={form} />
    case 'extension':
      return <ExtensionFields facts={facts} form={form} />
    case 'supervise':
      return <Words name="note" label="act.note.label" hint="act.note.hint" form={form} optional />
    case 'remind':
      return null
    case 'reassign':
      return <Successor facts={facts} form={form} />
    case 'handler':
      return <Choice name="toId" label="act.handler.label" options={facts.colleagues} form={form} />
    case 'decide-return':
    case 'decide-extension':
      return <DecisionFields act={act} facts={facts} form={form} />
  }
}

function ExtensionFields({ facts, form }: Pick<ActFormProps, 'facts' | 'form'>) {
  const { t, language } = useTranslate()
  return (
    <>
      <TextField
        name="workingDays"
        label={t('act.extension.days.label')}
        hint={t('act.extension.days.hint', {
          date: formatDate(lastDay(facts.part.dueAt), language),
          max: MAX_EXTENSION_WORKING_DAYS,
        })}
        error={fieldErrors(form, 'workingDays', t)}
        width="code"
        inputMode="numeric"
        defaultValue={form?.values['workingDays']}
      />
      <Words name="reason" label="act.reason.label" hint="act.extension.reason.hint" form={form} />
    </>
  )
}

function DecisionFields(props: {
  act: 'decide-return' | 'decide-extension'
  facts: ActFormFacts
  form?: FormState
}) {
  const { t } = useTranslate()
  const { act, form } = props
  return (
    <>
      <RadioGroup
        name="outcome"
        label={t('act.decision.label')}
        error={fieldErrors(form, 'outcome', t)}
        defaultValue={form?.values['outcome']}
        options={(['grant', 'refuse'] as const).map((value) => ({
          value,
          label: t(`act.${act}.${value}`),
        }))}
      />
      {act === 'decide-return' && <Successor facts={props.facts} form={form} optional />}
      <Words
        name="reason"
        label="act.decision.reason.label"
        hint="act.decision.reason.hint"
        form={form}
        optional
      />
    </>
  )
}

function Successor(props: { facts: ActFormFacts; form?: FormState; optional?: boolean }) {
  const { t } = useTranslate()
  return (
    <Choice
      name="successorId"
      label="act.successor.label"
      hint={t(props.optional ? 'act.successor.hintOptional' : 'act.successor.hint')}
      options={props.facts.successors}
      form={props.form}
      optional={props.optional}
    />
  )
}

function Choice(props: {
  name: string
  label: 'act.successor.label' | 'act.handler.label'
  hint?: string
  options: ReadonlyArray<{ id: string; name: string }>
  form?: FormState
  optional?: boolean
}) {
  const { t } = useTranslate()
  const { name, form, optional } = props
  return (
    <SelectField
      name={name}
      label={t(props.label)}
      hint={props.hint}
      error={fieldErrors(form, name, t)}
      defaultValue={form?.values[name] ?? ''}
      options={props.options.map((option) => ({ value: option.id, label: option.name }))}
      placeholder
      optional={optional}
    />
  )
}

function Words(props: {
  name: string
  label: 'act.reason.label' | 'act.note.label' | 'act.decision.reason.label'
  hint:
    'act.return.hint' | 'act.extension.reason.hint' | 'act.note.hint' | 'act.decision.reason.hint'
  form?: FormState
  optional?: boolean
}) {
  const { t } = useTranslate()
  const { name, form, optional } = props
  return (
    <TextArea
      name={name}
      label={t(props.label)}
      hint={t(props.hint)}
      error={fieldErrors(form, name, t)}
      maxCharacters={REMARK_MAX_CHARACTERS}
      rows={4}
      defaultValue={form?.values[name]}
      optional={optional}
    />
  )
}
