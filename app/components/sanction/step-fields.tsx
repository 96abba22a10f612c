import { RadioGroup, TextField } from '~/components/ui/field'
import type { TypedValues } from '~/components/admin/typed-values'
import { SANCTION_TERMS, type SanctionStep } from '~/domain/moderation/sanction'
import type { Translate } from '~/i18n/translate'
import { useTranslate } from '~/i18n/use-translate'

/** Which step and for how long; each step says what it takes away. */
export function StepFields(props: {
  steps: ReadonlyArray<{ step: SanctionStep; handsOn: boolean }>
  typed: TypedValues
  step: SanctionStep | null
  days: number | null
}) {
  const { t } = useTranslate()
  const { typed } = props
  return (
    <>
      <RadioGroup
        name="step"
        label={t('sanction.step.label')}
        defaultValue={typed.value('step', props.step)}
        error={typed.errors('step')}
        options={props.steps.map(({ step, handsOn }) => {
          const effect = effectOf(step, t)
          return {
            value: step,
            label: t(`sanction.step.${step}`),
            hint: handsOn ? t('sanction.effect.handsOn', { effect }) : effect,
          }
        })}
      />
      <TextField
        name="days"
        label={t('sanction.days.label')}
        hint={t('sanction.days.hint')}
        width="code"
        inputMode="numeric"
        optional
        defaultValue={typed.value('days', props.days)}
        error={typed.errors('days')}
      />
    </>
  )
}

function effectOf(step: SanctionStep, t: Translate): string {
  const term = SANCTION_TERMS[step]
  return t(`sanction.effect.${step}`, term ? { least: term.least, most: term.most } : {})
}
