import type { ReactNode } from 'react'
import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import styles from './sign-off-form.module.css'

/** 审签: publish, or send back with what to change. Two forms, so that neither button does the other's work. */
export function SignOffForm(props: {
  response: { id: string; version: number }
  action: string
  form?: FormState
}) {
  const { t } = useTranslate()
  const { form } = props
  return (
    <div className={styles.forms}>
      <ErrorSummary errors={allErrors(form, t)} />
      <Decision response={props.response} action={props.action} outcome="approve">
        <p className={styles.hint}>{t('desk.signOff.approveHint')}</p>
        <Actions>
          <Button wide>{t('desk.signOff.approve')}</Button>
        </Actions>
      </Decision>
      <Disclosure summary={t('desk.signOff.returnOpen')} open={form !== undefined}>
        <Decision response={props.response} action={props.action} outcome="return">
          <Fields>
            <TextArea
              name="comment"
              label={t('desk.signOff.comment.label')}
              hint={t('desk.signOff.comment.hint')}
              error={fieldErrors(form, 'comment', t)}
              maxCharacters={REMARK_MAX_CHARACTERS}
              rows={4}
              defaultValue={form?.values['comment']}
            />
            <Actions>
              <Button variant="secondary" wide>
                {t('desk.signOff.return')}
              </Button>
            </Actions>
          </Fields>
        </Decision>
      </Disclosure>
    </div>
  )
}

function Decision(props: {
  response: { id: string; version: number }
  action: string
  outcome: 'approve' | 'return'
  children: ReactNode
}) {
  return (
    <PostForm action={props.action}>
      <input type="hidden" name="intent" value="signOff" />
      <input type="hidden" name="responseId" value={props.response.id} />
      <input type="hidden" name="version" value={props.response.version} />
      <input type="hidden" name="outcome" value={props.outcome} />
      {props.children}
    </PostForm>
  )
}
