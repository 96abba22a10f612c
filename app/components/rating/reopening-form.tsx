import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { REOPENING_EXPLANATION_MAX_CHARACTERS } from '~/domain/response/rating'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReopeningDetail } from '~/queries/get-reopening.server'

/** Whether a matter is taken up again, and what the resident is told. */
export function ReopeningForm(props: { reopening: ReopeningDetail; form: FormState | undefined }) {
  const { t } = useTranslate()
  const { reopening, form } = props
  return (
    <PostForm action={paths.deskReopening(reopening.id)}>
      <input type="hidden" name="version" value={reopening.version} />
      <Fields>
        <ErrorSummary errors={allErrors(form, t)} />
        <RadioGroup
          name="outcome"
          label={t('desk.reopening.outcome.label')}
          error={fieldErrors(form, 'outcome', t)}
          defaultValue={form?.values['outcome']}
          options={[
            {
              value: 'grant',
              label: t('desk.reopening.outcome.grant'),
              hint: t('desk.reopening.outcome.grant.hint', { n: reopening.workingDays }),
            },
            {
              value: 'decline',
              label: t('desk.reopening.outcome.decline'),
              hint: t('desk.reopening.outcome.decline.hint'),
            },
          ]}
          required
        />
        <TextArea
          name="explanation"
          label={t('desk.reopening.explanation.label')}
          hint={t('desk.reopening.explanation.hint')}
          error={fieldErrors(form, 'explanation', t)}
          defaultValue={form?.values['explanation']}
          maxCharacters={REOPENING_EXPLANATION_MAX_CHARACTERS}
          rows={4}
        />
        <Actions>
          <Button wide>{t('desk.reopening.submit')}</Button>
        </Actions>
      </Fields>
    </PostForm>
  )
}
