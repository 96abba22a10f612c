import { Fields, TextField } from '~/components/ui/field'
import { Actions, Button } from '~/components/ui/button'
import { PostForm } from '~/components/ui/post-form'
import { settingsOf } from '~/domain/shared/site-settings'
import { useTranslate } from '~/i18n/use-translate'
import type { SettingsInForce } from '~/queries/get-site-settings.server'
import type { TypedValues } from './typed-values'

/** The numbers of one group, each with what it does and between what it lies. */
export function SettingsForm(props: { settings: SettingsInForce; typed: TypedValues }) {
  const { t } = useTranslate()
  const { settings, typed } = props
  const { group, version, values } = settings
  return (
    <PostForm>
      <input type="hidden" name="group" value={group} />
      <input type="hidden" name="version" value={version} />
      <Fields>
        {settingsOf(group).map(({ name, min, max }) => (
          <TextField
            key={name}
            name={name}
            inputMode="numeric"
            width="code"
            label={t(`admin.settings.${name}`)}
            hint={t(`admin.settings.${name}.hint`, { min, max })}
            defaultValue={typed.value(name, values[name])}
            error={typed.errors(name)}
          />
        ))}
        <Actions>
          <Button variant="secondary">{t('admin.save')}</Button>
        </Actions>
      </Fields>
    </PostForm>
  )
}
