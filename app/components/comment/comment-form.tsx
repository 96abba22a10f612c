import type { ReactNode } from 'react'
import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, RadioGroup, SelectField, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
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
  label: ReactNode
  /** What the author should know of the review. */
  note?: ReactNode
  submit: string
  state?: FormState | undefined
  words?: WrittenWords
  /** The voices to choose from; none to choose where there is one. */
  voices?: readonly VoiceChoice[]
  hidden?: Readonly<Record<string, string>>
  draftKey: string
  rows?: number
  /** Beside the button. */
  children?: ReactNode
}) {
  const { t } = useTranslate()
  const { state, words, voices = [] } = props
  const typed = (name: string) => state?.values[name]
  const errors = (name: string) => fieldErrors(state, name, t)
  return (
    <PostForm action={props.action}>
      {Object.entries(props.hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.form}>
        <ErrorSummary errors={allErrors(state, t)} />
        <Fields>
          <TextArea
            name="text"
            label={props.label}
            hint={t(props.reply ? 'comment.form.reply.hint' : 'comment.form.hint')}
            error={errors('text')}
            defaultValue={typed('text') ?? words?.text ?? ''}
            maxCharacters={COMMENT_MAX_CHARACTERS}
            rows={props.rows ?? 5}
            required
            data-draft={props.draftKey}
          />
          {!props.reply && (
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
        </Fields>
        <Actions>
          <Button wide>{props.submit}</Button>
          {props.children}
        </Actions>
        {props.note && <p className={styles.note}>{props.note}</p>}
      </div>
    </PostForm>
  )
}
