import { TextAdvice } from '~/components/screening/text-advice'
import { Actions, Button, ButtonLink } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, SelectField, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import {
  DISSATISFACTION_REASONS,
  GRADES,
  RATING_ASPECTS,
  RATING_TEXT_MAX_CHARACTERS,
} from '~/domain/response/rating'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnRating } from '~/queries/get-rating-form.server'
import type { TextAdvice as Advice } from '~/queries/get-text-advice.server'

/** Three grades, the reason where one of them is 不满意, and words if one likes. */
export function RatingForm(props: {
  responseId: string
  topicId: string
  own: OwnRating | null
  form: FormState | undefined
  advice: Advice | undefined
}) {
  const { t } = useTranslate()
  const { own, form } = props
  const values = form?.values
  return (
    <PostForm action={paths.rateResponse(props.responseId)}>
      <input type="hidden" name="intent" value="rate" />
      <input type="hidden" name="version" value={own?.version ?? 0} />
      <Fields>
        <ErrorSummary errors={allErrors(form, t)} />
        {props.advice && <TextAdvice advice={props.advice} />}
        {RATING_ASPECTS.map((aspect) => (
          <RadioGroup
            key={aspect}
            name={aspect}
            label={t(`rating.aspect.${aspect}`)}
            error={fieldErrors(form, aspect, t)}
            defaultValue={values ? values[aspect] : own?.[aspect]}
            options={GRADES.map((grade) => ({ value: grade, label: t(`rating.grade.${grade}`) }))}
            inline
            required
          />
        ))}
        <SelectField
          name="reason"
          label={t('rating.reason.label')}
          hint={t('rating.reason.hint')}
          error={fieldErrors(form, 'reason', t)}
          defaultValue={values ? values['reason'] : (own?.reason ?? '')}
          options={DISSATISFACTION_REASONS.map((reason) => ({
            value: reason,
            label: t(`rating.reason.${reason}`),
          }))}
          placeholder
          optional
        />
        <TextArea
          name="text"
          label={t('rating.text.label')}
          hint={t('rating.text.hint')}
          error={fieldErrors(form, 'text', t)}
          defaultValue={values ? values['text'] : (own?.text ?? '')}
          maxCharacters={RATING_TEXT_MAX_CHARACTERS}
          rows={4}
          optional
        />
        <Actions>
          <Button wide>{t(own ? 'rating.revise' : 'rating.submit')}</Button>
          <ButtonLink href={paths.response(props.topicId, props.responseId)} variant="quiet">
            {t('rating.toTopic')}
          </ButtonLink>
        </Actions>
      </Fields>
    </PostForm>
  )
}
