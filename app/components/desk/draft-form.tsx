import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Checkbox, CheckboxGroup, Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import {
  DECLARED_RESULTS,
  REMARK_MAX_CHARACTERS,
  RESPONSE_MAX_CHARACTERS,
} from '~/domain/response/response'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { listed } from '~/forms/written'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { CommentText } from './comment-text'
import { Contributions } from './contributions'
import styles from './draft-form.module.css'
import { PassagesAtHand } from './passages-at-hand'
import { PromiseFields } from './promise-fields'
import { PauseNote } from './writing'

interface DraftFormProps {
  item: DeskItemDetail
  action: string
  form?: FormState
  /** The comments on the page are not the first ones. */
  later: boolean
  /** The template that was chosen to begin with. */
  template?: string
  /** The promise whose fields are open. */
  promise?: string
  now: Date
}

/** The draft of an answer: words, result, and the comments it answers. Each button saves what was typed. */
export function DraftForm(props: DraftFormProps) {
  const { t } = useTranslate()
  const { item, form, template } = props
  const { response, answering, desk, assignment } = item
  const values = form?.values
  const corrects = response?.publishedVersion !== null && response !== null
  const begun = desk.passages.find(({ id }) => id === template)?.text
  const text = values?.['text'] ?? response?.currentDraft?.text ?? begun ?? ''
  const unfinished = corrects ? [] : desk.contributions.filter((each) => !each.finishedAt)
  return (
    <div className={styles.form}>
      {desk.contributions.length > 0 && !corrects && (
        <Disclosure summary={t('answer.contributions.title')} open>
          <p>{t('answer.contributions.lede')}</p>
          <Contributions contributions={desk.contributions} toTakeOver />
        </Disclosure>
      )}
      <PassagesAtHand item={item} empty={text === ''} />
      <PostForm
        action={props.action}
        data-pause-url={paths.deskPause(assignment.id)}
        data-pause-of="draft"
        data-pause-key={`${assignment.id}.${answering.departmentId}`}
        data-pause-returned={form ? 'yes' : undefined}
      >
        <input type="hidden" name="departmentId" value={answering.departmentId} />
        <input type="hidden" name="version" value={response?.version ?? 0} />
        {/* What the Enter key does in a field: the first button of a form. */}
        <button
          type="submit"
          name="intent"
          value="save"
          className="visually-hidden"
          tabIndex={-1}
          aria-hidden="true"
        />
        <Fields>
          <ErrorSummary errors={allErrors(form, t)} />
          <TextArea
            name="text"
            label={t('desk.draft.text.label')}
            hint={t('desk.draft.text.hint')}
            error={fieldErrors(form, 'text', t)}
            maxCharacters={RESPONSE_MAX_CHARACTERS}
            rows={14}
            defaultValue={text}
          />
          <PauseNote />
          {corrects && (
            <TextArea
              name="changeNote"
              label={t('answer.correction.note')}
              hint={t('answer.correction.noteHint')}
              error={fieldErrors(form, 'changeNote', t)}
              maxCharacters={REMARK_MAX_CHARACTERS}
              rows={3}
              defaultValue={values?.['changeNote'] ?? response?.changeNote ?? ''}
            />
          )}
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
          <PromiseFields item={item} form={form} editing={props.promise} now={props.now} />
          {!corrects && <AnsweredFields {...props} />}
          {unfinished.length > 0 && (
            <>
              <Notice
                kind="warning"
                title={t('answer.unfinished.title', {
                  names: unfinished.map(({ department }) => department).join(t('ui.listSeparator')),
                })}
              />
              <Checkbox
                name="despiteUnfinished"
                label={t('answer.unfinished.confirm')}
                hint={t('answer.unfinished.hint')}
                error={fieldErrors(form, 'despiteUnfinished', t)}
                defaultChecked={values?.['despiteUnfinished'] === 'on'}
              />
            </>
          )}
          <SaveButtons {...props} corrects={corrects} />
        </Fields>
      </PostForm>
    </div>
  )
}

/** Which of the comments on the page are answered. The comment that was assigned is answered by itself. */
function AnsweredFields({ item, form }: DraftFormProps) {
  const { t } = useTranslate()
  const { response, related } = item
  const saved = response?.answers.map(({ comment }) => comment.id) ?? []
  const offered = related.comments.filter(({ id }) => id !== item.assignment.commentId)
  const ticked = form ? listed(form.values, 'answers') : saved
  const chosen = saved.filter((id) => id !== item.assignment.commentId).length
  return (
    <>
      <input type="hidden" name="shown" value={offered.map(({ id }) => id).join(' ')} />
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
    </>
  )
}

function SaveButtons({ item, later, corrects }: DraftFormProps & { corrects: boolean }) {
  const { t } = useTranslate()
  const { next } = item.related
  return (
    <div className={styles.end}>
      <Actions>
        <Button name="intent" value="save" variant="secondary">
          {t('desk.draft.save')}
        </Button>
        <Button name="intent" value="submit">
          {t('desk.draft.submit')}
        </Button>
        {next && !corrects && (
          <Button name="intent" value={`more:${next}`} variant="quiet">
            {t('desk.draft.more')}
          </Button>
        )}
        {later && !corrects && (
          <Button name="intent" value="first" variant="quiet">
            {t('desk.draft.first')}
          </Button>
        )}
      </Actions>
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
