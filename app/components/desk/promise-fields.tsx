import { CommitmentMark } from '~/components/commitment/commitment-mark'
import { DueDay } from '~/components/commitment/due-day'
import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Fields, SelectField, TextField } from '~/components/ui/field'
import { MetaLine, RuledItem, RuledList } from '~/components/ui/ruled-list'
import { sentencesOf } from '~/domain/response/promise-text'
import { dayOf } from '~/domain/shared/day'
import { shanghaiDate } from '~/domain/shared/shanghai-time'
import { marksPromise, PROMISE_FIELDS } from '~/forms/commitment'
import { fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import { PromiseList } from './promise-list'
import styles from './promises.module.css'

/**
 * The promises of a draft, within its form: every button saves what was typed with them, and the draft as well.
 */
export function PromiseFields(props: {
  item: DeskItemDetail
  form?: FormState
  /** The promise whose fields are open. */
  editing?: string
  now: Date
}) {
  const { t } = useTranslate()
  const { form, now } = props
  const { response } = props.item
  const promises = response?.promises ?? []
  const edited = promises.find(({ id }) => id === props.editing)
  const values = form?.values ?? (edited ? valuesOf(edited) : {})
  const wrong = PROMISE_FIELDS.some((name) => fieldErrors(form, name, t).length > 0)
  return (
    <fieldset className={styles.promises} id="promises">
      <legend className={styles.title}>{t('promise.title')}</legend>
      <p className={styles.lede}>{t('promise.lede')}</p>
      <Published item={props.item} now={now} />
      {promises.length > 0 && (
        <PromiseList
          promises={promises}
          draft={response?.currentDraft?.text ?? ''}
          now={now}
          actionsOf={({ id, words }) => (
            <Actions>
              <Button
                name="intent"
                value={`promiseEdit:${id}`}
                variant="quiet"
                aria-label={t('promise.edit.of', { words })}
              >
                {t('promise.edit')}
              </Button>
              <Button
                name="intent"
                value={`promiseRemove:${id}`}
                variant="quiet"
                aria-label={t('promise.remove.of', { words })}
              >
                {t('promise.remove')}
              </Button>
            </Actions>
          )}
        />
      )}
      <Disclosure
        summary={t(edited ? 'promise.edit.title' : 'promise.add.open')}
        open={edited !== undefined || wrong || marksPromise(values)}
      >
        <Marking
          values={values}
          form={form}
          sentences={sentencesOf(response?.currentDraft?.text ?? '')}
          now={now}
        />
      </Disclosure>
    </fieldset>
  )
}

function Marking(props: {
  values: Record<string, string>
  form?: FormState
  sentences: readonly string[]
  now: Date
}) {
  const { t } = useTranslate()
  const { values, form, sentences } = props
  const promiseId = values['promiseId'] ?? ''
  return (
    <Fields>
      <input type="hidden" name="promiseId" value={promiseId} />
      <SelectField
        name="promiseSentence"
        label={t('promise.sentence.label')}
        hint={t(sentences.length > 0 ? 'promise.sentence.hint' : 'promise.sentence.none')}
        error={fieldErrors(form, 'promiseSentence', t)}
        defaultValue={values['promiseSentence']}
        options={sentences.map((sentence) => ({ value: sentence, label: sentence }))}
        placeholder
      />
      <TextField
        name="promiseWords"
        label={t('promise.words.label')}
        hint={t('promise.words.hint')}
        error={fieldErrors(form, 'promiseWords', t)}
        defaultValue={values['promiseWords']}
        optional
      />
      <TextField
        name="promiseResponsible"
        label={t('promise.responsible.label')}
        hint={t('promise.responsible.hint')}
        error={fieldErrors(form, 'promiseResponsible', t)}
        defaultValue={values['promiseResponsible']}
      />
      <TextField
        name="promiseDueOn"
        type="date"
        width="short"
        min={shanghaiDate(props.now)}
        label={t('promise.dueOn.label')}
        error={fieldErrors(form, 'promiseDueOn', t)}
        defaultValue={values['promiseDueOn']}
      />
      <Actions>
        <Button name="intent" value="promise" variant="secondary">
          {t(promiseId ? 'promise.save' : 'promise.add')}
        </Button>
      </Actions>
    </Fields>
  )
}

/** What earlier versions of the answer have promised: it stands, whatever the correction says. */
function Published({ item, now }: { item: DeskItemDetail; now: Date }) {
  const { t } = useTranslate()
  const commitments = item.response?.commitments ?? []
  if (commitments.length === 0) return null
  return (
    <RuledList label={t('promise.public')}>
      {commitments.map(({ id, words, responsible, dueOn, state }) => (
        <RuledItem key={id}>
          <p className={styles.words}>
            <a href={paths.deskCommitment(id)}>{words}</a>
          </p>
          <MetaLine>
            <CommitmentMark commitment={{ state, dueOn: dayOf(dueOn) }} now={now} />
            <span>{responsible}</span>
            <DueDay dueOn={dayOf(dueOn)} now={now} />
          </MetaLine>
        </RuledItem>
      ))}
    </RuledList>
  )
}

/** A promise as its fields show it; its words are typed ones, since the draft may have changed around them. */
function valuesOf(promise: {
  id: string
  words: string
  responsible: string
  dueOn: Date
}): Record<string, string> {
  return {
    promiseId: promise.id,
    promiseWords: promise.words,
    promiseResponsible: promise.responsible,
    promiseDueOn: dayOf(promise.dueOn),
  }
}
