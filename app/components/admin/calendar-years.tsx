import { Button } from '~/components/ui/button'
import { Fields, TextArea } from '~/components/ui/field'
import { PostForm } from '~/components/ui/post-form'
import { useTranslate } from '~/i18n/use-translate'
import type { CalendarYear } from '~/queries/get-calendar-year.server'
import { EntrySheet } from './entry-list'
import type { TypedValues } from './typed-values'

/** How a year gets into the calendar: from the program's own table, or from its notice. */
export function CalendarYears(props: { calendar: CalendarYear; typed: TypedValues }) {
  const { t } = useTranslate()
  const { calendar, typed } = props
  const { year, announced, importable, nextYear } = calendar
  if (importable.length > 0) {
    return (
      <EntrySheet id="import" title={t('admin.calendar.import.title')}>
        <p>{t('admin.calendar.import.text', { years: importable.join(t('ui.listSeparator')) })}</p>
        <PostForm>
          <input type="hidden" name="intent" value="import" />
          <Button>{t('admin.calendar.import.do')}</Button>
        </PostForm>
      </EntrySheet>
    )
  }
  if (announced || year !== nextYear) return null
  return (
    <EntrySheet id="announce" title={t('admin.calendar.announce.title', { year })}>
      <PostForm>
        <input type="hidden" name="intent" value="announce" />
        <input type="hidden" name="year" value={year} />
        <Fields>
          <p>{t('admin.calendar.announce.text', { year })}</p>
          <TextArea
            name="notice"
            label={t('admin.calendar.notice')}
            hint={t('admin.calendar.notice.hint')}
            rows={9}
            defaultValue={typed.value('notice')}
            error={[...typed.errors('year'), ...typed.errors('notice')]}
          />
          <div>
            <Button>{t('admin.calendar.announce.do')}</Button>
          </div>
        </Fields>
      </PostForm>
    </EntrySheet>
  )
}
