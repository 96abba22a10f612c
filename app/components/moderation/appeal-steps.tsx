import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { Notice } from '~/components/ui/notice'
import { PostForm } from '~/components/ui/post-form'
import {
  APPEAL_EXPLANATION_MAX_CHARACTERS,
  APPEAL_RESULTS,
  ASSESSMENTS,
} from '~/domain/moderation/appeal'
import { NOTE_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import type { ErrorParams } from '~/domain/errors'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { AppealItem } from '~/queries/get-appeal.server'
import styles from './appeal.module.css'

/** First one's own view, then the first decision beside it and the result: each step when its time has come. */
export function AppealSteps({ appeal, form }: { appeal: AppealItem; form?: FormState }) {
  const { t } = useTranslate()
  if (appeal.result) return <Decided appeal={appeal} />
  if (!appeal.assessment) {
    return (
      <div className={styles.step}>
        {appeal.assessedBy && (
          <Notice kind="info" title={t('appeal.assessedBy', { who: appeal.assessedBy })}>
            <p>{t('appeal.assessedBy.text')}</p>
          </Notice>
        )}
        <Assess form={form} />
      </div>
    )
  }
  return (
    <>
      <Comparison appeal={appeal} />
      <Decide form={form} />
    </>
  )
}

/** Somebody was faster, or the text is no longer what was appealed about. */
export function AppealConflict({ conflict }: { conflict: ErrorParams }) {
  const { t, language } = useTranslate()
  const { what, who, at } = conflict
  const decided = what === 'upheld' || what === 'overturned'
  return (
    <Notice kind="warning" title={t('error.conflict.title')}>
      <p>
        {decided
          ? t(`appeal.conflict.${what}`, {
              who: String(who),
              at: formatDateTime(new Date(String(at)), language),
            })
          : t('appeal.conflict.changed')}
      </p>
    </Notice>
  )
}

/** Why the viewer leaves it to a colleague. */
export function AppealRecusal({
  recusal,
}: {
  recusal: NonNullable<AppealItem['item']['recusal']>
}) {
  const { t } = useTranslate()
  return (
    <div className={styles.step}>
      <Notice kind="info" title={t('moderation.recusal.title')}>
        <p>{t(`moderation.recusal.${recusal}`)}</p>
      </Notice>
    </div>
  )
}

function Assess({ form }: { form?: FormState }) {
  const { t } = useTranslate()
  return (
    <section className={styles.step} aria-labelledby="assess-title">
      <h3 id="assess-title">{t('appeal.assess.title')}</h3>
      <p className={styles.hint}>{t('appeal.assess.hint')}</p>
      <PostForm>
        <input type="hidden" name="step" value="assess" />
        <ErrorSummary errors={allErrors(form, t)} />
        <Fields>
          <RadioGroup
            name="assessment"
            label={t('appeal.assess.question')}
            error={fieldErrors(form, 'assessment', t)}
            defaultValue={form?.values['assessment']}
            options={ASSESSMENTS.map((value) => ({ value, label: t(`appeal.assess.${value}`) }))}
          />
          <TextArea
            name="note"
            label={t('appeal.assess.note')}
            hint={t('appeal.assess.noteHint')}
            error={fieldErrors(form, 'note', t)}
            defaultValue={form?.values['note']}
            maxCharacters={NOTE_MAX_CHARACTERS}
            rows={3}
          />
          <Actions>
            <Button wide>{t('appeal.assess.submit')}</Button>
          </Actions>
        </Fields>
      </PostForm>
    </section>
  )
}

/** One's own view beside the first decision. */
function Comparison({ appeal }: { appeal: AppealItem }) {
  const { t, language } = useTranslate()
  const { assessment, first } = appeal
  return (
    <section className={styles.step} aria-labelledby="compare-title">
      <h3 id="compare-title">{t('appeal.compare.title')}</h3>
      <dl className={styles.facts}>
        {assessment && (
          <>
            <dt>{t('appeal.compare.own')}</dt>
            <dd>
              {t(`appeal.assess.${assessment.outcome}`)}
              {'\n'}
              {assessment.note}
            </dd>
          </>
        )}
        {first && (
          <>
            <dt>
              {t('appeal.compare.first', {
                who: first.moderator,
                at: formatDateTime(first.at, language),
              })}
            </dt>
            <dd>
              {t(`moderation.outcome.${first.outcome}`)}
              {first.reasonLabel && ` · ${first.reasonLabel}`}
              {first.reasonText && `\n${first.reasonText}`}
              {first.note && `\n${first.note}`}
            </dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Decide({ form }: { form?: FormState }) {
  const { t } = useTranslate()
  return (
    <section className={styles.step} aria-labelledby="decide-appeal-title">
      <h3 id="decide-appeal-title">{t('appeal.decide.title')}</h3>
      <p className={styles.hint}>{t('appeal.decide.hint')}</p>
      <PostForm>
        <input type="hidden" name="step" value="decide" />
        <ErrorSummary errors={allErrors(form, t)} />
        <Fields>
          <RadioGroup
            name="result"
            label={t('appeal.decide.question')}
            error={fieldErrors(form, 'result', t)}
            defaultValue={form?.values['result']}
            options={APPEAL_RESULTS.map((value) => ({ value, label: t(`appeal.decide.${value}`) }))}
          />
          <TextArea
            name="explanation"
            label={t('appeal.decide.explanation')}
            hint={t('appeal.decide.explanationHint')}
            error={fieldErrors(form, 'explanation', t)}
            defaultValue={form?.values['explanation']}
            maxCharacters={APPEAL_EXPLANATION_MAX_CHARACTERS}
            rows={5}
          />
          <Actions>
            <Button wide>{t('appeal.decide.submit')}</Button>
          </Actions>
        </Fields>
      </PostForm>
    </section>
  )
}

function Decided({ appeal }: { appeal: AppealItem }) {
  const { t, language } = useTranslate()
  const { result } = appeal
  if (!result) return null
  return (
    <div className={styles.step}>
      <Comparison appeal={appeal} />
      <Notice
        kind="success"
        title={t(`appeal.result.${result.result}`, {
          who: result.by,
          at: formatDateTime(result.at, language),
        })}
      >
        <p>{result.explanation}</p>
      </Notice>
    </div>
  )
}
