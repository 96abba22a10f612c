import { RadioGroup, SelectField, TextField } from '~/components/ui/field'
import { OFFICES } from '~/domain/person/office'
import { useTranslate } from '~/i18n/use-translate'
import styles from './grant-fields.module.css'
import type { TypedValues } from './typed-values'

interface Body {
  id: string
  name: string
}

/**
 * The fields of a grant. All of them are on the page, and work without script; where the browser can, the style
 * sheet shows a body's field only for the offices that are held in one.
 */
export function GrantFields(props: {
  typed: TypedValues
  departments: readonly Body[]
  studios: readonly Body[]
}) {
  const { t } = useTranslate()
  const { typed } = props
  const choices = (none: string, bodies: readonly Body[]) => [
    { value: '', label: none },
    ...bodies.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <div className={styles.fields}>
      <div className={styles.offices}>
        <RadioGroup
          name="office"
          label={t('admin.grant.office')}
          defaultValue={typed.value('office')}
          error={typed.errors('office')}
          options={OFFICES.map((office) => ({
            value: office,
            label: t(`admin.office.${office}`),
            hint: t(`admin.officeHint.${office}`),
          }))}
        />
      </div>
      <div className={styles.department}>
        <SelectField
          name="departmentId"
          label={t('admin.grant.department')}
          options={choices(t('admin.grant.department.any'), props.departments)}
          defaultValue={typed.value('departmentId')}
          error={typed.errors('departmentId')}
        />
      </div>
      <div className={styles.studio}>
        <SelectField
          name="studioId"
          label={t('admin.grant.studio')}
          options={choices(t('admin.grant.studio.any'), props.studios)}
          defaultValue={typed.value('studioId')}
          error={typed.errors('studioId')}
        />
      </div>
      <TextField
        name="title"
        label={t('admin.grant.titleField')}
        hint={t('admin.grant.titleField.hint')}
        optional
        width="short"
        defaultValue={typed.value('title')}
        error={typed.errors('title')}
      />
      <TextField
        name="until"
        type="date"
        label={t('admin.grant.until')}
        hint={t('admin.grant.until.hint')}
        optional
        width="short"
        defaultValue={typed.value('until')}
        error={typed.errors('until')}
      />
    </div>
  )
}
