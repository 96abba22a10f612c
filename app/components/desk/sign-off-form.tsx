import type { ReactNode } from 'react'
import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { REMARK_MAX_CHARACTERS } from '~/domain/response/response'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import styles from './sign-off-form.module.css'

/**
 * 审签: sign for now or for a time, or send back with what to change. Two forms, so that neither button does the
 * other's work.
 */
export function SignOffForm(props: {
  response: { id: string; version: number; publishedVersion: object | null }
  action: string
  now: Date
  form?: FormState
}) {
  const { t } = useTranslate()
  const { form, response } = props
  const returns = form?.values['outcome'] === 'return'
  return (
    <div className={styles.forms}>
      <ErrorSummary errors={allErrors(form, t)} />
      <Decision response={response} action={props.action} outcome="approve">
        <Fields>
          <p className={styles.hint}>
            {t(
              response.publishedVersion
                ? 'answer.correction.approveHint'
                : 'desk.signOff.approveHint',
            )}
          </p>
          <RadioGroup
            name="when"
            label={t('answer.schedule.when')}
            hint={t('answer.schedule.hint')}
            defaultValue={form?.values['when'] ?? 'now'}
            options={[
              { value: 'now', label: t('answer.schedule.now') },
              { value: 'later', label: t('answer.schedule.later') },
            ]}
          />
          <div className={styles.time}>
            <TextField
              name="publishOn"
              type="date"
              label={t('answer.schedule.day')}
              width="short"
              min={shanghaiDate(props.now)}
              defaultValue={form?.values['publishOn']}
              error={fieldErrors(form, 'publishOn', t)}
            />
            <TextField
              name="publishTime"
              type="time"
              label={t('answer.schedule.time')}
              width="code"
              defaultValue={form?.values['publishTime'] ?? '09:00'}
            />
          </div>
          <TextArea
            name="comment"
            id="remark"
            label={t('answer.signOff.comment')}
            hint={t('answer.signOff.commentHint')}
            optional
            rows={2}
            defaultValue={returns ? '' : form?.values['comment']}
          />
          <Actions>
            <Button wide>{t('desk.signOff.approve')}</Button>
          </Actions>
        </Fields>
      </Decision>
      <Disclosure summary={t('desk.signOff.returnOpen')} open={returns}>
        <Decision response={response} action={props.action} outcome="return">
          <Fields>
            <TextArea
              name="comment"
              label={t('desk.signOff.comment.label')}
              hint={t('desk.signOff.comment.hint')}
              error={fieldErrors(form, 'comment', t)}
              maxCharacters={REMARK_MAX_CHARACTERS}
              rows={4}
              defaultValue={returns ? form?.values['comment'] : ''}
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
      <SeenResponse response={props.response} />
      <input type="hidden" name="outcome" value={props.outcome} />
      {props.children}
    </PostForm>
  )
}

/** Which response a form decides on, as it stood on the page. */
export function SeenResponse(props: { response: { id: string; version: number } }) {
  return (
    <>
      <input type="hidden" name="responseId" value={props.response.id} />
      <input type="hidden" name="version" value={props.response.version} />
    </>
  )
}
