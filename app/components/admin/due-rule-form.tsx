import { Fields, SelectField, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { RULE_SUBJECTS } from '~/domain/response/due-rules'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DueRuleEntry } from '~/queries/list-due-rules.server'
import { SaveActions } from './save-actions'
import type { TypedValues } from './typed-values'

/** A rule of usual terms: for which category, for what, how many working days. */
export function DueRuleForm(props: {
  rule: DueRuleEntry | null
  categories: ReadonlyArray<{ id: string; name: string }>
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { rule, typed } = props
  return (
    <PostForm>
      {rule && <input type="hidden" name="version" value={rule.version} />}
      <Fields>
        <SelectField
          name="categoryId"
          label={t('admin.dueRules.category')}
          defaultValue={typed.value('categoryId', rule?.categoryId)}
          error={typed.errors('categoryId')}
          options={[
            { value: '', label: t('admin.dueRules.allCategories') },
            ...props.categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <SelectField
          name="subject"
          label={t('admin.dueRules.subject')}
          defaultValue={typed.value('subject', rule?.subject)}
          error={typed.errors('subject')}
          options={[
            { value: '', label: t('admin.dueRules.all') },
            ...RULE_SUBJECTS.map((value) => ({
              value,
              label: t(`admin.dueRules.subject.${value}`),
            })),
          ]}
        />
        <TextField
          name="workingDays"
          inputMode="numeric"
          width="code"
          label={t('admin.dueRules.workingDays')}
          defaultValue={typed.value('workingDays', rule?.workingDays)}
          error={typed.errors('workingDays')}
        />
        <SaveActions backHref={paths.adminDueRules()} />
      </Fields>
    </PostForm>
  )
}
