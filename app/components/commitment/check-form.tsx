import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { CHECK_ANSWERS } from '~/domain/response/commitment'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnCheck } from '~/queries/get-commitment.server'

/** Is it so where you live? One answer a person, to be changed at any time; or why the reader has none to give. */
export function CheckForm(props: {
  commitmentId: string
  own: OwnCheck
  form: FormState | undefined
}) {
  const { t } = useTranslate()
  const { own, form, commitmentId } = props
  switch (own.obstacle) {
    case 'signInRequired':
      return (
        <p data-print="no">
          <a href={paths.signIn(paths.commitment(commitmentId))}>{t('commitment.check.signIn')}</a>
        </p>
      )
    case 'unconfirmed':
      return (
        <p>
          {t('commitment.check.unconfirmed')}{' '}
          <a href={paths.changePhone()}>{t('commitment.check.toVerify')}</a>
        </p>
      )
    case 'ownDepartment':
    case 'withdrawn':
      return <p>{t(`commitment.check.${own.obstacle}`)}</p>
    case null:
      return (
        <PostForm action={paths.commitment(commitmentId)}>
          <Fields>
            <ErrorSummary errors={allErrors(form, t)} />
            {own.answer && (
              <p>{t('commitment.check.own', { answer: t(`commitment.check.${own.answer}`) })}</p>
            )}
            <RadioGroup
              name="answer"
              label={t('commitment.check.label')}
              error={fieldErrors(form, 'answer', t)}
              defaultValue={form ? form.values['answer'] : own.answer}
              options={CHECK_ANSWERS.map((answer) => ({
                value: answer,
                label: t(`commitment.check.${answer}`),
              }))}
              inline
              required
            />
            <Actions>
              <Button wide>
                {t(own.answer ? 'commitment.check.revise' : 'commitment.check.submit')}
              </Button>
            </Actions>
          </Fields>
        </PostForm>
      )
  }
}
