import { Fields, RadioGroup, TextField } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { formatDate } from '~/domain/shared/shanghai-time'
import { useTranslate } from '~/i18n/use-translate'
import { paths } from '~/paths'
import { EntrySheet } from './entry-list'
import { SaveActions } from './save-actions'
import type { TypedValues } from './typed-values'

/** Corrects a day of an announced year. */
export function CalendarDayForm(props: {
  date: string
  entered: { working: boolean; name: string | null }
  typed: TypedValues
}) {
  const { t, language } = useTranslate()
  const { date, entered, typed } = props
  const day = formatDate(new Date(`${date}T00:00:00+08:00`), language)
  return (
    <EntrySheet id="day" title={t('admin.calendar.edit.title', { date: day })}>
      <PostForm>
        <input type="hidden" name="intent" value="day" />
        <input type="hidden" name="seenWorking" value={String(entered.working)} />
        <input type="hidden" name="seenName" value={entered.name ?? ''} />
        <Fields>
          <RadioGroup
            name="working"
            label={t('admin.calendar.working')}
            inline
            options={(['true', 'false'] as const).map((value) => ({
              value,
              label: t(`admin.calendar.working.${value}`),
            }))}
            defaultValue={typed.value('working', String(entered.working))}
            error={typed.errors('working')}
          />
          <TextField
            name="name"
            label={t('admin.calendar.name')}
            hint={t('admin.calendar.name.hint')}
            optional
            width="short"
            defaultValue={typed.value('name', entered.name)}
            error={typed.errors('name')}
          />
          <p>{t('admin.calendar.edited')}</p>
          <SaveActions backHref={paths.adminCalendar({ year: Number(date.slice(0, 4)) })} />
        </Fields>
      </PostForm>
    </EntrySheet>
  )
}
