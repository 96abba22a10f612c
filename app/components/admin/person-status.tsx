import { Button } from '~/components/ui/button'
import { Disclosure } from '~/components/ui/disclosure'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import type { PersonAdmin } from '~/queries/get-person-admin.server'
import type { TypedValues } from './typed-values'

/** Suspends an account or gives it back, with the reason; folded until it is wanted. */
export function PersonStatus(props: { person: PersonAdmin; open: boolean; typed: TypedValues }) {
  const { t } = useTranslate()
  const { person, typed } = props
  const intent = person.status === 'active' ? 'suspend' : 'reinstate'
  return (
    <Disclosure
      summary={t(`admin.person.${intent}`)}
      open={props.open || intent === 'reinstate'}
      id="status"
    >
      <PostForm>
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="version" value={person.version} />
        <Fields>
          <p>{t(`admin.person.${intent}.text`)}</p>
          <TextArea
            name="reason"
            label={t('admin.field.reason')}
            rows={3}
            maxCharacters={300}
            defaultValue={typed.value('reason')}
            error={typed.errors('reason')}
          />
          <div>
            <Button variant={intent === 'suspend' ? 'danger' : 'secondary'}>
              {t(`admin.person.${intent}.do`)}
            </Button>
          </div>
        </Fields>
      </PostForm>
    </Disclosure>
  )
}
