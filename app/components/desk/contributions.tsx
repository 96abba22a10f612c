import { Actions, Button } from '~/components/ui/button'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { CONTRIBUTION_MAX_CHARACTERS } from '~/domain/response/response'
import { formatDateTime } from '~/domain/shared/shanghai-time'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { DeskItemDetail } from '~/queries/get-desk-item.server'
import styles from './writing.module.css'
import { Insertable, PauseNote } from './writing'

/** What the 会办 departments have written so far, for who writes the joint answer. */
export function Contributions(props: {
  contributions: DeskItemDetail['desk']['contributions']
  /** They can be put into the draft on this page. */
  toTakeOver: boolean
}) {
  const { t, language } = useTranslate()
  return (
    <ul role="list" className={styles.contributions}>
      {props.contributions.map((each) => (
        <li key={each.departmentId} className={styles.contribution}>
          <strong>{each.department}</strong>
          <p className={styles.by}>
            {each.savedAt === null
              ? t('answer.contribution.notBegun')
              : t(
                  each.finishedAt ? 'answer.contribution.finished' : 'answer.contribution.writing',
                  {
                    name: each.authorName ?? '',
                    date: formatDateTime(each.finishedAt ?? each.savedAt, language),
                  },
                )}
          </p>
          {each.text !== null &&
            (props.toTakeOver ? (
              <Insertable
                title={each.department}
                text={each.text}
                button={t('answer.contributions.takeOver')}
                done={t('answer.contributions.takenOver')}
                into="text"
              />
            ) : (
              <p className={styles.text}>{each.text}</p>
            ))}
        </li>
      ))}
    </ul>
  )
}

/** The form of a 会办 department's own paragraphs. */
export function ContributionForm(props: {
  item: DeskItemDetail
  action: string
  form?: FormState
}) {
  const { t } = useTranslate()
  const { item, form } = props
  const { own } = item.desk
  return (
    <PostForm
      action={props.action}
      data-pause-url={paths.deskPause(item.assignment.id)}
      data-pause-of="contribution"
      data-pause-key={`${item.assignment.id}.${item.asked.departmentId}`}
      data-pause-returned={form ? 'yes' : undefined}
    >
      <input type="hidden" name="departmentId" value={item.asked.departmentId} />
      <input type="hidden" name="version" value={own?.version ?? 0} />
      <Fields>
        <ErrorSummary errors={allErrors(form, t)} />
        <TextArea
          name="text"
          label={t('answer.contribution.text')}
          hint={t('answer.contribution.hint')}
          error={fieldErrors(form, 'text', t)}
          maxCharacters={CONTRIBUTION_MAX_CHARACTERS}
          rows={8}
          defaultValue={form?.values['text'] ?? own?.text ?? ''}
        />
        <PauseNote />
        <Actions>
          <Button name="intent" value="contribute" variant="secondary">
            {t('answer.contribution.save')}
          </Button>
          <Button name="intent" value="contributeDone">
            {t('answer.contribution.finish')}
          </Button>
        </Actions>
      </Fields>
    </PostForm>
  )
}
