import { Checkbox } from '~/components/ui/field'
import type { Loaded } from '~/components/ui/loaded'
import type { FormState } from '~/forms/form'
import { useTranslate } from '~/i18n/use-translate'
import type { AttachedFile } from '~/queries/attached-files'
import { AttachedFiles } from './attached-files'
import { fileLines } from './file-lines'

/** The files that a text has already, each of which the next one can go without. */
export function KeptFiles(props: {
  files: readonly Loaded<AttachedFile>[]
  state: FormState | undefined
}) {
  const { t } = useTranslate()
  if (props.files.length === 0) return null
  return (
    <AttachedFiles
      files={fileLines(props.files, t)}
      below={({ id }) => (
        <Checkbox
          name={`drop-${id}`}
          label={t('attachment.form.drop')}
          defaultChecked={props.state?.values[`drop-${id}`] === 'on'}
        />
      )}
    />
  )
}
