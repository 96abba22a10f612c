import type { ReactNode } from 'react'
import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, SelectField, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { NOTE_MAX_CHARACTERS, REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { hidesEvidence } from '~/domain/moderation/screening/disposition'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { reasonTextField } from '~/forms/review'
import { useTranslate } from '~/i18n/use-translate'
import type { ReviewItem } from '~/queries/get-review-item.server'
import type { ForwardDepartment } from '~/queries/list-forward-departments.server'
import type { ReasonInUse } from '~/queries/list-rejection-reasons.server'
import styles from './decision-forms.module.css'

/** What the forms offer: the outcomes, with 脱敏后通过 and 升级 beside them. */
export const REVIEW_DEEDS = ['approve', 'mask', 'return', 'reject', 'forward', 'escalate'] as const

export type ReviewDeed = (typeof REVIEW_DEEDS)[number]

/** A decision that came back: which, and what was typed. */
export interface ReturnedDecision {
  outcome: ReviewDeed
  form: FormState
}

/** What screening masked: to be hidden by the decision, too, unless the moderator takes it out. */
function foundPhrases({ findings, originalText, text }: ReviewItem['revision']): string {
  const places = findings.filter(hidesEvidence).flatMap(({ evidence }) => evidence)
  const phrases = places.map(({ start, end }) => (originalText ?? text).slice(start, end))
  return [...new Set(phrases)].join('\n')
}

/** The ways out of the queue, each a form of its own: 通过, 脱敏后通过, 退回修改, 不通过, 转办, 升级. */
export function DecisionForms(props: {
  item: ReviewItem
  reasons: readonly ReasonInUse[]
  departments: readonly ForwardDepartment[]
  action: string
  returned?: ReturnedDecision
  /** 重审: the decision in whose place another one is put. */
  previousId?: string
}) {
  const { t } = useTranslate()
  const { item, action, returned } = props
  const { previousId } = props
  const formOf = (outcome: ReviewDeed) =>
    returned?.outcome === outcome ? returned.form : undefined
  const form = returned?.form
  const fieldIds: Record<string, string> = {
    reasonText: reasonTextField(form?.values['reason'] ?? ''),
    note: returned ? noteId(returned.outcome) : 'note',
    words: 'forward-words',
    way: 'forward-way',
    departmentId: 'forward-department',
  }
  const errors = allErrors(form, t).map((error) => ({
    ...error,
    fieldId: error.fieldId && (fieldIds[error.fieldId] ?? error.fieldId),
  }))
  return (
    <section id="decide" className={styles.decide} aria-labelledby="decide-title">
      <h3 id="decide-title">{t('moderation.decide.title')}</h3>
      {item.secondLookId && <p>{t('secondLook.decide.hint')}</p>}
      <p className={styles.hint}>
        {t('moderation.decide.stance')} {item.reports && t('report.review.hint')}
      </p>
      <ErrorSummary errors={errors} />
      <DecisionForm item={item} outcome="approve" action={action} previousId={previousId}>
        <Button wide>{t(approveWords(item))}</Button>
      </DecisionForm>
      <Disclosure
        id="decide-mask"
        summary={t('moderation.mask.open')}
        open={returned?.outcome === 'mask'}
      >
        <DecisionForm item={item} outcome="mask" action={action} previousId={previousId}>
          <Fields>
            <TextArea
              name="hide"
              label={t('moderation.mask.hide')}
              hint={t('moderation.mask.hint')}
              error={fieldErrors(formOf('mask'), 'hide', t)}
              rows={3}
              defaultValue={form?.values['hide'] ?? foundPhrases(item.revision)}
            />
            <Actions>
              <Button variant="secondary" wide>
                {t('moderation.mask.button')}
              </Button>
            </Actions>
          </Fields>
        </DecisionForm>
      </Disclosure>
      <Disclosure
        id="decide-return"
        summary={t('moderation.return.open')}
        open={returned?.outcome === 'return'}
      >
        <DecisionForm item={item} outcome="return" action={action} previousId={previousId}>
          <Fields>
            <TextArea
              name="request"
              label={t('moderation.return.request')}
              hint={t('moderation.return.hint')}
              error={fieldErrors(formOf('return'), 'request', t)}
              maxCharacters={REASON_MAX_CHARACTERS}
              rows={4}
              defaultValue={form?.values['request']}
            />
            <Note outcome="return" form={formOf('return')} />
            <Actions>
              <Button variant="secondary" wide>
                {t('moderation.return.button')}
              </Button>
            </Actions>
          </Fields>
        </DecisionForm>
      </Disclosure>
      <Disclosure
        id="decide-reject"
        summary={t('moderation.reject.open')}
        open={returned?.outcome === 'reject'}
      >
        <DecisionForm item={item} outcome="reject" action={action} previousId={previousId}>
          <Fields>
            <Reasons reasons={props.reasons} form={formOf('reject')} />
            <Note outcome="reject" form={formOf('reject')} />
            <Actions>
              <Button variant="danger" wide>
                {t('moderation.reject.button')}
              </Button>
            </Actions>
          </Fields>
        </DecisionForm>
      </Disclosure>
      {!previousId && (
        <Disclosure
          id="decide-forward"
          summary={t('moderation.forward.open')}
          open={returned?.outcome === 'forward'}
        >
          <DecisionForm item={item} outcome="forward" action={action}>
            <Forward
              form={formOf('forward')}
              // A second look hands nothing on.
              departments={item.secondLookId ? [] : props.departments}
            />
          </DecisionForm>
        </Disclosure>
      )}
      {!previousId && !item.secondLookId && (
        <Disclosure
          id="decide-escalate"
          summary={t('moderation.escalate.open')}
          open={returned?.outcome === 'escalate'}
        >
          <DecisionForm item={item} outcome="escalate" action={action}>
            <Fields>
              <TextArea
                name="seniorNote"
                label={t('moderation.escalate.note')}
                hint={t('moderation.escalate.hint')}
                error={fieldErrors(formOf('escalate'), 'seniorNote', t)}
                maxCharacters={NOTE_MAX_CHARACTERS}
                rows={3}
                defaultValue={form?.values['seniorNote']}
              />
              <Actions>
                <Button variant="secondary" wide>
                  {t('moderation.escalate.button')}
                </Button>
              </Actions>
            </Fields>
          </DecisionForm>
        </Disclosure>
      )}
    </section>
  )
}

/**
 * What it means to approve: the text becomes public, stays so, or is shown again. In a second look nothing becomes
 * public, and whether it is already is not told.
 */
function approveWords({ reports, status, latestStatus, secondLookId }: ReviewItem) {
  if (secondLookId) return 'secondLook.approve.button'
  if (reports) return status === 'hidden' ? 'report.review.restore' : 'report.review.approve'
  return latestStatus === 'published'
    ? 'moderation.approve.buttonAfter'
    : 'moderation.approve.button'
}

/** A form that names the text and the version that are on the page. */
function DecisionForm(props: {
  item: ReviewItem
  outcome: ReviewDeed
  action: string
  previousId?: string
  children: ReactNode
}) {
  const { item } = props
  return (
    <PostForm action={props.action} data-deed={props.outcome}>
      <input type="hidden" name="commentId" value={item.id} />
      <input type="hidden" name="revisionId" value={item.revision.id} />
      <input type="hidden" name="version" value={item.version} />
      <input type="hidden" name="outcome" value={props.outcome} />
      {props.previousId && <input type="hidden" name="previousId" value={props.previousId} />}
      {item.secondLookId && <input type="hidden" name="secondLookId" value={item.secondLookId} />}
      {props.children}
    </PostForm>
  )
}

/** Each reason with its words, which open for editing when it is chosen. */
function Reasons(props: { reasons: readonly ReasonInUse[]; form?: FormState }) {
  const { t } = useTranslate()
  const { form } = props
  const chosen = form?.values['reason']
  return (
    <div className={styles.reasons}>
      <RadioGroup
        name="reason"
        label={t('moderation.reject.reason')}
        hint={t('moderation.reject.hint')}
        error={fieldErrors(form, 'reason', t)}
        defaultValue={chosen}
        options={props.reasons.map((reason) => ({
          value: reason.code,
          label: reason.label,
          hint: (
            <TextArea
              name={reasonTextField(reason.code)}
              label={t('moderation.reject.words')}
              error={reason.code === chosen ? fieldErrors(form, 'reasonText', t) : undefined}
              maxCharacters={REASON_MAX_CHARACTERS}
              rows={5}
              defaultValue={form?.values[reasonTextField(reason.code)] ?? reason.text}
            />
          ),
        }))}
      />
    </div>
  )
}

function Forward(props: { form?: FormState; departments: readonly ForwardDepartment[] }) {
  const { t } = useTranslate()
  const { form, departments } = props
  return (
    <Fields>
      <RadioGroup
        name="way"
        id="forward-way"
        label={t('moderation.forward.way')}
        error={fieldErrors(form, 'way', t)}
        defaultValue={form?.values['way']}
        options={(['assign', 'elsewhere'] as const).map((way) => ({
          value: way,
          label: t(`moderation.forward.${way}`),
        }))}
      />
      {departments.length > 0 && (
        <SelectField
          name="departmentId"
          id="forward-department"
          label={t('moderation.forward.department')}
          hint={t('moderation.forward.department.hint')}
          error={fieldErrors(form, 'departmentId', t)}
          defaultValue={form?.values['departmentId'] ?? ''}
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder
          optional
        />
      )}
      <TextArea
        name="words"
        id="forward-words"
        label={t('moderation.forward.words')}
        hint={t('moderation.forward.hint')}
        error={fieldErrors(form, 'words', t)}
        maxCharacters={NOTE_MAX_CHARACTERS}
        rows={4}
        defaultValue={form?.values['words'] ?? t('moderation.forward.suggestion')}
      />
      <Actions>
        <Button variant="secondary" wide>
          {t('moderation.forward.button')}
        </Button>
      </Actions>
    </Fields>
  )
}

function noteId(outcome: ReviewDeed): string {
  return `${outcome}-note`
}

function Note(props: { outcome: ReviewDeed; form?: FormState }) {
  const { t } = useTranslate()
  return (
    <TextField
      name="note"
      id={noteId(props.outcome)}
      label={t('moderation.note.label')}
      hint={t('moderation.note.hint')}
      error={fieldErrors(props.form, 'note', t)}
      defaultValue={props.form?.values['note']}
      optional
    />
  )
}
