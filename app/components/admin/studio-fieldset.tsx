import { Checkbox, RadioGroup, SelectField, TextArea, TextField } from '~/components/ui/field'
import { useTranslate } from '~/i18n/use-translate'
import type { StudioAdmin } from '~/queries/get-studio-admin.server'
import type { TypedValues } from './typed-values'

const LEVELS = ['studio', 'station'] as const

interface Named {
  id: string
  name: string
}

/** What is entered of a studio or station. */
export function StudioFieldset(props: {
  studio: StudioAdmin | null
  types: readonly Named[]
  districts: readonly Named[]
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { studio, types, districts, typed } = props
  return (
    <>
      <TextField
        name="name"
        label={t('admin.field.name')}
        defaultValue={typed.value('name', studio?.name)}
        error={typed.errors('name')}
      />
      <RadioGroup
        name="level"
        label={t('admin.studio.level')}
        inline
        options={LEVELS.map((level) => ({
          value: level,
          label: t(`admin.studio.level.${level}`),
        }))}
        defaultValue={typed.value('level', studio?.level)}
        error={typed.errors('level')}
      />
      <SelectField
        name="typeId"
        label={t('admin.studio.type')}
        placeholder
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={typed.value('typeId', studio?.typeId)}
        error={typed.errors('typeId')}
      />
      <TextField
        name="sector"
        label={t('admin.studio.sector')}
        optional
        width="short"
        defaultValue={typed.value('sector', studio?.sector)}
        error={typed.errors('sector')}
      />
      <SelectField
        name="districtId"
        label={t('admin.field.district')}
        optional
        options={[
          { value: '', label: t('admin.field.district.none') },
          ...districts.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        defaultValue={typed.value('districtId', studio?.districtId)}
        error={typed.errors('districtId')}
      />
      <TextField
        name="place"
        label={t('admin.studio.place')}
        defaultValue={typed.value('place', studio?.place)}
        error={typed.errors('place')}
      />
      <TextArea
        name="introduction"
        label={t('admin.studio.introduction')}
        optional
        rows={4}
        maxCharacters={2000}
        defaultValue={typed.value('introduction', studio?.introduction)}
        error={typed.errors('introduction')}
      />
      <TextArea
        name="duties"
        label={t('admin.studio.duties')}
        hint={t('admin.studio.duties.hint')}
        optional
        rows={4}
        maxCharacters={2000}
        defaultValue={typed.value('duties', studio?.duties)}
        error={typed.errors('duties')}
      />
      <TextArea
        name="rules"
        label={t('admin.studio.rules')}
        hint={t('admin.studio.duties.hint')}
        optional
        rows={4}
        maxCharacters={2000}
        defaultValue={typed.value('rules', studio?.rules)}
        error={typed.errors('rules')}
      />
      {studio && (
        <Checkbox
          name="active"
          label={t('admin.field.active')}
          hint={t('admin.studio.active.hint')}
          defaultChecked={typed.ticked('active', studio.active)}
          error={typed.errors('active')}
        />
      )}
    </>
  )
}
