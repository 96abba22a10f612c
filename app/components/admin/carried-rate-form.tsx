import { Fields, SelectField, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import {
  CARRIED_MEASURES,
  type CarriedMeasure,
  type GradeMeasure,
  type ResultMeasure,
} from '~/domain/response/rate-facts'
import type { Grade, RatingAspect } from '~/domain/response/rating'
import type { DeclaredResult } from '~/domain/response/response'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { SaveActions } from './save-actions'
import type { TypedValues } from './typed-values'

type Choices = ReadonlyArray<{ id: string; name: string }>

const optionsOf = (choices: Choices) => choices.map(({ id, name }) => ({ value: id, label: name }))

/** A sum of a system used before: whose, of what, how many, and where it comes from. */
export function CarriedRateForm(props: {
  choices: { departments: Choices; categories: Choices; districts: Choices }
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { choices, typed } = props
  const field = (name: string) => ({
    name,
    defaultValue: typed.value(name),
    error: typed.errors(name),
  })
  return (
    <PostForm>
      <Fields>
        <SelectField
          {...field('departmentId')}
          label={t('admin.carriedRates.department')}
          placeholder
          options={optionsOf(choices.departments)}
        />
        <SelectField
          {...field('categoryId')}
          label={t('admin.carriedRates.category')}
          placeholder
          options={optionsOf(choices.categories)}
        />
        <SelectField
          {...field('districtId')}
          label={t('admin.carriedRates.district')}
          options={[
            { value: '', label: t('admin.carriedRates.district.none') },
            ...optionsOf(choices.districts),
          ]}
        />
        <TextField
          {...field('month')}
          width="code"
          label={t('admin.carriedRates.month')}
          hint={t('admin.carriedRates.month.hint')}
        />
        <SelectField
          {...field('measure')}
          label={t('admin.carriedRates.measure')}
          placeholder
          options={CARRIED_MEASURES.map((measure) => ({
            value: measure,
            label: measureWords(measure, t),
          }))}
        />
        <TextField
          {...field('days')}
          inputMode="numeric"
          width="code"
          label={t('admin.carriedRates.days')}
          hint={t('admin.carriedRates.days.hint')}
          required={false}
        />
        <TextField
          {...field('count')}
          inputMode="numeric"
          width="code"
          label={t('admin.carriedRates.count')}
        />
        <TextField
          {...field('reason')}
          label={t('admin.carriedRates.reason')}
          hint={t('admin.carriedRates.reason.hint')}
        />
        <SaveActions backHref={paths.adminCarriedRates()} />
      </Fields>
    </PostForm>
  )
}

/** What a sum counts. */
export function measureWords(measure: CarriedMeasure, t: Translate): string {
  switch (measure) {
    case 'inTime':
      return t('statistics.response.inTime')
    case 'late':
      return t('statistics.response.late')
    case 'days':
      return t('admin.carriedRates.measure.days')
    case 'returned':
    case 'withdrawn':
    case 'merged':
    case 'joint':
      return t(`statistics.excluded.${measure}`)
    case 'commitment.kept':
    case 'commitment.keptLate':
    case 'commitment.withdrawn': {
      const state = measure.slice('commitment.'.length) as 'kept' | 'keptLate' | 'withdrawn'
      return t('admin.carriedRates.measure.commitment', { state: t(`commitment.state.${state}`) })
    }
    default:
      return gradedWords(measure, t)
  }
}

type Graded = GradeMeasure | ResultMeasure

function gradedWords(measure: Graded, t: Translate): string {
  const [of, what] = measure.split('.')
  if (of === 'declared') {
    const result = t(`response.result.${what as DeclaredResult}`)
    return t('admin.carriedRates.measure.declared', { result })
  }
  return [t(`rating.aspect.${of as RatingAspect}`), t(`rating.grade.${what as Grade}`)].join(' · ')
}
