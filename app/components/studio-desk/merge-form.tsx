import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** 并案: into which topic, by its number, and why. */
export function MergeForm(props: { topic: { id: string; version: number }; form?: FormState }) {
  const { t } = useTranslate()
  const { topic, form } = props
  return (
    <PostForm>
      <input type="hidden" name="version" value={topic.version} />
      <Fields>
        <ErrorSummary errors={allErrors(form, t)} />
        <TextField
          name="intoCode"
          label={t('merge.into.label')}
          hint={t('merge.into.hint')}
          width="short"
          error={fieldErrors(form, 'intoCode', t)}
          defaultValue={form?.values['intoCode']}
        />
        <TextArea
          name="reason"
          label={t('act.reason.label')}
          hint={t('merge.reason.hint')}
          error={fieldErrors(form, 'reason', t)}
          maxCharacters={REMARK_MAX_CHARACTERS}
          rows={3}
          defaultValue={form?.values['reason']}
        />
        <Actions>
          <Button wide>{t('merge.button')}</Button>
          <a href={paths.studioTopic(topic.id)}>{t('act.back')}</a>
        </Actions>
      </Fields>
    </PostForm>
  )
}
