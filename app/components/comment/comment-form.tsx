import type { ReactNode } from 'react'
import { FileFields } from '~/components/attachment/file-fields'
import { KeptFiles } from '~/components/attachment/kept-files'
import { TextAdvice } from '~/components/screening/text-advice'
import { Kept } from '~/components/layout/kept'
import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, SelectField, TextArea } from '~/components/ui/field'
import type { Loaded } from '~/components/ui/loaded'
import { PostForm } from '~/components/ui/post-form'
import { MAX_FILES_PER_COMMENT } from '~/domain/attachment/limits'
import {
  COMMENT_KINDS,
  COMMENT_MAX_CHARACTERS,
  STANCES,
  type CommentKind,
  type Stance,
} from '~/domain/comment/comment'
import type { Voice } from '~/domain/person/role'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { AttachedFile } from '~/queries/attached-files'
import type { TextAdvice as Advice } from '~/queries/get-text-advice.server'
import styles from './comment-form.module.css'

/** The words of a comment as they were before, or as they came back. */
export interface WrittenWords {
  text: string
  stance: Stance | null
  kind: CommentKind
}

export interface VoiceChoice {
  voice: Voice
  title: string | null
}

/**
 * What a comment is written in, new or again. It works without script; with it, the characters are counted and
 * the text is kept in the browser under `draftKey`.
 */
export function CommentForm(props: {
  action: string
  /** Replies have no stance and no kind. */
  reply?: boolean
  /** What the author should know of the review. */
  note?: ReactNode
  submit: string
  state?: FormState | undefined
  words?: WrittenWords
  /** What the author should look at before it is sent. */
  advice?: Advice | undefined
  /** The voices to choose from; none to choose where there is one. */
  voices?: readonly VoiceChoice[]
  hidden?: Readonly<Record<string, string>>
  /** What the newest text has already. */
  files?: readonly Loaded<AttachedFile>[]
  draftKey: string
  rows?: number
  /** Beside the button. */
  children?: ReactNode
}) {
  const { t } = useTranslate()
  const { state, words, voices = [], reply = false, rows = 5 } = props
  const fields = () => (
    <CommentFields
      state={state}
      words={words}
      voices={voices}
      reply={reply}
      rows={rows}
      files={props.files ?? []}
    />
  )
  // An empty form is the same for everybody who has one voice.
  const isBlank = !state && !words && voices.length <= 1
  return (
    <PostForm
      action={props.action}
      encType="multipart/form-data"
      data-draft={props.draftKey}
      data-draft-base={props.hidden?.['version']}
      data-draft-restored={t('comment.draft.restored')}
      data-draft-discard={t('comment.draft.discard')}
      data-draft-returned={state ? '' : undefined}
    >
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.form}>
        <ErrorSummary errors={allErrors(state, t)} />
        {props.advice && <TextAdvice advice={props.advice} />}
        {isBlank ? (
          <Kept of={BLANK} name={`fields-${reply}-${rows}`}>
            {fields}
          </Kept>
        ) : (
          fields()
        )}
        <Actions>
          <Button wide>
            {props.advice && !props.advice.refused ? t('screening.sendAnyway') : props.submit}
          </Button>
          {props.children}
        </Actions>
        {props.note && <p className={styles.note}>{props.note}</p>}
      </div>
    </PostForm>
  )
}

const BLANK = {}

function CommentFields(props: {
  state: FormState | undefined
  words: WrittenWords | undefined
  voices: readonly VoiceChoice[]
  reply: boolean
  rows: number
  files: readonly Loaded<AttachedFile>[]
}) {
  const { t } = useTranslate()
  const { state, words, voices, reply } = props
  const typed = (name: string) => state?.values[name]
  const errors = (name: string) => fieldErrors(state, name, t)
  return (
    <Fields>
      <TextArea
        name="text"
        label={t(reply ? 'comment.form.reply.label' : 'comment.form.question')}
        hint={t(reply ? 'comment.form.reply.hint' : 'comment.form.hint')}
        error={errors('text')}
        defaultValue={typed('text') ?? words?.text ?? ''}
        maxCharacters={COMMENT_MAX_CHARACTERS}
        rows={props.rows}
        required
      />
      {!reply && (
        <>
          <RadioGroup
            name="stance"
            inline
            optional
            label={t('comment.form.stance')}
            error={errors('stance')}
            defaultValue={typed('stance') ?? words?.stance ?? ''}
            options={[
              ...STANCES.map((value) => ({ value, label: t(`stance.${value}`) })),
              { value: '', label: t('comment.form.stance.none') },
            ]}
          />
          <RadioGroup
            name="kind"
            inline
            label={t('comment.form.kind')}
            error={errors('kind')}
            defaultValue={typed('kind') ?? words?.kind ?? 'opinion'}
            options={COMMENT_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        </>
      )}
      {voices.length > 1 && (
        <SelectField
          name="voice"
          label={t('comment.form.voice')}
          error={errors('voice')}
          defaultValue={typed('voice') ?? voices[0]?.voice}
          options={voices.map(({ voice, title }) => ({
            value: voice,
            label: title ?? t(`voice.${voice}`),
          }))}
        />
      )}
      <KeptFiles files={props.files} state={state} />
      <FileFields
        state={state}
        count={MAX_FILES_PER_COMMENT - props.files.length}
        hint={t('attachment.form.reviewed')}
      />
    </Fields>
  )
}
