import { typedValues } from '~/components/admin/typed-values'
import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { lastDay } from '~/components/topic/now-facts'
import {
  APPEAL_MAX_CHARACTERS,
  APPEAL_TERM_WORKING_DAYS,
  APPEAL_WITHIN_DAYS,
} from '~/domain/moderation/appeal'
import { formatDate, formatDateTime } from '~/domain/shared/shanghai-time'
import { allErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { OwnSanction } from '~/queries/get-own-sanction.server'
import styles from './sanction.module.css'

/** 申诉 against a sanction of one's own: the form, how it stands, or why there is none any more. */
export function OwnAppeal({ sanction, form }: { sanction: OwnSanction; form?: FormState }) {
  const { t, language } = useTranslate()
  const { appeal, appealProblem } = sanction
  if (appeal) return <Filed sanction={sanction} />
  if (appealProblem === 'late') {
    return <p>{t('sanction.own.appeal.late', { n: APPEAL_WITHIN_DAYS })}</p>
  }
  if (appealProblem) {
    return (
      <p>
        {sanction.lifted &&
          t('sanction.own.over.lifted', { at: formatDateTime(sanction.lifted.at, language) })}
      </p>
    )
  }
  const typed = typedValues(form, t)
  return (
    <PostForm>
      <ErrorSummary errors={allErrors(form, t)} />
      <Fields>
        <p>{t('sanction.own.appeal.offer', { n: APPEAL_TERM_WORKING_DAYS })}</p>
        <TextArea
          name="text"
          label={t('sanction.own.appeal.label')}
          hint={t('sanction.own.appeal.hint')}
          rows={6}
          maxCharacters={APPEAL_MAX_CHARACTERS}
          defaultValue={typed.value('text')}
          error={typed.errors('text')}
          required
        />
        <Actions>
          <Button wide>{t('sanction.own.appeal.submit')}</Button>
        </Actions>
      </Fields>
    </PostForm>
  )
}

function Filed({ sanction }: { sanction: OwnSanction }) {
  const { t, language } = useTranslate()
  const { appeal } = sanction
  if (!appeal) return null
  const { result } = appeal
  return (
    <>
      <p>
        {t('sanction.own.appeal.filed', {
          at: formatDateTime(appeal.filedAt, language),
          due: formatDate(lastDay(appeal.dueAt), language),
        })}
      </p>
      {!result && sanction.lifted && <p>{t('sanction.own.appeal.dropped')}</p>}
      {result && (
        <>
          <p>
            {t(`sanction.own.appeal.${result.result}`, {
              at: formatDateTime(result.at, language),
            })}
          </p>
          <Quoted caption={t('sanction.own.appeal.explanation')} words={result.explanation} />
        </>
      )}
      <Quoted caption={t('sanction.own.appeal.yours')} words={appeal.text} />
    </>
  )
}

function Quoted(props: { caption: string; words: string }) {
  return (
    <figure className={styles.quoted}>
      <figcaption className={styles.small}>{props.caption}</figcaption>
      <blockquote className={styles.said}>{props.words}</blockquote>
    </figure>
  )
}
