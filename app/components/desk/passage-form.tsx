import { nextPosition, PositionField } from '~/components/admin/entry-fields'
import { SaveActions } from '~/components/admin/save-actions'
import type { TypedValues } from '~/components/admin/typed-values'
import { Checkbox, Fields, RadioGroup, TextArea, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { CONTRIBUTION_MAX_CHARACTERS, PASSAGE_KINDS } from '~/domain/response/response'
import { useTranslate } from '~/i18n/use-translate'
import type { PassageEntry } from '~/queries/list-passages.server'

/** The form of a template or passage; an empty one for a new entry. */
export function PassageForm(props: {
  passage: PassageEntry | null
  others: readonly PassageEntry[]
  backHref: string
  typed: TypedValues
}) {
  const { t } = useTranslate()
  const { passage, typed } = props
  return (
    <PostForm>
      <input type="hidden" name="version" value={passage?.version ?? 0} />
      <Fields>
        <RadioGroup
          name="kind"
          label={t('answer.passages.kind')}
          defaultValue={typed.value('kind', passage?.kind)}
          error={typed.errors('kind')}
          options={PASSAGE_KINDS.map((kind) => ({
            value: kind,
            label: t(`answer.passages.kind.${kind}`),
            hint: t(`answer.passages.kind.${kind}Hint`),
          }))}
        />
        <TextField
          name="title"
          label={t('answer.passages.name')}
          defaultValue={typed.value('title', passage?.title)}
          error={typed.errors('title')}
        />
        <TextArea
          name="text"
          label={t('answer.passages.text')}
          hint={t('answer.passages.textHint')}
          rows={8}
          maxCharacters={CONTRIBUTION_MAX_CHARACTERS}
          defaultValue={typed.value('text', passage?.text)}
          error={typed.errors('text')}
        />
        <PositionField typed={typed} entered={passage?.position ?? nextPosition(props.others)} />
        {passage && (
          <Checkbox
            name="active"
            label={t('admin.field.active')}
            defaultChecked={typed.ticked('active', passage.active)}
            error={typed.errors('active')}
          />
        )}
        <SaveActions backHref={props.backHref} />
      </Fields>
    </PostForm>
  )
}
