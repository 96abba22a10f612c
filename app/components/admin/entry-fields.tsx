import { TextField } from '~/components/ui/field'
import { useTranslate } from '~/i18n/use-translate'
import type { TypedValues } from './typed-values'

/** The name of an entry of a short list. */
export function NameField(props: { typed: TypedValues; entered?: string }) {
  const { t } = useTranslate()
  return (
    <TextField
      name="name"
      label={t('admin.field.name')}
      width="short"
      defaultValue={props.typed.value('name', props.entered)}
      error={props.typed.errors('name')}
    />
  )
}

/** Its place in the list; a new one stands at the end unless another place is given. */
export function PositionField(props: { typed: TypedValues; entered: number }) {
  const { t } = useTranslate()
  return (
    <TextField
      name="position"
      inputMode="numeric"
      label={t('admin.field.position')}
      hint={t('admin.field.position.hint')}
      width="code"
      defaultValue={props.typed.value('position', props.entered)}
      error={props.typed.errors('position')}
    />
  )
}

/** The position after the last one. */
export function nextPosition(entries: ReadonlyArray<{ position: number }>): number {
  return Math.max(0, ...entries.map(({ position }) => position)) + 1
}
