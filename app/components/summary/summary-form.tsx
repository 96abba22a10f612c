import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { POINT_KINDS, SUMMARY_LIMITS } from '~/domain/outcome/summary'
import { VERDICTS } from '~/domain/topic/stage'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { pointFields, pointKeys } from '~/forms/summary'
import { useTranslate } from '~/i18n/use-translate'
import type { SummaryDraft } from '~/queries/get-summary-draft.server'
import { CitationList } from './citation-list'
import styles from './summary-form.module.css'

/**
 * The summary as one form: whichever button is pressed, everything is saved first, so that adding, moving and
 * citing lose nothing, without script.
 */
export function SummaryForm(props: {
  action: string
  draft: SummaryDraft | null
  form?: FormState
  mayPublish: boolean
  /** Why there is no button to publish. */
  publishHint: string
}) {
  const { t } = useTranslate()
  const { draft, form } = props
  const values = form?.values
  const keys = values ? pointKeys(values) : (draft?.points.map(({ id }) => id) ?? [])
  return (
    <PostForm action={props.action}>
      <input type="hidden" name="version" value={draft?.version ?? 0} />
      <Fields>
        <ErrorSummary errors={pointErrors(form, keys, t)} />
        <RadioGroup
          name="verdict"
          label={t('summary.verdict.label')}
          error={fieldErrors(form, 'verdict', t)}
          defaultValue={values?.['verdict'] ?? draft?.verdict}
          options={VERDICTS.map((value) => ({
            value,
            label: t(`verdict.${value}`),
            hint: t(`summary.editor.verdict.${value}`),
          }))}
        />
        <TextArea
          name="introduction"
          label={t('summary.editor.introduction')}
          hint={t('summary.editor.introduction.hint')}
          error={fieldErrors(form, 'introduction', t)}
          maxCharacters={SUMMARY_LIMITS.introduction}
          rows={5}
          defaultValue={values?.['introduction'] ?? draft?.introduction}
        />
      </Fields>
      <section className={styles.points} aria-labelledby="points-title">
        <h2 id="points-title" className={styles.title}>
          {t('summary.editor.points')}
        </h2>
        {keys.length === 0 && <p>{t('summary.editor.points.none')}</p>}
        {keys.map((key, index) => (
          <Point
            key={key}
            pointKey={key}
            number={index + 1}
            last={index === keys.length - 1}
            draft={draft}
            form={form}
          />
        ))}
        <Actions>
          <Button name="intent" value="add" variant="secondary">
            {t('summary.editor.add')}
          </Button>
        </Actions>
      </section>
      <div className={styles.end}>
        <Actions>
          <Button name="intent" value="save">
            {t('summary.editor.save')}
          </Button>
          <Button name="intent" value="preview" variant="secondary">
            {t('summary.editor.preview')}
          </Button>
          {props.mayPublish && (
            <Button name="intent" value="publish" variant="secondary">
              {t('summary.editor.publish')}
            </Button>
          )}
        </Actions>
        <p className={styles.hint}>{props.publishHint}</p>
      </div>
    </PostForm>
  )
}

/** A point's errors name the point: several fields have the same label. */
function pointErrors(
  form: FormState | undefined,
  keys: readonly string[],
  t: ReturnType<typeof useTranslate>['t'],
) {
  return allErrors(form, t).map((error) => {
    const index = keys.findIndex((key) =>
      Object.values(pointFields).some((name) => name(key) === error.fieldId),
    )
    if (index < 0) return error
    const number = t('summary.editor.point.number', { n: index + 1 })
    return { ...error, message: `${number}${error.message}` }
  })
}

function Point(props: {
  pointKey: string
  number: number
  last: boolean
  draft: SummaryDraft | null
  form?: FormState
}) {
  const { t } = useTranslate()
  const { pointKey, number, draft, form } = props
  const saved = draft?.points.find(({ id }) => id === pointKey)
  const [kind, text] = [pointFields.kind(pointKey), pointFields.text(pointKey)]
  return (
    <fieldset className={styles.point} id={`p-${pointKey}`}>
      <legend className={styles.legend}>{t('summary.editor.point', { n: number })}</legend>
      <input type="hidden" name="points" value={pointKey} />
      <Fields>
        <RadioGroup
          name={kind}
          label={t('summary.editor.point.kind')}
          error={fieldErrors(form, kind, t)}
          defaultValue={form?.values[kind] ?? saved?.kind}
          options={POINT_KINDS.map((value) => ({ value, label: t(`summary.point.${value}`) }))}
          inline
        />
        <TextArea
          name={text}
          label={t('summary.editor.point.text')}
          error={fieldErrors(form, text, t)}
          maxCharacters={SUMMARY_LIMITS.point}
          rows={4}
          defaultValue={form?.values[text] ?? saved?.text}
        />
      </Fields>
      {draft && saved && saved.citations.length > 0 && (
        <CitationList topicId={draft.topicId} citations={saved.citations} />
      )}
      <div className={styles.tools}>
        <Button name="intent" value={`cite:${pointKey}`} variant="secondary">
          {t('summary.editor.point.cite')}
        </Button>
        {number > 1 && (
          <Button name="intent" value={`up:${pointKey}`} variant="quiet">
            {t('summary.editor.point.up')}
          </Button>
        )}
        {!props.last && (
          <Button name="intent" value={`down:${pointKey}`} variant="quiet">
            {t('summary.editor.point.down')}
          </Button>
        )}
        <Button name="intent" value={`remove:${pointKey}`} variant="quiet">
          {t('summary.editor.point.remove')}
        </Button>
      </div>
    </fieldset>
  )
}
