import { SelectField } from '~/components/ui/field'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { DistrictView } from '~/queries/list-districts.server'

/** The district somebody lives in, chosen from all of them; those within another stand indented below it. */
export function DistrictField(props: {
  districts: readonly DistrictView[]
  form?: FormState
  value?: string | null
}) {
  const { t } = useTranslate()
  const options = props.districts.map(({ id, name, depth }) => ({
    value: id,
    label: '\u3000'.repeat(depth) + name,
  }))
  return (
    <SelectField
      name="districtId"
      label={t('account.district.label')}
      hint={t('account.district.hint')}
      optional
      options={[{ value: '', label: t('account.district.none') }, ...options]}
      defaultValue={props.form?.values['districtId'] ?? props.value ?? ''}
      error={fieldErrors(props.form, 'districtId', t)}
    />
  )
}
