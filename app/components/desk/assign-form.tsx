import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import {
  Checkbox,
  CheckboxGroup,
  Fields,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { lastDay } from '~/domain/response/due'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { formatDate } from '~/domain/shared/shanghai-time'
import { ANSWER_FORMS } from '~/forms/assign'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { listed } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import type { AssignForm as Facts } from '~/queries/get-assign-form.server'
import styles from './assign-form.module.css'

/** 交办: one 主办 with any 会办, or several 分办; until when, and what for. */
export function AssignForm(props: {
  facts: Facts
  action: string
  form?: FormState
  /** The department that is chosen at first. */
  suggested?: string
}) {
  const { t, language } = useTranslate()
  const { facts, form } = props
  const values = form?.values
  const departments = facts.departments.map(({ id, name }) => ({ value: id, label: name }))
  const several = departments.length > 1
  const due = { n: facts.workingDays, date: formatDate(lastDay(facts.due.dueAt), language) }
  return (
    <PostForm action={props.action}>
      <div className={styles.form}>
        <Fields>
          <ErrorSummary errors={allErrors(form, t)} />
          {several && (
            <RadioGroup
              name="form"
              label={t('desk.assign.form.label')}
              error={fieldErrors(form, 'form', t)}
              defaultValue={values?.['form'] ?? 'together'}
              options={ANSWER_FORMS.map((value) => ({
                value,
                label: t(`desk.assign.form.${value}`),
              }))}
            />
          )}
          <div className={styles.together}>
            <SelectField
              name="lead"
              label={t('desk.assign.lead.label')}
              error={fieldErrors(form, 'lead', t)}
              defaultValue={
                values?.['lead'] ?? props.suggested ?? (several ? '' : departments[0]?.value)
              }
              options={departments}
              placeholder={several}
            />
            {several && (
              <CheckboxGroup
                name="joint"
                label={t('desk.assign.joint.label')}
                hint={t('desk.assign.joint.hint')}
                error={fieldErrors(form, 'joint', t)}
                defaultValues={listed(values, 'joint')}
                options={departments}
                inline
                optional
              />
            )}
          </div>
          {several && (
            <div className={styles.apart}>
              <CheckboxGroup
                name="apart"
                label={t('desk.assign.apart.label')}
                hint={t('desk.assign.apart.hint')}
                error={fieldErrors(form, 'apart', t)}
                defaultValues={listed(values, 'apart')}
                options={departments}
                inline
              />
            </div>
          )}
          <TextField
            name="workingDays"
            label={t('desk.assign.days.label')}
            hint={t(
              facts.due.provisional ? 'desk.assign.days.hintProvisional' : 'desk.assign.days.hint',
              due,
            )}
            error={fieldErrors(form, 'workingDays', t)}
            width="code"
            inputMode="numeric"
            defaultValue={values?.['workingDays'] ?? facts.workingDays}
          />
          {facts.groupSize > 1 && (
            <Checkbox
              name="wholeGroup"
              label={t('desk.assign.group.label', { n: facts.groupSize })}
              hint={t('desk.assign.group.hint')}
              defaultChecked={values ? values['wholeGroup'] === 'on' : true}
            />
          )}
          <TextArea
            name="note"
            label={t('desk.assign.note.label')}
            hint={t('desk.assign.note.hint')}
            error={fieldErrors(form, 'note', t)}
            maxCharacters={REMARK_MAX_CHARACTERS}
            rows={3}
            defaultValue={values?.['note']}
            optional
          />
          <Actions>
            <Button wide>{t('desk.assign.button')}</Button>
          </Actions>
        </Fields>
      </div>
    </PostForm>
  )
}
