import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, SelectField, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { TOPIC_MODES } from '~/domain/topic/stage'
import { TOPIC_LIMITS } from '~/domain/topic/topic-text'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { TopicFormOptions } from '~/queries/get-topic-form.server'

/** The words and settings of a topic: for opening one, and for changing it later. */
export function TopicForm(props: {
  action: string
  options: TopicFormOptions
  /** What the fields hold at first, by name. */
  initial: Record<string, string>
  form?: FormState
  /** Sent along unseen. */
  hidden?: Record<string, string | number>
  /** A new topic is put into a studio. */
  choosesStudio?: boolean
  button: string
}) {
  const { t } = useTranslate()
  const { form, options } = props
  const values = form?.values ?? props.initial
  const choices = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }))
  const field = (name: string) => ({
    name,
    error: fieldErrors(form, name, t),
    defaultValue: values[name],
  })
  return (
    <PostForm action={props.action}>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Fields>
        <ErrorSummary errors={allErrors(form, t)} />
        {props.choosesStudio && (
          <SelectField
            {...field('studioId')}
            label={t('studioDesk.form.studio')}
            options={choices(options.studios)}
            placeholder={options.studios.length > 1}
          />
        )}
        <TextArea
          {...field('title')}
          label={t('studioDesk.form.title')}
          hint={t('studioDesk.form.title.hint')}
          maxCharacters={TOPIC_LIMITS.title}
          rows={2}
        />
        <TextArea
          {...field('question')}
          label={t('studioDesk.form.question')}
          hint={t('studioDesk.form.question.hint')}
          maxCharacters={TOPIC_LIMITS.question}
          rows={2}
        />
        <TextArea
          {...field('background')}
          label={t('studioDesk.form.background')}
          hint={t('studioDesk.form.background.hint')}
          maxCharacters={TOPIC_LIMITS.background}
          rows={12}
          optional={props.choosesStudio}
        />
        <SelectField
          {...field('categoryId')}
          label={t('studioDesk.form.category')}
          options={choices(options.categories)}
          placeholder
        />
        <SelectField
          {...field('districtId')}
          label={t('studioDesk.form.district')}
          options={[
            { value: '', label: t('studioDesk.form.district.none') },
            ...choices(options.districts),
          ]}
        />
        <TextField
          {...field('tags')}
          label={t('studioDesk.form.tags')}
          hint={t('studioDesk.form.tags.hint', { tags: TOPIC_LIMITS.tags })}
          optional
        />
        <TextField
          {...field('closesOn')}
          type="date"
          label={t('studioDesk.form.closesOn')}
          hint={t('studioDesk.form.closesOn.hint')}
          width="short"
          optional
        />
        <RadioGroup
          {...field('mode')}
          label={t('studioDesk.form.mode')}
          options={TOPIC_MODES.map((value) => ({
            value,
            label: t(`topicMode.${value}`),
            hint: t(`studioDesk.form.mode.${value}`),
          }))}
        />
        <Actions>
          <Button wide>{props.button}</Button>
        </Actions>
      </Fields>
    </PostForm>
  )
}
