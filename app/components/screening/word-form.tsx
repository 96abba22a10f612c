import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { ErrorSummary } from '~/components/ui/error-summary'
import { Fields, SelectField, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { WORD_LISTS, type WordList } from '~/domain/moderation/screening/asks'
import { allErrors, fieldErrors, type FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'

/** Words to be entered, one a line, and a word to be tried on what was written before. */
export function WordForm(props: {
  returned: FormState | undefined
  list: WordList
  /** The word that was tried. */
  trial: string
}) {
  const { t } = useTranslate()
  const { returned, list } = props
  return (
    <>
      <Disclosure summary={t('screening.words.add')} open={returned !== undefined} id="add">
        <PostForm>
          <input type="hidden" name="deed" value="add" />
          <ErrorSummary errors={allErrors(returned, t)} />
          <Fields>
            <SelectField
              name="list"
              label={t('screening.words.list')}
              defaultValue={returned?.values['list'] ?? list}
              error={fieldErrors(returned, 'list', t)}
              options={WORD_LISTS.map((each) => ({
                value: each,
                label: t(`screening.list.${each}`),
              }))}
            />
            <TextArea
              name="words"
              label={t('screening.words.words')}
              hint={t('screening.words.hint')}
              rows={6}
              defaultValue={returned?.values['words']}
              error={fieldErrors(returned, 'words', t)}
            />
            <TextField
              name="note"
              label={t('screening.words.note')}
              optional
              defaultValue={returned?.values['note']}
              error={fieldErrors(returned, 'note', t)}
            />
            <Actions>
              <Button>{t('screening.words.add')}</Button>
            </Actions>
          </Fields>
        </PostForm>
      </Disclosure>
      <Disclosure summary={t('screening.words.try')} open={props.trial !== ''} id="try">
        <form method="get" action={paths.screeningWords()}>
          <input type="hidden" name="list" value={list} />
          <Fields>
            <TextField
              name="trial"
              label={t('screening.words.tryWord')}
              hint={t('screening.words.tryHint')}
              width="short"
              maxLength={40}
              defaultValue={props.trial}
            />
            <Actions>
              <Button variant="secondary">{t('screening.words.try')}</Button>
            </Actions>
          </Fields>
        </form>
      </Disclosure>
    </>
  )
}
