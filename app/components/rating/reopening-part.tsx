import receipt from '~/components/receipt/receipt-slip.module.css'
import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { Section } from '~/components/ui/section'
import { lastDay } from '~/domain/response/due'
import { REOPENING_REASON_MAX_CHARACTERS } from '~/domain/response/rating'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { OwnReopening, RatingForm } from '~/queries/get-rating-form.server'

/** The way to 重新办理 for who is 不满意 with how far it is solved, or how their request stands. */
export function ReopeningPart(props: { answer: RatingForm; form: FormState | undefined }) {
  const { t } = useTranslate()
  const { reopening, reopeningProblem, responseId, own } = props.answer
  if (reopening) {
    return (
      <Section id="reopening" title={t('rating.reopening.title')}>
        <Asked reopening={reopening} />
      </Section>
    )
  }
  if (own?.resolution !== 'dissatisfied' || reopeningProblem === 'closed') return null
  if (
    reopeningProblem === 'reopened' ||
    reopeningProblem === 'secondRound' ||
    reopeningProblem === 'topicClosed'
  ) {
    return (
      <Section id="reopening" title={t('rating.reopening.title')}>
        <p>{t(`rating.reopening.problem.${reopeningProblem}`)}</p>
      </Section>
    )
  }
  return (
    <Section id="reopening" title={t('rating.reopening.title')} lede={t('rating.reopening.lede')}>
      <PostForm action={`${paths.rateResponse(responseId)}#reopening`}>
        <input type="hidden" name="intent" value="reopen" />
        <Fields>
          <ErrorSummary errors={allErrors(props.form, t)} />
          <TextArea
            name="reopeningReason"
            label={t('rating.reopening.reason.label')}
            hint={t('rating.reopening.reason.hint')}
            error={fieldErrors(props.form, 'reopeningReason', t)}
            defaultValue={props.form?.values['reopeningReason']}
            maxCharacters={REOPENING_REASON_MAX_CHARACTERS}
            rows={4}
            required
          />
          <Actions>
            <Button variant="secondary" wide>
              {t('rating.reopening.submit')}
            </Button>
          </Actions>
        </Fields>
      </PostForm>
    </Section>
  )
}

function Asked({ reopening }: { reopening: OwnReopening }) {
  const { t, language } = useTranslate()
  const { state, askedAt, decidedAt, dueAt, explanation } = reopening
  return (
    <>
      <p>{t('rating.reopening.waiting', { at: formatDateTime(askedAt, language) })}</p>
      {state !== 'waiting' && decidedAt && (
        <p>
          {t(`rating.reopening.state.${state}`, {
            at: formatDateTime(decidedAt, language),
            due: dueAt ? formatDate(lastDay(dueAt), language) : '',
          })}
        </p>
      )}
      {explanation && <Quoted caption={t('rating.reopening.explanation')} words={explanation} />}
      <Quoted caption={t('rating.reopening.yours')} words={reopening.reason} />
    </>
  )
}

function Quoted(props: { caption: string; words: string }) {
  return (
    <figure className={receipt.reason}>
      <figcaption className={receipt.quiet}>{props.caption}</figcaption>
      <blockquote className={receipt.words}>{props.words}</blockquote>
    </figure>
  )
}
