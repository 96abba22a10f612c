import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { CheckboxGroup, Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { DECLARED_RESULTS, RESPONSE_MAX_CHARACTERS } from '~/domain/response/response'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { listed } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { CommentText } from './comment-text'
import styles from './draft-form.module.css'

/** The draft of an answer: words, result, and the comments it answers. Each button saves what was typed. */
export function DraftForm(props: {
  item: DeskItemDetail
  action: string
  form?: FormState
  /** The comments on the page are not the first ones. */
  later: boolean
}) {
  const { t } = useTranslate()
  const { item, form } = props
  const { response, answering, related } = item
  const values = form?.values
  const saved = response?.answers.map(({ comment }) => comment.id) ?? []
  // The comment that was assigned is answered by itself.
  const offered = related.comments.filter(({ id }) => id !== item.assignment.commentId)
  const ticked = values ? listed(values, 'answers') : saved
  const chosen = saved.filter((id) => id !== item.assignment.commentId).length
  return (
    <div className={styles.form}>
      <PostForm action={props.action}>
        <input type="hidden" name="departmentId" value={answering.departmentId} />
        <input type="hidden" name="version" value={response?.version ?? 0} />
        <input type="hidden" name="shown" value={offered.map(({ id }) => id).join(' ')} />
        <Fields>
          <ErrorSummary errors={allErrors(form, t)} />
          <TextArea
            name="text"
            label={t('desk.draft.text.label')}
            hint={t('desk.draft.text.hint')}
            error={fieldErrors(form, 'text', t)}
            maxCharacters={RESPONSE_MAX_CHARACTERS}
            rows={14}
            defaultValue={values?.['text'] ?? response?.currentDraft?.text ?? ''}
          />
          <RadioGroup
            name="declaredResult"
            label={t('desk.draft.result.label')}
            error={fieldErrors(form, 'declaredResult', t)}
            defaultValue={values?.['declaredResult'] ?? response?.declaredResult}
            options={DECLARED_RESULTS.map((value) => ({
              value,
              label: t(`desk.draft.result.${value}`),
            }))}
          />
          {offered.length > 0 ? (
            <CheckboxGroup
              name="answers"
              label={t('desk.draft.answers.label')}
              hint={
                <>
                  {t('desk.draft.answers.hint')}
                  {chosen > 0 && ` ${t('desk.draft.answers.chosen', { n: chosen })}`}
                </>
              }
              error={fieldErrors(form, 'answers', t)}
              defaultValues={ticked}
              options={offered.map((comment) => ({
                value: comment.id,
                label: comment.authorName,
                hint: <OfferedComment comment={comment} />,
              }))}
              optional
            />
          ) : (
            <p>{t('desk.draft.answers.none')}</p>
          )}
          <div className={styles.end}>
            <Actions>
              <Button name="intent" value="save" variant="secondary">
                {t('desk.draft.save')}
              </Button>
              <Button name="intent" value="submit">
                {t('desk.draft.submit')}
              </Button>
              {related.next && (
                <Button name="intent" value={`more:${related.next}`} variant="quiet">
                  {t('desk.draft.more')}
                </Button>
              )}
              {props.later && (
                <Button name="intent" value="first" variant="quiet">
                  {t('desk.draft.first')}
                </Button>
              )}
            </Actions>
          </div>
        </Fields>
      </PostForm>
    </div>
  )
}

function OfferedComment({ comment }: { comment: DeskItemDetail['related']['comments'][number] }) {
  const { t } = useTranslate()
  const marks = [
    t(`kind.${comment.kind}`),
    comment.stance && t(`stance.${comment.stance}`),
    comment.respondedAt && t('desk.draft.answers.answered'),
  ].filter(Boolean)
  return (
    <>
      <CommentText text={comment.text} />
      <div>{marks.join(' · ')}</div>
    </>
  )
}
