import { Actions, Button } from '~/components/ui/button'
import { EmptyState } from '~/components/ui/empty-state'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, SelectField, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { Delegations } from '~/queries/get-delegations.server'
import styles from './assign-form.module.css'

const options = (people: ReadonlyArray<{ id: string; name: string }>) =>
  people.map(({ id, name }) => ({ value: id, label: name }))

/** 委托: for oneself, or by who arranges the department's work for anybody there. */
export function DelegationForm(props: { facts: Delegations; now: Date; form?: FormState }) {
  const { t } = useTranslate()
  const { facts, form } = props
  const { colleagues, viewerId } = facts
  if (colleagues.length < 2) return <EmptyState title={t('delegation.nobody')} />
  const today = shanghaiDate(props.now)
  const from = facts.arranges ? colleagues : colleagues.filter(({ id }) => id === viewerId)
  return (
    <PostForm>
      <input type="hidden" name="intent" value="delegate" />
      <div className={styles.form}>
        <Fields>
          <ErrorSummary errors={allErrors(form, t)} />
          <SelectField
            name="fromId"
            label={t('delegation.from.label')}
            error={fieldErrors(form, 'fromId', t)}
            defaultValue={form?.values['fromId'] ?? (facts.own ? viewerId : '')}
            options={options(from)}
            placeholder={from.length > 1}
          />
          <SelectField
            name="toId"
            label={t('delegation.to.label')}
            error={fieldErrors(form, 'toId', t)}
            defaultValue={form?.values['toId'] ?? ''}
            options={options(
              facts.arranges ? colleagues : colleagues.filter(({ id }) => id !== viewerId),
            )}
            placeholder
          />
          {(['startsOn', 'endsOn'] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              type="date"
              label={t(`delegation.${name}.label`)}
              error={fieldErrors(form, name, t)}
              defaultValue={form?.values[name] ?? (name === 'startsOn' ? today : '')}
              min={today}
            />
          ))}
          <TextArea
            name="reason"
            label={t('act.reason.label')}
            hint={t('delegation.reason.hint')}
            error={fieldErrors(form, 'reason', t)}
            maxCharacters={REMARK_MAX_CHARACTERS}
            rows={2}
            defaultValue={form?.values['reason']}
          />
          <Actions>
            <Button wide>{t('delegation.button')}</Button>
          </Actions>
        </Fields>
      </div>
    </PostForm>
  )
}

/** 整体移交: everything that one person is in charge of, to a colleague. */
export function HandOverForm(props: { facts: Delegations; form?: FormState }) {
  const { t } = useTranslate()
  const { facts, form } = props
  if (facts.inCharge.length === 0) return <EmptyState title={t('delegation.nothingInCharge')} />
  return (
    <PostForm>
      <input type="hidden" name="intent" value="handOver" />
      <div className={styles.form}>
        <Fields>
          <ErrorSummary errors={allErrors(form, t)} />
          <SelectField
            name="leavingId"
            label={t('delegation.leaving.label')}
            error={fieldErrors(form, 'leavingId', t)}
            defaultValue={form?.values['leavingId'] ?? ''}
            options={facts.inCharge.map(({ id, name, count }) => ({
              value: id,
              label: t('delegation.leaving.option', { name, n: count }),
            }))}
            placeholder
          />
          <SelectField
            name="takingId"
            label={t('delegation.taking.label')}
            error={fieldErrors(form, 'takingId', t)}
            defaultValue={form?.values['takingId'] ?? ''}
            options={options(facts.colleagues)}
            placeholder
          />
          <Actions>
            <Button wide>{t('delegation.handOver.button')}</Button>
          </Actions>
        </Fields>
      </div>
    </PostForm>
  )
}
