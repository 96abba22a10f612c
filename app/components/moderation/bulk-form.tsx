import { Actions, Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Fields, SelectField, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { REASON_MAX_CHARACTERS } from '~/domain/moderation/reason-text'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import type { ReasonInUse } from '~/queries/list-rejection-reasons.server'

/** The form that the boxes of the list belong to. */
export const BULK_FORM = 'bulk'

/** One decision for all entries that are ticked: 通过, or 不通过 with one reason. */
export function BulkForm(props: { reasons: readonly ReasonInUse[]; back: string }) {
  const { t } = useTranslate()
  return (
    <Disclosure summary={t('moderation.bulk.open')} id="bulk-panel">
      <PostForm action={paths.moderationBulk()} id={BULK_FORM}>
        <input type="hidden" name="back" value={props.back} />
        <Fields>
          <p>{t('moderation.bulk.hint')}</p>
          <Actions>
            <Button variant="secondary" name="outcome" value="approve">
              {t('moderation.bulk.approve')}
            </Button>
          </Actions>
          <SelectField
            name="reason"
            id="bulk-reason"
            label={t('moderation.reject.reason')}
            placeholder
            options={props.reasons.map(({ code, label }) => ({ value: code, label }))}
          />
          <TextArea
            name="reasonText"
            id="bulk-words"
            label={t('moderation.reject.words')}
            hint={t('moderation.bulk.words')}
            maxCharacters={REASON_MAX_CHARACTERS}
            rows={3}
            optional
          />
          <Actions>
            <Button variant="danger" name="outcome" value="reject">
              {t('moderation.bulk.reject')}
            </Button>
          </Actions>
        </Fields>
      </PostForm>
    </Disclosure>
  )
}
